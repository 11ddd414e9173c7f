package org.provgate.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.folder.ExplainedFolder;
import org.provgate.cli.folder.FolderFacts;
import org.provgate.cli.folder.FolderWalk;
import org.provgate.cli.folder.FoundFile;
import org.provgate.cli.folder.Progress;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.formats.facts.FactsReport;
import org.provgate.formats.report.ExplainedFacts;
import org.provgate.usecases.engine.ByteCount;
import org.provgate.usecases.engine.GateEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Facts and evidence of files, no decision.
@Command(
        name = "inspect",
        description = "Says what is measured in files: size, digest, type, rows and evidence of model-made text.",
        footer = {
            "",
            "Exit: 0, or 2 when it could not run.",
            "",
            "Example:",
            "  provgate inspect data --format json",
            "  provgate inspect data/answers.jsonl --explain",
            "  provgate inspect huge.jsonl --sample-over 1GB"
        })
public final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(names = "--explain", description = "Shows every hit that the evidence counts, in its place.")
    private boolean explain;

    @Option(
            names = "--sample-over",
            paramLabel = "SIZE",
            description = "Looks into parts of files larger than this, such as 500MB. Default: 64GiB.")
    private String sampleOver = "";

    private final Console console;
    private final Desk desk;

    public InspectCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        TextOrJson form = Arguments.word(TextOrJson.class, "--format", format);
        long whole = wholeUpTo();
        List<FoundFile> found = new ArrayList<>();
        for (String path : paths) {
            found.addAll(filesAt(path));
        }
        Progress progress =
                console.terminal() ? Progress.on(console.err(), "inspecting", System::nanoTime) : Progress.silent();
        long began = System.nanoTime();
        List<ObjectFacts> facts =
                explain ? explained(found, progress, form, whole) : measured(found, progress, form, whole);
        console.out().flush();
        console.err().println(InspectionTotals.of(facts, System.nanoTime() - began));
        return Exits.DONE;
    }

    private long wholeUpTo() {
        return sampleOver.isEmpty()
                ? GateEngine.SAMPLE_OVER
                : ByteCount.parse(sampleOver)
                        .orElseThrow(() -> new CannotRunException(
                                "--sample-over %s is no size; 500MB or 64GiB are".formatted(sampleOver)));
    }

    private List<ObjectFacts> measured(List<FoundFile> found, Progress progress, TextOrJson form, long whole)
            throws IOException {
        List<ObjectFacts> facts = new FolderFacts(desk.engine(), desk.inspection(whole), progress).inspected(found);
        switch (form) {
            case TEXT -> console.out().print(FactsReport.text(facts, console.colour()));
            case JSON -> FactsReport.json(facts, console.out());
        }
        return facts;
    }

    private List<ObjectFacts> explained(List<FoundFile> found, Progress progress, TextOrJson form, long whole)
            throws IOException {
        ExplainedFolder inspection = new ExplainedFolder(desk.explaining(whole));
        List<ObjectFacts> facts = new FolderFacts(desk.engine(), inspection, progress).inspected(found);
        List<ExplainedFacts> explained =
                facts.stream().map(inspection::explained).toList();
        switch (form) {
            case TEXT -> console.out().print(FactsReport.explainedText(explained, console.colour()));
            case JSON -> FactsReport.explainedJson(explained, console.out());
        }
        return facts;
    }

    private List<FoundFile> filesAt(String typed) throws IOException {
        Path path = Arguments.existing(console, typed);
        if (Files.isDirectory(path)) {
            return FolderWalk.of(path);
        }
        Path name = path.getFileName();
        if (!Files.isRegularFile(path) || name == null) {
            throw new CannotRunException(typed + " is neither a file nor a folder");
        }
        return List.of(new FoundFile.Regular(name.toString(), path, Files.size(path)));
    }
}
