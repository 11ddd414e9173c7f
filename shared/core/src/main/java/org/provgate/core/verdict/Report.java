package org.provgate.core.verdict;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Waiver;
import org.provgate.core.rule.TeacherCase;

/// Everything one evaluation saw. `checked` is kept so that "no findings" can never mean "no rules ran".
///
/// @param submission its name
/// @param registryEdition the day the registry's facts were compiled
/// @param checked the rules that ran
/// @param counts exact, by severity, also of findings that were left out
/// @param findings grave first, at most [Evaluator#FINDINGS_PER_CODE] of a code and severity
/// @param omitted how many more of each code there are
/// @param files facts of every object, by path
public record Report(
        String submission,
        ManifestReading manifest,
        PolicyCited policy,
        String registryEdition,
        String registryDigest,
        List<RuleCode> checked,
        Counts counts,
        List<Finding> findings,
        SortedMap<RuleCode, Integer> omitted,
        List<Waived> waived,
        List<TeacherCase> teachers,
        List<ObjectFacts> files) {

    /// @param edition the day since which this text of the policy bites as it does now
    public record PolicyCited(String name, String digest, String edition, Policy.Mode mode) {}

    public record Counts(int error, int warning, int note, int waived) {

        public int of(Severity severity) {
            return switch (severity) {
                case ERROR -> error;
                case WARNING -> warning;
                case NOTE -> note;
            };
        }
    }

    /// A finding that a named person accepted for a stated time; it stays visible.
    public record Waived(Finding finding, Waiver by) {}

    public Report {
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one rule that ran");
        }
        checked = List.copyOf(checked);
        findings = List.copyOf(findings);
        omitted = Collections.unmodifiableSortedMap(new TreeMap<>(omitted));
        waived = List.copyOf(waived);
        teachers = List.copyOf(teachers);
        files = List.copyOf(files);
    }

    public boolean blocks() {
        return counts.error() > 0;
    }

    /// Codes of all open findings with how often each occurs, in the order of the codes.
    public SortedMap<RuleCode, Integer> codes() {
        SortedMap<RuleCode, Integer> codes = new TreeMap<>(omitted);
        findings.forEach(finding -> codes.merge(finding.code(), 1, Integer::sum));
        return codes;
    }

    /// Codes of open findings of one severity.
    public List<String> codes(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(finding -> finding.code().value())
                .distinct()
                .sorted()
                .toList();
    }
}
