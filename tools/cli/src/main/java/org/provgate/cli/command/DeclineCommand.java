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

/// The other answer to a proposal.
@Command(
        name = "decline",
        description =
                "Does not carry out what an operator proposed; whoever proposed it takes it back so. For operators.",
        footer = {"", GateVerb.EXITS})
public final class DeclineCommand extends GateVerb {

    @Parameters(index = "0", paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "ACT", description = "Number of the proposal, as `provgate history` has it.")
    private String act = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it stays in the history.")
    private String reason = "";

    public DeclineCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        SequencedMap<String, String> body = new LinkedHashMap<>();
        body.put("act", act);
        body.put("reason", reason);
        return show(client -> client.post("submissions/" + name + "/decline", Bodies.texts(body)), CaseText::done);
    }
}
