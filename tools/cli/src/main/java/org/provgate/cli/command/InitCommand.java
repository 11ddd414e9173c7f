package org.provgate.cli.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.folder.FolderFacts;
import org.provgate.cli.folder.ManifestChoice;
import org.provgate.cli.folder.Progress;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.formats.draft.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Drafts a manifest.
@Command(
        name = "init",
        description = "Drafts provenance.yaml from the files and what existing cards say.",
        footer = {
            "",
            "Digests, sizes, rows and media types are measured; models that the rows name are listed with the place;",
            "what a card or metadata file in the folder says is taken over. Everything else is a blank marked FILL IN.",
            "A manifest that is there already is never overwritten.",
            "",
            "Exit: 0, or 2 when it could not run.",
            "",
            "Examples:",
            "  provgate init my-dataset",
            "  provgate init my-dataset --stdout"
        })
public final class InitCommand implements Callable<Integer> {

    private static final String NAME = "provenance.yaml";

    private static final List<String> NATIVE = List.of(NAME, "provenance.yml", "provenance.json");

    @Parameters(paramLabel = "PATH", description = "The folder of a submission.")
    private String path = "";

    @Option(names = "--stdout", description = "Print the draft and write nothing.")
    private boolean stdout;

    private final Console console;
    private final Desk desk;

    public InitCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Path folder = Arguments.folder(console, path);
        for (String name : NATIVE) {
            if (!stdout && Files.exists(folder.resolve(name))) {
                throw new CannotRunException(
                        "%s has a %s already; it is not overwritten (`provgate fix` mends it)".formatted(path, name));
            }
        }
        Naming naming = Naming.of(folder, "");
        Progress progress =
                console.terminal() ? Progress.on(console.err(), "inspecting", System::nanoTime) : Progress.silent();
        SubmissionFacts facts = new FolderFacts(desk.engine(), desk.inspection(), progress)
                .of(folder, naming.name(), naming.identity(), new ManifestChoice.FoundInFolder());
        Optional<Manifest> documents = facts.manifest() instanceof ManifestReading.Read(var manifest, var _, var _)
                ? Optional.of(manifest)
                : Optional.empty();
        Draft draft = Draft.of(
                new Draft.Known(documents, data(facts, documents), desk.engine().registry()));
        if (stdout) {
            console.out().print(draft.text());
            console.out().flush();
            return Exits.DONE;
        }
        Arguments.write(folder.resolve(NAME), path + "/" + NAME, draft.text().getBytes(StandardCharsets.UTF_8));
        int found = facts.objects().size();
        String from = found == 1 ? "one file" : "%,d files".formatted(found);
        String card = documents.map(manifest -> " and " + manifest.file()).orElse("");
        String models = switch (draft.models()) {
            case 0 -> "";
            case 1 -> ", one model named in the rows to confirm";
            default -> ", %,d models named in the rows to confirm".formatted(draft.models());
        };
        console.out()
                .println("%s drafted from %s%s: %,d lines to fill in%s"
                        .formatted(path + "/" + NAME, from, card, draft.blanks(), models));
        console.out()
                .println("next: write what the lines marked FILL IN ask for, then `provgate validate " + path + "`");
        console.out().flush();
        facts.manifest()
                .foundIn()
                .filter(_ -> documents.isEmpty())
                .ifPresent(file ->
                        console.err().println("provgate: %s could not be read and was left out".formatted(file)));
        return Exits.DONE;
    }

    private List<ObjectFacts> data(SubmissionFacts facts, Optional<Manifest> documents) {
        NavigableSet<String> named = documents.map(Documents::pathsNamedBy).orElseGet(TreeSet::new);
        documents.ifPresent(manifest -> named.add(manifest.file()));
        return facts.objects().values().stream()
                .filter(object -> !Documents.besideTheData(object.path()))
                .filter(object -> !named.contains(object.path()))
                .filter(object -> !NATIVE.contains(object.path()))
                .toList();
    }
}
