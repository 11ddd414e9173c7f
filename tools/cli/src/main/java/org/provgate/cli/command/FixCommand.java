package org.provgate.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.folder.FolderFacts;
import org.provgate.cli.folder.ManifestChoice;
import org.provgate.cli.folder.Progress;
import org.provgate.cli.repair.ManifestFile;
import org.provgate.cli.repair.Repair;
import org.provgate.cli.repair.TextDiff;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.report.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Applies the fixes that findings carry.
@Command(
        name = "fix",
        description = "Applies the remedies of `validate` that a machine can apply, to the manifest.",
        footer = {
            "",
            "The change is shown as a diff. Comments, order and layout stay; no other file is touched, and nothing",
            "is filled in that only a person can know. Misspelt fields and words are corrected, digests, sizes and",
            "numbers of rows measured, models that the rows name added for a person to complete.",
            "",
            "Exit: 0 accepted as the manifest then is, 1 quarantined still, 2 could not run.",
            "",
            "Examples:",
            "  provgate fix my-dataset --dry-run",
            "  provgate fix my-dataset"
        })
public final class FixCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "The folder of a submission.")
    private String path = "";

    @Option(names = "--dry-run", description = "Show the diff and write nothing.")
    private boolean dryRun;

    @Mixin
    private JudgeOptions judge = new JudgeOptions();

    private final Console console;
    private final Desk desk;

    public FixCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate day = judge.day(console);
        Path folder = Arguments.folder(console, path);
        judge.check();
        Naming naming = judge.naming(folder);
        Policy policy = judge.policy(console, desk);
        FolderFacts facts = new FolderFacts(desk.engine(), desk.inspection(), progress());
        FolderFacts.Examined examined = facts.examine(folder);
        Function<ManifestChoice, Verdict> decide = choice -> desk.engine()
                .evaluator()
                .evaluate(
                        facts.of(examined, naming.name(), naming.identity(), choice),
                        policy,
                        desk.engine().registry(),
                        day);
        ManifestReading reading =
                decide.apply(new ManifestChoice.FoundInFolder()).report().manifest();
        ManifestFile manifest = manifest(folder, reading);
        Repair repair = Repair.of(
                manifest, text -> decide.apply(new ManifestChoice.Rewritten(manifest.path(), manifest.bytes(text))));
        if (repair.applied() > 0) {
            show(manifest, repair);
            if (!dryRun) {
                Arguments.write(manifest.file(), manifest.path(), manifest.bytes(repair.text()));
            }
        }
        console.out().println(sum(manifest, repair));
        console.out().flush();
        return repair.after() instanceof Verdict.Accepted ? Exits.ACCEPTED : Exits.QUARANTINED;
    }

    private ManifestFile manifest(Path folder, ManifestReading reading) throws IOException {
        return switch (reading) {
            case ManifestReading.Missing _ ->
                throw new CannotRunException(
                        "%s holds no manifest; `provgate init %s` drafts one".formatted(path, path));
            case ManifestReading.Several(List<String> files) ->
                throw new CannotRunException(
                        "%s holds several native manifests (%s); keep one".formatted(path, String.join(", ", files)));
            case ManifestReading.Unreadable(String file, var _, var at, String message) ->
                throw new CannotRunException("%s:%d:%d: %s; only a person can mend that"
                        .formatted(file, at.line(), at.column(), Printable.line(message)));
            case ManifestReading.UnsupportedVersion(String file, var _, var at, String message) ->
                throw new CannotRunException(
                        "%s:%d:%d: %s".formatted(file, at.line(), at.column(), Printable.line(message)));
            case ManifestReading.Read(var manifest, var _, var _) -> {
                if (manifest.format() != ManifestFormat.NATIVE) {
                    throw new CannotRunException(
                            "%s is %s; fix mends native manifests, and `provgate init %s` drafts one from it"
                                    .formatted(
                                            manifest.file(), manifest.format().word(), path));
                }
                yield ManifestFile.read(
                        manifest.file(), folder.resolve(manifest.file()).toRealPath());
            }
        };
    }

    private void show(ManifestFile manifest, Repair repair) {
        for (String line : TextDiff.unified(manifest.path(), manifest.text(), repair.text())) {
            String shown = Printable.line(line);
            console.out().println(console.colour() ? TextDiff.coloured(shown) : shown);
        }
        console.out().println();
    }

    private String sum(ManifestFile manifest, Repair repair) {
        String done = repair.applied() == 0
                ? "Nothing in %s can be mended by a machine".formatted(manifest.path())
                : "%d %s %s %s"
                        .formatted(
                                repair.applied(),
                                repair.applied() == 1 ? "remedy" : "remedies",
                                dryRun ? "could be applied to" : "applied to",
                                manifest.path());
        String codes = repair.after().report().codes().entrySet().stream()
                .map(code -> code.getValue() == 1
                        ? code.getKey().value()
                        : "%s (%d)".formatted(code.getKey().value(), code.getValue()))
                .collect(Collectors.joining(", "));
        String left = codes.isEmpty() ? "" : "\nleft: %s; `provgate validate %s` says where".formatted(codes, path);
        return "%s: %s%s".formatted(done, repair.after().outcome(), left);
    }

    private Progress progress() {
        return console.terminal() ? Progress.on(console.err(), "inspecting", System::nanoTime) : Progress.silent();
    }
}
