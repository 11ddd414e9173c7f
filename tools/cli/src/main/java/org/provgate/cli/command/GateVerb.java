package org.provgate.cli.command;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.provgate.cli.Console;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Mixin;

/// A command that asks a running gate one thing and shows the answer.
abstract class GateVerb implements Callable<Integer> {

    static final String EXITS = "Exit: 0 done, 1 refused by the gate or not there, 2 could not run.";

    @Mixin
    private GateOptions gate = new GateOptions();

    private final Console console;

    GateVerb(Console console) {
        this.console = console;
    }

    GateOptions gate() {
        return gate;
    }

    /// Shows what the gate answers.
    ///
    /// @param text the answer for people
    final int show(Function<GateClient, Reply> question, Function<CaseText, String> text) {
        TextOrJson form = gate.form();
        try (GateClient client = gate.client()) {
            return switch (question.apply(client)) {
                case Reply.Done(String body) -> shown(form, body, text);
                case Reply.Refused(String sentence) -> {
                    console.err().println("provgate: " + sentence);
                    yield Exits.REFUSED;
                }
            };
        }
    }

    private int shown(TextOrJson form, String body, Function<CaseText, String> text) {
        CaseText answer = CaseText.read(body);
        switch (form) {
            case TEXT -> console.out().print(text.apply(answer));
            case JSON -> console.out().println(body.strip());
        }
        console.out().flush();
        return exit(answer);
    }

    /// The exit code of an answer.
    int exit(CaseText answer) {
        return Exits.DONE;
    }
}
