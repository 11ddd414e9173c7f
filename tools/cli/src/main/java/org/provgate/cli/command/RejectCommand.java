package org.provgate.cli.command;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.provgate.cli.Console;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps everything out.
@Command(
        name = "reject",
        description =
                "Keeps everything of a submission out, whatever is uploaded, until it is released or rechecked. For operators.",
        footer = {"", GateVerb.EXITS})
public final class RejectCommand extends GateVerb {

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it stays in the history.")
    private String reason = "";

    public RejectCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        SequencedMap<String, String> body = new LinkedHashMap<>();
        body.put("reason", reason);
        return show(client -> client.post("submissions/" + name + "/reject", Bodies.texts(body)), CaseText::done);
    }
}
