package org.provgate.formats.policy;

import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.policy.Policy;

/// What came of reading a policy. A policy with a fault counts for nothing: nothing is decided until it is mended.
public sealed interface PolicyReading {

    record Read(Policy policy) implements PolicyReading {}

    /// @param faults in document order, at least one
    record Faulty(List<PolicyFault> faults) implements PolicyReading {

        public Faulty {
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a faulty policy has a fault");
            }
            faults = List.copyOf(faults);
        }
    }

    /// @param message a sentence without a full stop that names the thing and the fact
    /// @param remedy a sentence; empty when the message says it
    record PolicyFault(Place at, String message, String remedy) {

        /// `policy.yaml:3:7: …`, for standard error.
        public String inOneLine() {
            String sentence = "%s:%d:%d: %s%s"
                    .formatted(at.file(), at.line(), at.column(), message, message.endsWith("?") ? "" : ".");
            return remedy.isEmpty() ? sentence : sentence + " " + remedy;
        }
    }
}
