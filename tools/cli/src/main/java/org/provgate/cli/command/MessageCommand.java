package org.provgate.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.core.claim.Word;
import org.provgate.formats.message.Mail;
import org.provgate.formats.message.News;
import org.provgate.formats.message.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts one event of the gate into words.
@Command(
        name = "message",
        description = "Writes an event of the gate's bus as a mail, or as what a webhook is sent.",
        footer = {
            "",
            "Exit: 0, or 2 when it is no event of a gate.",
            "",
            "Example:",
            "  provgate message event.json --report report.json --console https://gate.example/ --format mail"
        })
public final class MessageCommand implements Callable<Integer> {

    private static final long LONGEST = 32L << 20;

    private enum Form implements Word {
        MAIL,
        WEBHOOK
    }

    @Parameters(paramLabel = "EVENT", description = "File with the event, as EventBridge delivers it.")
    private String event = "";

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "",
            description = "The JSON report that the event names; with it the message says what was found.")
    private String report = "";

    @Option(
            names = "--console",
            paramLabel = "URL",
            required = true,
            description = "Address of the console, where people read on.")
    private String address = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mail",
            description = "mail or webhook. Default: ${DEFAULT-VALUE}.")
    private String format = "mail";

    private final Console console;

    public MessageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Form form = Arguments.word(Form.class, "--format", format);
        Optional<String> found = report.isEmpty() ? Optional.empty() : Optional.of(text(report));
        News news = switch (News.read(text(event), found)) {
            case News.Reading.Read(News read) -> read;
            case News.Reading.Unfit(String sentence) -> throw new CannotRunException(event + ": " + sentence);
        };
        console.out()
                .print(
                        switch (form) {
                            case MAIL -> Mail.of(news, address).message();
                            case WEBHOOK -> Webhook.payload(news, address);
                        });
        console.out().flush();
        return Exits.DONE;
    }

    private String text(String typed) {
        Path file = Arguments.existing(console, typed);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw new CannotRunException(typed + " is no file of at most 32 MB");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new CannotRunException("%s cannot be read: %s".formatted(typed, fault.getMessage()), fault);
        }
    }
}
