package org.provgate.cli.command;

import org.provgate.cli.CannotRunException;
import org.provgate.cli.remote.GateClient;
import org.provgate.core.submission.SubmissionName;
import picocli.CommandLine.Option;

/// Which gate is asked, and how its answer is shown.
final class GateOptions {

    @Option(
            names = {"--api", "--endpoint"},
            paramLabel = "URL",
            defaultValue = "${env:PROVGATE_API:-}",
            description = "The gate's interface, as `provgate local` prints it; else PROVGATE_API.")
    private String api = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:PROVGATE_TOKEN:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "Who asks; better in PROVGATE_TOKEN, which others on this machine do not see.")
    private String token = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    boolean namesGate() {
        return !api.isEmpty();
    }

    GateClient client() {
        return GateClient.of(api, token);
    }

    TextOrJson form() {
        return Arguments.word(TextOrJson.class, "--format", format);
    }

    static SubmissionName submission(String typed) {
        String id = typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed;
        return SubmissionName.parse(id)
                .orElseThrow(() -> new CannotRunException(
                        "a submission is CONTRIBUTOR/DATASET/REVISION, not \"%s\"".formatted(typed)));
    }
}
