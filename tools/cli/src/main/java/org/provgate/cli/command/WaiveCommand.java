package org.provgate.cli.command;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.provgate.cli.Console;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Grants a waiver.
@Command(
        name = "waive",
        description = "Lets one subject of a submission's dataset off one rule, for a time. For operators.",
        footer = {"", GateVerb.EXITS})
public final class WaiveCommand extends GateVerb {

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    @Option(names = "--code", paramLabel = "CODE", required = true, description = "Code of the finding.")
    private String code = "";

    @Option(
            names = "--subject",
            paramLabel = "KIND:NAME",
            required = true,
            description = "What the finding is about, as it prints it.")
    private String subject = "";

    @Mixin
    private GrantOptions grant = new GrantOptions();

    public WaiveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        SequencedMap<String, String> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("subject", subject);
        grant.addTo(body);
        return show(client -> client.post("submissions/" + name + "/waivers", Bodies.texts(body)), CaseText::done);
    }
}
