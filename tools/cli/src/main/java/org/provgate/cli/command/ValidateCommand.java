package org.provgate.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.folder.FolderFacts;
import org.provgate.cli.folder.FolderLines;
import org.provgate.cli.folder.ManifestChoice;
import org.provgate.cli.folder.Progress;
import org.provgate.cli.folder.SubmissionFolders;
import org.provgate.core.policy.Policy;
import org.provgate.core.signing.Signer;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.attest.VerdictStatement;
import org.provgate.formats.report.JsonReport;
import org.provgate.formats.report.ReportContext;
import org.provgate.formats.report.ReportFormat;
import org.provgate.formats.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides a folder exactly as the functions would.
@Command(
        name = "validate",
        description = "Decides a folder exactly as the gate would.",
        footer = {
            "",
            "Exit: 0 accepted, 1 quarantined (any), 2 could not run.",
            "",
            "Examples:",
            "  provgate validate my-dataset",
            "  provgate validate my-dataset --format sarif --output provenance.sarif",
            "  provgate validate submissions --each --format json",
            "  provgate validate my-dataset --attest verdict.intoto.json --key gate.pem"
        })
public final class ValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "The folder of a submission; with --each, a folder of such folders.")
    private String path = "";

    @Option(names = "--each", description = "PATH holds submissions, one folder each; JSON reports come one a line.")
    private boolean each;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            defaultValue = "",
            description = "A manifest to decide by instead of those in the folder.")
    private String manifestFile = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, sarif, junit, html or markdown. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Write the report there instead of to standard output.")
    private String output = "";

    @Option(
            names = "--attest",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Write the verdict there too, as a statement that `provgate verify` checks.")
    private String attestation = "";

    @Option(
            names = "--key",
            paramLabel = "PEM",
            defaultValue = "",
            description = "Sign that statement with this private key, Ed25519 or ECDSA P-256.")
    private String keyFile = "";

    @Mixin
    private JudgeOptions judge = new JudgeOptions();

    private final Console console;
    private final Desk desk;

    public ValidateCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        ReportFormat form = Arguments.word(ReportFormat.class, "--format", format);
        LocalDate day = judge.day(console);
        Path folder = Arguments.folder(console, path);
        judge.check();
        Optional<Signer> signer = signer(folder);
        Policy policy = judge.policy(console, desk);
        Run run = new Run(
                policy,
                day,
                form,
                new FolderFacts(desk.engine(), desk.inspection(), progress()),
                each ? JsonReport.oneLine() : JsonReport.pretty());
        return each ? decideEach(folder, run) : decideOne(folder, run, signer);
    }

    /// What is the same for every submission of one call.
    private record Run(Policy policy, LocalDate day, ReportFormat form, FolderFacts folders, ReportWriter json) {

        ReportWriter writer() {
            return form == ReportFormat.JSON ? json : form.writer();
        }
    }

    /// Everything that can be wrong with the options is said before any work.
    private Optional<Signer> signer(Path folder) {
        if (attestation.isEmpty() && !keyFile.isEmpty()) {
            throw new CannotRunException("--key signs what --attest writes, and that is not given");
        }
        if (!attestation.isEmpty() && each) {
            throw new CannotRunException("--attest writes one verdict and does not go with --each");
        }
        Path written = console.path(attestation).toAbsolutePath().normalize();
        if (!attestation.isEmpty() && written.startsWith(folder.toAbsolutePath().normalize())) {
            throw new CannotRunException(
                    "--attest %s lies in the folder that is decided; write it beside it".formatted(attestation));
        }
        return keyFile.isEmpty() ? Optional.empty() : Optional.of(Keys.signing(console, keyFile));
    }

    private int decideOne(Path folder, Run run, Optional<Signer> signer) throws IOException {
        ManifestChoice manifest = manifestFile.isEmpty()
                ? new ManifestChoice.FoundInFolder()
                : Arguments.manifest(console, folder, manifestFile);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Verdict verdict = decided(folder, manifest, run, report);
        if (!attestation.isEmpty()) {
            attest(new VerdictStatement(verdict, ReportContext.of(desk.version(), run.day(), desk.rules())), signer);
        }
        deliver(report.toByteArray());
        return verdict instanceof Verdict.Accepted ? Exits.ACCEPTED : Exits.QUARANTINED;
    }

    private int decideEach(Path folder, Run run) throws IOException {
        if (run.form() != ReportFormat.JSON && run.form() != ReportFormat.TEXT) {
            throw new CannotRunException(
                    "--each writes text or json, not " + run.form().word());
        }
        if (!manifestFile.isEmpty()) {
            throw new CannotRunException("--manifest names one manifest and does not go with --each");
        }
        int exit = Exits.ACCEPTED;
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        for (Path submission : SubmissionFolders.below(folder)) {
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            try {
                Verdict verdict = decided(submission, new ManifestChoice.FoundInFolder(), run, report);
                exit = Math.max(exit, verdict instanceof Verdict.Accepted ? Exits.ACCEPTED : Exits.QUARANTINED);
            } catch (CannotRunException fault) {
                console.err().println("provgate: " + submission.getFileName() + ": " + fault.sentence());
                exit = Exits.COULD_NOT_RUN;
                continue;
            }
            if (output.isEmpty()) {
                console.out().write(report.toByteArray());
                console.out().flush();
            } else {
                report.writeTo(gathered);
            }
        }
        if (!output.isEmpty()) {
            deliver(gathered.toByteArray());
        }
        return exit;
    }

    private Verdict decided(Path folder, ManifestChoice manifest, Run run, ByteArrayOutputStream report)
            throws IOException {
        Naming naming = judge.naming(folder);
        SubmissionFacts facts = run.folders().of(folder, naming.name(), naming.identity(), manifest);
        Verdict verdict = desk.engine()
                .evaluator()
                .evaluate(facts, run.policy(), desk.engine().registry(), run.day());
        ReportContext context = ReportContext.of(desk.version(), run.day(), desk.rules())
                .showing(new FolderLines(folder, manifest))
                .inColour(console.colour() && output.isEmpty());
        run.writer().write(verdict, context, report);
        return verdict;
    }

    private void attest(VerdictStatement statement, Optional<Signer> signer) {
        Path file = console.path(attestation);
        Arguments.write(file, attestation, signer.map(statement::signed).orElseGet(statement::unsigned));
        if (signer.isEmpty()) {
            console.err().println("%s is not signed: nobody stands behind it; --key signs it".formatted(attestation));
        }
    }

    private void deliver(byte[] report) throws IOException {
        if (output.isEmpty()) {
            console.out().write(report);
            console.out().flush();
        } else {
            Arguments.write(console.path(output), output, report);
        }
    }

    private Progress progress() {
        return console.terminal() ? Progress.on(console.err(), "inspecting", System::nanoTime) : Progress.silent();
    }
}
