package org.provgate.cli.command;

import java.util.stream.Collectors;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Policy.CustomRule;

/// What `provgate explain` says of a rule that is the operator's own.
final class OwnRulePage {

    private OwnRulePage() {}

    /// Without the policy: where such codes come from.
    static String unknown(String code) {
        return """
                %s
                a rule of the operator's own

                Codes that begin with custom: stand in the policy of the hub that decided, under `custom`, and nowhere
                else. The report has the rule's message and its remedy; its condition is in that policy:

                    provgate explain %s --policy policy.yaml
                    provgate policy check policy.yaml

                What conditions may look at is in docs/custom-conditions.md.
                """.formatted(code, code);
    }

    static String of(CustomRule rule, Policy policy, String file) {
        String condition =
                rule.text().strip().lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
        return """
                %s
                %s, a rule of the operator's own, from the policy %s (%s)

                %s

                It is found where this holds:

                %s
                Remedy
                  %s
                """.formatted(
                rule.code(), rule.severity().word(), policy.name(), file, rule.message(), condition, rule.remedy());
    }
}
