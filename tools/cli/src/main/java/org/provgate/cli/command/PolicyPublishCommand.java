package org.provgate.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.core.policy.Policy;
import org.provgate.formats.http.CaseText;
import org.provgate.usecases.preview.PreviewReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a policy in force, after a look at what it does.
@Command(
        name = "publish",
        description = "Previews a policy over all that a gate holds, then puts it in force.",
        footer = {
            "",
            "Where somebody would flip it shows who and stops; --confirm lets it go on. Verdicts change with the next",
            "decision of each submission; `provgate rescan` decides all at once.",
            "",
            "Exit: 0 in force, 1 refused, or somebody flips and nobody confirmed, 2 could not run.",
            "",
            "Example:",
            "  provgate policy publish policy.yaml --confirm"
        })
public final class PolicyPublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The new policy.")
    private String file = "";

    @Option(names = "--confirm", description = "Although somebody flips.")
    private boolean confirm;

    @Mixin
    private GateOptions gate = new GateOptions();

    private final Console console;
    private final Desk desk;

    public PolicyPublishCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        TextOrJson form = gate.form();
        Path path = Arguments.existing(console, file);
        Policy policy = desk.policy(path, file);
        String text = Files.readString(path, StandardCharsets.UTF_8);
        try (GateClient client = gate.client()) {
            GatePreview seen = GatePreview.of(client, text, policy, console.today());
            if (!seen.preview().flips().isEmpty() && !confirm) {
                console.err().print(PreviewReport.text(seen.preview()));
                console.err().println("provgate: nothing is changed; --confirm puts the policy in force");
                return Exits.REFUSED;
            }
            return switch (client.putYaml("policy?preview=" + GateClient.encoded(seen.token()), text)) {
                case Reply.Refused(String sentence) -> {
                    console.err().println("provgate: " + sentence);
                    yield Exits.REFUSED;
                }
                case Reply.Done(String body) -> published(CaseText.read(body), body, form);
            };
        }
    }

    private int published(CaseText answer, String body, TextOrJson form) {
        switch (form) {
            case TEXT ->
                console.out()
                        .println("%s is in force: %d of %d submissions flip with their next decision"
                                .formatted(answer.get("name"), answer.number("flips"), answer.number("looked")));
            case JSON -> console.out().println(body.strip());
        }
        console.out().flush();
        return Exits.DONE;
    }
}
