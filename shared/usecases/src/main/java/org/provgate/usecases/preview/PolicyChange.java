package org.provgate.usecases.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Enforcement;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;

/// Where two policies differ, in words an operator can find in the text.
public record PolicyChange(Policy old, Policy young, LocalDate today) {

    private static final String CUSTOM = "custom:";

    /// What of the policy makes a code come or go for a contributor.
    public String about(String code, String contributor) {
        List<String> changes = new ArrayList<>();
        if (!code.startsWith(CUSTOM)) {
            RuleCode rule = new RuleCode(code);
            Severity usual = Rulebook.spec(code).map(RuleSpec::severity).orElse(Severity.ERROR);
            Enforcement before = old.enforcementOf(rule, usual, contributor);
            Enforcement after = young.enforcementOf(rule, usual, contributor);
            if (!before.equals(after)) {
                changes.add("rules: %s is %s, was %s".formatted(code, words(after), words(before)));
            }
        }
        if (!old.custom().equals(young.custom()) && code.startsWith(CUSTOM)) {
            changes.add("custom rules differ");
        }
        if (changes.isEmpty()) {
            sections(changes);
        }
        return changes.isEmpty() ? "the policies say the same about it" : String.join("; ", changes);
    }

    /// Any of these may bring a code up.
    private void sections(List<String> changes) {
        lists(
                changes,
                "licenses.forbidden",
                old.licenses().forbidden(),
                young.licenses().forbidden());
        lists(
                changes,
                "teachers.forbidden",
                old.teachers().forbidden(),
                young.teachers().forbidden());
        lists(
                changes,
                "teachers.permitted",
                old.teachers().permitted().stream()
                        .map(Policy.TeacherLists.Permitted::teacher)
                        .toList(),
                young.teachers().permitted().stream()
                        .map(Policy.TeacherLists.Permitted::teacher)
                        .toList());
        if (!old.uses().equals(young.uses())) {
            changes.add("uses: readers %s competing models and %s the data commercially"
                    .formatted(
                            does(young.uses().trainsCompetingModels(), "train"),
                            does(young.uses().commercial(), "use")));
        }
        lists(changes, "require.teacherFields", old.teacherFields(), young.teacherFields());
        if (!old.manifests().equals(young.manifests())) {
            changes.add("require.manifests differs");
        }
        if (!old.waivers().equals(young.waivers())) {
            changes.add("waivers differ");
        }
    }

    private static void lists(List<String> changes, String name, List<String> before, List<String> after) {
        List<String> added = after.stream().filter(one -> !before.contains(one)).toList();
        List<String> gone = before.stream().filter(one -> !after.contains(one)).toList();
        if (!added.isEmpty()) {
            changes.add(name + " adds " + String.join(", ", added));
        }
        if (!gone.isEmpty()) {
            changes.add(name + " drops " + String.join(", ", gone));
        }
    }

    private String words(Enforcement enforcement) {
        return switch (enforcement) {
            case Enforcement.Off _ -> "off";
            case Enforcement.At at ->
                at.on(today).word()
                        + (at.from().isAfter(today)
                                ? " until " + at.from() + ", then "
                                        + at.severity().word()
                                : "");
        };
    }

    private static String does(boolean does, String verb) {
        return does ? verb : "do not " + verb;
    }
}
