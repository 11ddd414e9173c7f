package org.provgate.cli.command;

import org.provgate.cli.Console;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.Pages;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Submissions of a gate.
@Command(
        name = "list",
        description = "Lists the submissions of a gate that the token shows.",
        footer = {"", GateVerb.EXITS})
public final class ListCommand extends GateVerb {

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "",
            description = "Only those: receiving, deciding, accepted, quarantined, released, rejected, withdrawn.")
    private String state = "";

    @Option(names = "--contributor", paramLabel = "NAME", defaultValue = "", description = "Only theirs.")
    private String contributor = "";

    @Option(names = "--code", paramLabel = "CODE", defaultValue = "", description = "Only those with this finding.")
    private String code = "";

    @Option(names = "--appealed", description = "Only those whose appeal waits for an answer.")
    private boolean appealed;

    @Option(names = "--proposed", description = "Only those with a ruling that waits for a second operator.")
    private boolean proposed;

    public ListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        String query = parameter("state", state)
                + parameter("contributor", contributor)
                + parameter("code", code)
                + (appealed ? "appealed=true&" : "")
                + (proposed ? "proposed=true&" : "");
        return show(client -> Pages.all(client, "submissions", query), CaseText::list);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + GateClient.encoded(value) + "&";
    }
}
