package org.provgate.cli.command;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.provgate.cli.Console;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Decides again.
@Command(
        name = "recheck",
        description = "Takes back what operators ruled, and decides again now. For operators.",
        footer = {"", GateVerb.EXITS})
public final class RecheckCommand extends GateVerb {

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    public RecheckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        SequencedMap<String, String> body = new LinkedHashMap<>();
        return show(client -> client.post("submissions/" + name + "/recheck", Bodies.texts(body)), CaseText::done);
    }
}
