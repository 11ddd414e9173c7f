package org.provgate.cli.command;

import java.util.List;
import org.provgate.cli.Console;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// How a submission stands.
@Command(
        name = "status",
        description = "Says how a submission stands, and what keeps it out.",
        footer = {
            "",
            "Exit: 0 readers are let in (accepted or released), 1 they are not, or it is not there, 2 could not run."
        })
public final class StatusCommand extends GateVerb {

    private static final List<String> READABLE = List.of("accepted", "released");

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    public StatusCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        return show(client -> client.get("submissions/" + name), CaseText::status);
    }

    @Override
    int exit(CaseText answer) {
        return READABLE.contains(answer.get("state")) ? Exits.DONE : Exits.QUARANTINED;
    }
}
