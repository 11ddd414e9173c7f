package org.provgate.cli.command;

import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.core.claim.Word;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Teaches a shell the commands and their options.
@Command(
        name = "completion",
        description = "Prints a script with which a shell completes commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(provgate completion bash)",
            "  provgate completion zsh > ~/.provgate-completion && echo 'source ~/.provgate-completion' >> ~/.zshrc"
        })
public final class CompletionCommand implements Callable<Integer> {

    /// One script serves both: it brings zsh to understand what is written for bash.
    private enum Shell implements Word {
        BASH,
        ZSH
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    private final Console console;

    public CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Arguments.word(Shell.class, "SHELL", shell);
        console.out().print(AutoComplete.bash("provgate", spec.root().commandLine()));
        console.out().flush();
        return Exits.DONE;
    }
}
