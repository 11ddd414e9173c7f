package org.provgate.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.folder.FolderFacts;
import org.provgate.cli.folder.ManifestChoice;
import org.provgate.cli.folder.Progress;
import org.provgate.cli.folder.SubmissionFolders;
import org.provgate.cli.remote.GateClient;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.export.UnreadableLineException;
import org.provgate.usecases.export.PreviewExport;
import org.provgate.usecases.preview.Flip;
import org.provgate.usecases.preview.PolicyChange;
import org.provgate.usecases.preview.Preview;
import org.provgate.usecases.preview.PreviewReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says who would flip under a policy, before it is in force.
@Command(
        name = "preview",
        description = "Says whose verdict would be another under a policy, and why. Nothing is written.",
        footer = {
            "",
            "A folder with a manifest is a submission; one without holds submissions, one folder each. An export of",
            "facts is compared with the verdicts in it, or with what --against would decide.",
            "",
            "Exit: 0 nobody flips, 1 somebody does, 2 could not run.",
            "",
            "Examples:",
            "  provgate policy preview new.yaml --against old.yaml submissions",
            "  provgate policy preview new.yaml facts.jsonl.zst",
            "  provgate policy preview new.yaml --endpoint http://127.0.0.1:8080/api"
        })
public final class PolicyPreviewCommand implements Callable<Integer> {

    private static final int FLIPS = 1;

    private static final String VERDICTS_IN_FORCE = GatePreview.AGAINST;

    @Parameters(index = "0", paramLabel = "FILE", description = "The new policy.")
    private String file = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            description = "Folders of submissions, or what `facts export` wrote.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            defaultValue = "",
            description = "The policy it is compared with; the shipped default when not given.")
    private String against = "";

    @Option(
            names = "--today",
            paramLabel = "DATE",
            defaultValue = "",
            description = "Decide folders as on that day (YYYY-MM-DD); today in UTC when not given.")
    private String today = "";

    @Mixin
    private GateOptions gate = new GateOptions();

    private final Console console;
    private final Desk desk;

    public PolicyPreviewCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        TextOrJson form = gate.form();
        Path path = Arguments.existing(console, file);
        Policy policy = desk.policy(path, file);
        if (paths.isEmpty() && !gate.namesGate()) {
            throw new CannotRunException("nothing is named to look at: PATH… or --endpoint URL");
        }
        if (paths.isEmpty()) {
            return show(previewed(path, policy), form);
        }
        List<Path> files = paths.stream()
                .map(typed -> Arguments.existing(console, typed))
                .filter(Files::isRegularFile)
                .toList();
        if (!files.isEmpty() && files.size() < paths.size()) {
            throw new CannotRunException("exports and folders are previewed each on their own");
        }
        return files.isEmpty() ? ofFolders(policy, form) : ofExports(policy, form);
    }

    /// What `facts export` wrote.
    private int ofExports(Policy policy, TextOrJson form) throws IOException {
        LocalDate day = today.isEmpty() ? console.today() : Arguments.day("--today", today);
        Policy old = against.isEmpty() ? desk.shippedPolicy() : desk.policy(console.path(against), against);
        List<String> passedOver = new ArrayList<>();
        PreviewExport preview = new PreviewExport(
                desk.engine(), new PolicyChange(old, policy, day), !against.isEmpty(), passedOver::add);
        for (String typed : paths) {
            try (InputStream in = ExportFile.open(Arguments.existing(console, typed))) {
                preview.read(in);
            } catch (UnreadableLineException noExport) {
                throw new CannotRunException(typed + " is no export of facts: " + noExport.getMessage(), noExport);
            }
        }
        passedOver.forEach(what -> console.err().println("provgate: passed over: " + what));
        String before = against.isEmpty() ? VERDICTS_IN_FORCE : old.name();
        int exit =
                show(new Preview(policy.name(), policy.digest(), before, day, preview.looked(), preview.flips()), form);
        return passedOver.isEmpty() ? exit : Exits.COULD_NOT_RUN;
    }

    private int ofFolders(Policy policy, TextOrJson form) throws IOException {
        LocalDate day = today.isEmpty() ? console.today() : Arguments.day("--today", today);
        Policy old = against.isEmpty() ? desk.shippedPolicy() : desk.policy(console.path(against), against);
        FolderFacts folders = new FolderFacts(desk.engine(), desk.inspection(), progress());
        List<Path> submissions = new ArrayList<>();
        for (String typed : paths) {
            submissions.addAll(SubmissionFolders.at(
                    Arguments.folder(console, typed), desk.engine().manifests()));
        }
        PolicyChange change = new PolicyChange(old, policy, day);
        List<Flip> flips = new ArrayList<>();
        int unread = 0;
        for (Path submission : submissions) {
            try {
                Naming naming = Naming.of(submission, "");
                SubmissionFacts facts =
                        folders.of(submission, naming.name(), naming.identity(), new ManifestChoice.FoundInFolder());
                Verdict before = decided(facts, old, day);
                Flip.between(
                                naming.name(),
                                contributor(facts),
                                before.outcome(),
                                before.report().codes(Severity.ERROR),
                                decided(facts, policy, day),
                                change)
                        .ifPresent(flips::add);
            } catch (CannotRunException fault) {
                console.err().println("provgate: " + submission.getFileName() + ": " + fault.sentence());
                unread++;
            }
        }
        int looked = submissions.size() - unread;
        int exit = show(new Preview(policy.name(), policy.digest(), old.name(), day, looked, flips), form);
        return unread > 0 ? Exits.COULD_NOT_RUN : exit;
    }

    private Verdict decided(SubmissionFacts facts, Policy policy, LocalDate day) {
        return desk.engine().evaluator().evaluate(facts, policy, desk.engine().registry(), day);
    }

    /// Who submits it, or else the first who answers for it.
    private static String contributor(SubmissionFacts facts) {
        List<Contributor> named = facts.manifest() instanceof ManifestReading.Read(var manifest, var _, var _)
                ? manifest.contributors()
                : List.of();
        return named.stream()
                .filter(one -> one.roles().value().orElse(List.of()).contains("submitter"))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .flatMap(one -> one.name().value().or(() -> one.organization().value()))
                .orElse(Flip.NOBODY);
    }

    private Preview previewed(Path path, Policy policy) throws IOException {
        if (!against.isEmpty() || !today.isEmpty()) {
            throw new CannotRunException("--against and --today go with folders; a gate has verdicts of its own");
        }
        try (GateClient client = gate.client()) {
            return GatePreview.of(client, Files.readString(path, StandardCharsets.UTF_8), policy, console.today())
                    .preview();
        }
    }

    private int show(Preview preview, TextOrJson form) throws IOException {
        switch (form) {
            case TEXT -> console.out().print(PreviewReport.text(preview));
            case JSON -> PreviewReport.json(preview, console.out());
        }
        console.out().flush();
        return preview.flips().isEmpty() ? Exits.DONE : FLIPS;
    }

    private Progress progress() {
        return console.terminal() ? Progress.on(console.err(), "inspecting", System::nanoTime) : Progress.silent();
    }
}
