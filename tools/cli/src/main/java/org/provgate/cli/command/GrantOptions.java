package org.provgate.cli.command;

import java.util.SequencedMap;
import picocli.CommandLine.Option;

/// Why something is granted, and for how long.
final class GrantOptions {

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it stays in the history.")
    private String reason = "";

    @Option(
            names = "--expires",
            paramLabel = "DAY",
            required = true,
            description = "Last day on which it counts, YYYY-MM-DD in UTC.")
    private String expires = "";

    void addTo(SequencedMap<String, String> body) {
        Arguments.day("--expires", expires);
        body.put("reason", reason);
        body.put("expires", expires);
    }
}
