package org.provgate.core.rule;

import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;

/// All that is ever said about a rule: pages, index, reports, help and API read it here.
///
/// @param since version that first had the rule
/// @param severity usual severity
/// @param fault the fault found, one clause without a full stop
/// @param why what goes wrong when it is let through
/// @param remedy what to do, beginning with a verb
/// @param rejected a submission that yields this code and no other error
/// @param accepted the same submission, mended
public record RuleSpec(
        RuleCode code,
        String since,
        Severity severity,
        String fault,
        String why,
        String remedy,
        Example rejected,
        Example accepted) {}
