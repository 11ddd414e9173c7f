package org.provgate.core.policy;

import java.time.LocalDate;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;

/// Lets one subject of one dataset off one rule. Never matched by message or position: both may change.
///
/// @param dataset `CONTRIBUTOR/DATASET`, or the dataset's name on the command line
/// @param subject `kind:name`, as findings print it
/// @param expires last day on which it counts
public record Waiver(RuleCode code, String dataset, String subject, String reason, String approver, LocalDate expires) {

    public boolean covers(String ofDataset, Finding finding, LocalDate today) {
        return dataset.equals(ofDataset)
                && code.equals(finding.code())
                && subject.equals(finding.subject().toString())
                && !today.isAfter(expires);
    }
}
