package org.provgate.core.condition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.finding.Subject;
import org.provgate.core.policy.Condition.Answer;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Policy.CustomRule;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// A rule of the operator's own, which speaks of the submission as a whole.
public final class OwnRule implements Rule {

    private static final String SINCE = "the operator's policy";

    private static final String UNANSWERED_REMEDY =
            "Ask the operator of the hub: the condition of this rule has to be mended, or the submission waived.";

    private final CustomRule custom;
    private final Map<String, Object> variables;

    private OwnRule(CustomRule custom, Map<String, Object> variables) {
        this.custom = custom;
        this.variables = variables;
    }

    /// The policy's own rules for one case, in the order of the policy.
    public static List<Rule> of(Policy policy, CaseFile file) {
        if (policy.custom().isEmpty()) {
            return List.of();
        }
        Map<String, Object> variables = Variables.of(file);
        return policy.custom().stream()
                .<Rule>map(custom -> new OwnRule(custom, variables))
                .toList();
    }

    @Override
    public RuleSpec spec() {
        return new RuleSpec(
                custom.code(),
                SINCE,
                custom.severity(),
                custom.message(),
                "The operator of this hub asks for it.",
                custom.remedy(),
                Example.base(),
                Example.base());
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        Subject submission = new Subject("submission", file.facts().name());
        return switch (custom.condition().over(variables)) {
            case Answer.HoldsNot _ -> Stream.empty();
            case Answer.Holds _ -> Stream.of(Breach.of(submission, file.whole(), custom.message()));
            case Answer.Unanswered(String why) ->
                Stream.of(Breach.of(
                                submission,
                                file.whole(),
                                "The condition of %s could not be evaluated: %s".formatted(custom.code(), why))
                        .remedy(UNANSWERED_REMEDY));
        };
    }
}
