package org.provgate.cli.command;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.provgate.cli.Console;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Lets readers in.
@Command(
        name = "release",
        description = "Lets readers in against the verdict, for a time. For operators.",
        footer = {"", GateVerb.EXITS})
public final class ReleaseCommand extends GateVerb {

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    @Mixin
    private GrantOptions grant = new GrantOptions();

    public ReleaseCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        SequencedMap<String, String> body = new LinkedHashMap<>();
        grant.addTo(body);
        return show(client -> client.post("submissions/" + name + "/release", Bodies.texts(body)), CaseText::done);
    }
}
