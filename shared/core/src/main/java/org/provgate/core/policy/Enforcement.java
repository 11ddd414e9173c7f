package org.provgate.core.policy;

import java.time.LocalDate;
import org.provgate.core.finding.Severity;

/// How a rule bites.
public sealed interface Enforcement {

    /// The rule does not run.
    record Off() implements Enforcement {}

    /// @param from first day on which an error is one; a warning until then
    record At(Severity severity, LocalDate from) implements Enforcement {

        public Severity on(LocalDate today) {
            return severity == Severity.ERROR && today.isBefore(from) ? Severity.WARNING : severity;
        }
    }
}
