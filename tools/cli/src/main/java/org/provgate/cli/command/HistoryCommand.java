package org.provgate.cli.command;

import org.provgate.cli.Console;
import org.provgate.cli.remote.Pages;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What happened to a submission.
@Command(
        name = "history",
        description = "Lists every verdict of a submission and everything that was done to it, oldest first.",
        footer = {"", GateVerb.EXITS})
public final class HistoryCommand extends GateVerb {

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    public HistoryCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        return show(client -> Pages.all(client, "submissions/" + name + "/history", ""), CaseText::history);
    }
}
