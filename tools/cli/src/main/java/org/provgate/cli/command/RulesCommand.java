package org.provgate.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.formats.report.RuleIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The list of all rules.
@Command(
        name = "rules",
        description = "Lists all finding codes with their usual severity.",
        footer = {"", "Exit: 0, or 2 when it could not run."})
public final class RulesCommand implements Callable<Integer> {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    private final Console console;
    private final Desk desk;

    public RulesCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        switch (Arguments.word(TextOrJson.class, "--format", format)) {
            case TEXT -> console.out().print(RuleIndex.text(desk.rules(), console.colour()));
            case JSON -> RuleIndex.json(desk.rules(), console.out());
        }
        console.out().flush();
        return Exits.DONE;
    }
}
