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

/// Asks for a second look.
@Command(
        name = "appeal",
        description = "Asks the operators to look at a case again.",
        footer = {"", GateVerb.EXITS})
public final class AppealCommand extends GateVerb {

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    @Option(names = "--message", paramLabel = "TEXT", required = true, description = "What speaks against the finding.")
    private String message = "";

    @Option(
            names = "--finding",
            paramLabel = "CODE",
            defaultValue = "",
            description = "The finding it is about; all of them when not given.")
    private String finding = "";

    public AppealCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        SequencedMap<String, String> body = new LinkedHashMap<>();
        body.put("message", message);
        if (!finding.isEmpty()) {
            body.put("finding", finding);
        }
        return show(client -> client.post("submissions/" + name + "/appeal", Bodies.texts(body)), CaseText::done);
    }
}
