package org.provgate.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.core.claim.Spelling;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Policy.CustomRule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.formats.report.RulePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The page of a finding code.
@Command(
        name = "explain",
        description = "Explains a finding code: what is wrong, why it matters, how to mend it, with examples.",
        footer = {
            "",
            "Exit: 0, or 2 when there is no such code.",
            "",
            "Examples:",
            "  provgate explain teachers-unstated",
            "  provgate explain custom:english-only --policy policy.yaml"
        })
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CODE", description = "A code as findings print it.")
    private String code = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            defaultValue = "",
            description = "The operator's policy, where codes that begin with custom: come from.")
    private String policyFile = "";

    private static final String CUSTOM = "custom:";

    private final Console console;
    private final Desk desk;

    public ExplainCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (code.startsWith(CUSTOM)) {
            console.out().print(ownRule());
            console.out().flush();
            return Exits.DONE;
        }
        Optional<RuleSpec> rule = desk.rules().stream()
                .filter(spec -> spec.code().value().equals(code))
                .findFirst();
        if (rule.isEmpty()) {
            List<String> codes =
                    desk.rules().stream().map(spec -> spec.code().value()).toList();
            String nearest = Spelling.nearest(code, codes)
                    .map("did you mean %s?"::formatted)
                    .orElse("`provgate rules` lists them");
            throw new CannotRunException("there is no finding code \"%s\"; %s".formatted(code, nearest));
        }
        console.out().print(RulePage.text(rule.get(), console.colour()));
        console.out().flush();
        return Exits.DONE;
    }

    private String ownRule() {
        if (!RuleCode.isCode(code)) {
            throw new CannotRunException(
                    "\"%s\" is no code: after custom: comes an id of lower-case letters, digits and single hyphens"
                            .formatted(code));
        }
        if (policyFile.isEmpty()) {
            return OwnRulePage.unknown(code);
        }
        Policy policy = desk.policy(Arguments.existing(console, policyFile), policyFile);
        Optional<CustomRule> rule = policy.custom().stream()
                .filter(custom -> custom.code().value().equals(code))
                .findFirst();
        List<String> codes =
                policy.custom().stream().map(custom -> custom.code().value()).toList();
        return rule.map(custom -> OwnRulePage.of(custom, policy, policyFile))
                .orElseThrow(() -> new CannotRunException("%s has no rule %s%s"
                        .formatted(
                                policyFile,
                                code,
                                Spelling.nearest(code, codes)
                                        .map("; did you mean %s?"::formatted)
                                        .orElse(""))));
    }
}
