package org.provgate.cli.command;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.provgate.cli.Console;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The second operator's word.
@Command(
        name = "confirm",
        description = "Lets count what another operator proposed, where the policy wants two. For operators.",
        footer = {"", GateVerb.EXITS})
public final class ConfirmCommand extends GateVerb {

    @Parameters(index = "0", paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "ACT", description = "Number of the proposal, as `provgate history` has it.")
    private String act = "";

    public ConfirmCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        SequencedMap<String, String> body = new LinkedHashMap<>();
        body.put("act", act);
        return show(client -> client.post("submissions/" + name + "/confirm", Bodies.texts(body)), CaseText::done);
    }
}
