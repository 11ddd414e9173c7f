package org.provgate.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.local.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The whole gate, with submissions that show what it does.
@Command(
        name = "demo",
        description = "Runs the gate on this machine, uploads sample submissions and shows their verdicts.",
        footer = {"", "Exit: 0 when every verdict was as expected, 2 when not or when it could not run."})
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--once", description = "End after the table instead of running on.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of console and API; S3 has the next one. Default: any free ones.")
    private int port;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    private final Console console;

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Demo.Form form = switch (Arguments.word(TextOrJson.class, "--format", format)) {
            case TEXT -> Demo.Form.TEXT;
            case JSON -> Demo.Form.JSON;
        };
        LocalSettings settings =
                new LocalSettings(port, Optional.empty(), new PolicyChoice.AsItWas(), console.clock(), console.err());
        return Demo.run(settings, once, form, console.out(), console.err(), console.terminal());
    }
}
