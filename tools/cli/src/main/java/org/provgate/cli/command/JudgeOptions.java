package org.provgate.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.core.policy.Policy;
import picocli.CommandLine.Option;

/// Whose submission a folder is, under which policy, and on which day.
final class JudgeOptions {

    @Option(
            names = "--as",
            paramLabel = "ID",
            defaultValue = "",
            description =
                    "CONTRIBUTOR/DATASET[/REVISION]: whose submission this is, for waivers, trust and the report.")
    private String as = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            defaultValue = "",
            description = "The operator's policy; the shipped default when not given.")
    private String policyFile = "";

    @Option(
            names = "--today",
            paramLabel = "DATE",
            defaultValue = "",
            description = "Decide as on that day (YYYY-MM-DD); today in UTC when not given.")
    private String today = "";

    /// Before anything is read: whether what was typed can be used at all.
    void check() {
        Naming.check(as);
    }

    Naming naming(Path folder) {
        return Naming.of(folder, as);
    }

    Policy policy(Console console, Desk desk) {
        return policyFile.isEmpty() ? desk.shippedPolicy() : desk.policy(console.path(policyFile), policyFile);
    }

    LocalDate day(Console console) {
        return today.isEmpty() ? console.today() : Arguments.day("--today", today);
    }
}
