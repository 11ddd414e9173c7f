package org.provgate.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;
import org.provgate.core.registry.Registry;
import org.provgate.formats.report.ProviderIndex;
import org.provgate.formats.report.TeacherAnswer;
import org.provgate.formats.report.TeacherQuestion;
import org.provgate.formats.report.TeachersReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the registry knows of a model and its terms.
@Command(
        name = "teachers",
        description = "Says what the registry knows of a model and of its terms on a day, for a channel and a use.",
        footer = {
            "",
            "Exit: 0 known, 1 not known (the nearest names are offered), 2 could not run.",
            "",
            "Examples:",
            "  provgate teachers",
            "  provgate teachers claude-3-opus-20240229 --on 2026-03-01 --channel provider-api",
            "  provgate teachers Llama-3.1-70B-Instruct --channel self-hosted --format json"
        })
public final class TeachersCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            defaultValue = "",
            description = "A model as people write it; without one, all providers and families.")
    private String model = "";

    @Option(
            names = "--on",
            paramLabel = "DATE",
            defaultValue = "",
            description = "The day its output was made (YYYY-MM-DD); today in UTC when not given.")
    private String on = "";

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            defaultValue = "unknown",
            description = "How it was reached, in the manifest's words: provider-api, cloud-marketplace, reseller,"
                    + " consumer-app, self-hosted, upstream-dataset, unknown. Default: ${DEFAULT-VALUE}.")
    private String channel = "unknown";

    @Option(
            names = "--use",
            paramLabel = "USE",
            description = "What it did, in the manifest's words: generated, rewritten, translated, annotated, judged,"
                    + " filtered, embedded, other. May be given more than once.")
    private List<String> uses = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    private final Console console;
    private final Desk desk;

    public TeachersCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        TextOrJson form = Arguments.word(TextOrJson.class, "--format", format);
        LocalDate day = on.isEmpty() ? console.today() : Arguments.day("--on", on);
        AccessChannel door = Arguments.word(AccessChannel.class, "--channel", channel);
        List<Use> asked = uses.stream()
                .map(use -> Arguments.word(Use.class, "--use", use))
                .toList();
        Registry registry = desk.engine().registry();
        int exit = model.isEmpty() ? index(registry, form) : answer(registry, day, door, asked, form);
        console.out().flush();
        return exit;
    }

    private int index(Registry registry, TextOrJson form) throws IOException {
        switch (form) {
            case TEXT -> console.out().print(ProviderIndex.text(registry, console.colour()));
            case JSON -> ProviderIndex.json(registry, console.out());
        }
        return Exits.DONE;
    }

    private int answer(Registry registry, LocalDate day, AccessChannel door, List<Use> asked, TextOrJson form)
            throws IOException {
        TeacherAnswer answer = TeacherAnswer.of(registry, new TeacherQuestion(model, day, door, asked));
        switch (form) {
            case TEXT -> console.out().print(TeachersReport.text(answer, console.colour()));
            case JSON -> TeachersReport.json(answer, console.out());
        }
        return answer.known() ? Exits.DONE : Exits.UNKNOWN;
    }
}
