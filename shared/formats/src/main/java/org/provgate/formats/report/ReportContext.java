package org.provgate.formats.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.rule.RuleSpec;

/// What a report says besides the verdict. JSON takes no more than the tool's version from it, so that it is
/// the same wherever it is written.
///
/// @param day the day the decision was made for
/// @param rules what is known of the rules, by code
/// @param colour whether the reader is a terminal that shows colours
/// @param rulePages address below which the page of a rule lies as `CODE.md`, ending in a slash; empty for no links
/// @param root address of the submission as readers fetch it, ending in a slash; empty when it has none
public record ReportContext(
        String toolVersion,
        LocalDate day,
        SequencedMap<RuleCode, RuleSpec> rules,
        SourceLines lines,
        boolean colour,
        String rulePages,
        String root) {

    public ReportContext {
        rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
    }

    public static ReportContext of(String toolVersion, LocalDate day, List<RuleSpec> rules) {
        SequencedMap<RuleCode, RuleSpec> byCode = new LinkedHashMap<>();
        rules.forEach(rule -> byCode.put(rule.code(), rule));
        return new ReportContext(toolVersion, day, byCode, SourceLines.NONE, false, "", "");
    }

    public ReportContext showing(SourceLines source) {
        return new ReportContext(toolVersion, day, rules, source, colour, rulePages, root);
    }

    public ReportContext inColour(boolean wanted) {
        return new ReportContext(toolVersion, day, rules, lines, wanted, rulePages, root);
    }

    public ReportContext linkingTo(String pages) {
        return new ReportContext(toolVersion, day, rules, lines, colour, pages, root);
    }

    public ReportContext rootedAt(String address) {
        return new ReportContext(toolVersion, day, rules, lines, colour, rulePages, address);
    }

    /// What is known of a rule; nothing for an operator's own.
    public Optional<RuleSpec> rule(RuleCode code) {
        return Optional.ofNullable(rules.get(code));
    }

    /// Address of a rule's page, where there is one.
    public Optional<String> pageOf(RuleCode code) {
        return rulePages.isEmpty() || !rules.containsKey(code)
                ? Optional.empty()
                : Optional.of(rulePages + code + ".md");
    }
}
