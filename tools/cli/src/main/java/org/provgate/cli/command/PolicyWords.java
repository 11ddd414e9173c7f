package org.provgate.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.provgate.core.claim.Word;
import org.provgate.core.policy.Enforcement;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Policy.CustomRule;
import org.provgate.core.policy.Waiver;
import org.provgate.core.rule.RuleSpec;

/// A policy in plain words.
final class PolicyWords {

    private PolicyWords() {}

    static String of(Policy policy, List<RuleSpec> rules, LocalDate today) {
        StringBuilder words = new StringBuilder();
        line(words, "Policy %s, edition %s, %s".formatted(policy.name(), policy.editionOn(today), policy.digest()));
        line(words, "%s".formatted(mode(policy)));
        line(words, "An incomplete submission is decided after %s.".formatted(policy.completeWithin()));
        secondOperator(words, policy);
        line(
                words,
                "Manifests count in these formats: %s."
                        .formatted(policy.manifests().stream().map(Word::word).collect(Collectors.joining(", "))));
        line(words, "A teacher must state: %s.".formatted(String.join(", ", policy.teacherFields())));
        licences(words, policy);
        line(
                words,
                "Readers %s models that compete with a teacher's maker."
                        .formatted(does(policy.uses().trainsCompetingModels(), "train")));
        line(
                words,
                "Readers %s the data commercially.".formatted(does(policy.uses().commercial(), "use")));
        policy.contributors()
                .forEach((prefix, names) -> line(
                        words, "For %s/ one of these must answer: %s.".formatted(prefix, String.join(", ", names))));
        rules(words, policy, rules, today);
        waivers(words, policy, today);
        custom(words, policy, today);
        return words.toString();
    }

    private static String mode(Policy policy) {
        return switch (policy.mode()) {
            case ENFORCE -> "It enforces: what is quarantined cannot be read.";
            case AUDIT -> "It only audits: everything decided can be read, whatever the outcome.";
        };
    }

    private static void secondOperator(StringBuilder words, Policy policy) {
        if (!policy.secondOperator().isEmpty()) {
            line(
                    words,
                    "Another operator must confirm, before it counts: %s."
                            .formatted(policy.secondOperator().stream()
                                    .map(Word::word)
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static void licences(StringBuilder words, Policy policy) {
        if (!policy.licenses().forbidden().isEmpty()) {
            line(
                    words,
                    "Licences that are not let in: %s."
                            .formatted(String.join(", ", policy.licenses().forbidden())));
        }
        if (!policy.teachers().forbidden().isEmpty()) {
            line(
                    words,
                    "Teachers that are not let in: %s."
                            .formatted(String.join(", ", policy.teachers().forbidden())));
        }
        policy.teachers()
                .permitted()
                .forEach(permitted -> line(
                        words,
                        "%s is let in under the agreement %s.".formatted(permitted.teacher(), permitted.agreement())));
    }

    private static void rules(StringBuilder words, Policy policy, List<RuleSpec> rules, LocalDate today) {
        line(words, "\nRules that differ from what they usually are:");
        int differing = 0;
        for (RuleSpec rule : rules) {
            Enforcement enforcement = policy.enforcementOf(rule.code(), rule.severity(), "");
            String said = switch (enforcement) {
                case Enforcement.Off _ -> "off";
                case Enforcement.At at
                when at.from().isAfter(today) ->
                    "%s until %s, then %s"
                            .formatted(
                                    at.on(today).word(),
                                    at.from().minusDays(1),
                                    at.severity().word());
                case Enforcement.At at ->
                    at.severity() == rule.severity()
                            ? ""
                            : "%s (usually %s)"
                                    .formatted(
                                            at.severity().word(),
                                            rule.severity().word());
            };
            if (!said.isEmpty()) {
                differing++;
                line(words, "  %-34s %s".formatted(rule.code(), said));
            }
        }
        if (differing == 0) {
            line(words, "  none");
        }
    }

    private static void waivers(StringBuilder words, Policy policy, LocalDate today) {
        for (Waiver waiver : policy.waivers()) {
            line(
                    words,
                    "Waiver: %s of %s for %s, by %s, %s %s: %s"
                            .formatted(
                                    waiver.code(),
                                    waiver.subject(),
                                    waiver.dataset(),
                                    waiver.approver(),
                                    today.isAfter(waiver.expires()) ? "expired, it counts as nothing since" : "until",
                                    waiver.expires(),
                                    waiver.reason()));
        }
    }

    private static void custom(StringBuilder words, Policy policy, LocalDate today) {
        if (policy.custom().isEmpty()) {
            return;
        }
        line(words, "\nRules of its own, asked of every submission:");
        for (CustomRule rule : policy.custom()) {
            line(words, "  %s, %s: %s".formatted(rule.code(), severity(rule, policy, today), rule.message()));
            rule.text().strip().lines().forEach(text -> line(words, "    where  " + text.strip()));
            line(words, "    remedy %s".formatted(rule.remedy()));
        }
    }

    private static String severity(CustomRule rule, Policy policy, LocalDate today) {
        return switch (policy.enforcementOf(rule.code(), rule.severity(), "")) {
            case Enforcement.Off _ -> "off";
            case Enforcement.At at -> at.on(today).word();
        };
    }

    private static String does(boolean does, String verb) {
        return does ? verb : "do not " + verb;
    }

    private static void line(StringBuilder words, String sentence) {
        words.append(sentence).append('\n');
    }
}
