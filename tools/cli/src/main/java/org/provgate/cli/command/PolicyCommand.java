package org.provgate.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.core.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a policy strictly and says what it does.
@Command(
        name = "policy",
        description = "Works on an operator's policy.",
        footer = {"", "Example:", "  provgate policy check policy.yaml"})
public final class PolicyCommand {

    private PolicyCommand() {}

    public static PolicyCommand group() {
        return new PolicyCommand();
    }

    @Command(
            name = "check",
            description = "Reads a policy strictly and says in words what it does.",
            footer = {"", "Exit: 0, or 2 with file, line and column when it cannot be used."})
    public static final class Check implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "The policy.")
        private String file = "";

        @Option(
                names = "--today",
                paramLabel = "DATE",
                defaultValue = "",
                description = "Read start dates and waivers as on that day; today in UTC when not given.")
        private String today = "";

        private final Console console;
        private final Desk desk;

        public Check(Console console, Desk desk) {
            this.console = console;
            this.desk = desk;
        }

        @Override
        public Integer call() {
            LocalDate day = today.isEmpty() ? console.today() : Arguments.day("--today", today);
            Path path = Arguments.existing(console, file);
            Policy policy = desk.policy(path, file);
            console.out().print(PolicyWords.of(policy, desk.rules(), day));
            console.out().flush();
            return Exits.DONE;
        }
    }
}
