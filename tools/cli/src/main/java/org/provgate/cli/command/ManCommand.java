package org.provgate.cli.command;

import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The manual page, out of what `--help` says.
@Command(
        name = "man",
        description = "Prints the manual page, as man reads it.",
        footer = {"", "Examples:", "  provgate man | man -l -", "  provgate man > /usr/local/share/man/man1/provgate.1"
        })
public final class ManCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;

    public ManCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(ManPage.of(spec.root().commandLine()));
        console.out().flush();
        return Exits.DONE;
    }
}
