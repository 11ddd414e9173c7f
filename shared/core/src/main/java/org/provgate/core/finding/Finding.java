package org.provgate.core.finding;

import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Evidence;

/// One fault of one submission, as its contributor reads it.
public record Finding(
        RuleCode code,
        Severity severity,
        Subject subject,
        Place at,
        String message,
        String remedy,
        List<Evidence> evidence,
        List<Fix> fix) {

    public Finding {
        evidence = List.copyOf(evidence);
        fix = List.copyOf(fix);
    }
}
