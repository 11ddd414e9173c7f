package org.provgate.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.provgate.aws.s3.UploadBucket;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.folder.FolderFacts;
import org.provgate.cli.folder.FolderLines;
import org.provgate.cli.folder.FolderWalk;
import org.provgate.cli.folder.FoundFile;
import org.provgate.cli.folder.ManifestChoice;
import org.provgate.cli.folder.Progress;
import org.provgate.cli.remote.Destination;
import org.provgate.cli.remote.GateDestination;
import org.provgate.cli.remote.S3Destination;
import org.provgate.core.facts.Sha256;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.report.ReportContext;
import org.provgate.formats.report.ReportFormat;
import org.provgate.usecases.operate.GrantUploads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a folder, uploads it and waits for the verdict.
@Command(
        name = "submit",
        description = "Validates a folder, uploads it with checksums, and waits for the gate's verdict.",
        footer = {
            "",
            "With --api and a contributor's token the gate signs an address for each file, and no AWS credentials are",
            "needed; files that lie there already are not sent again, so a submission that was broken off goes on where it",
            "was. Without it, the usual AWS credentials are used.",
            "",
            "Exit: 0 accepted, 1 quarantined here or there, 2 could not run.",
            "",
            "Example:",
            "  provgate submit my-dataset --to s3://hub-dataset/jane/harbour/r1/ --api https://gate.example/api"
        })
public final class SubmitCommand implements Callable<Integer> {

    private static final int UPLOADS_AT_ONCE = 4;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final int BUFFER = 1 << 16;

    @Parameters(paramLabel = "PATH", description = "The folder of a submission.")
    private String path = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "s3://BUCKET/CONTRIBUTOR/DATASET/REVISION/; with --api also without the bucket.")
    private String to = "";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            defaultValue = "${env:AWS_ENDPOINT_URL:-}",
            description = "Another S3 than AWS itself, such as `provgate local`; else AWS_ENDPOINT_URL.")
    private String endpoint = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "${env:AWS_REGION:-${env:AWS_DEFAULT_REGION:-}}",
            description = "The bucket's region; else AWS_REGION or AWS_DEFAULT_REGION.")
    private String region = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            defaultValue = "",
            description = "The hub's policy, for the check before the upload; the shipped default when not given.")
    private String policyFile = "";

    @Option(names = "--no-validate", description = "Uploads without checking first.")
    private boolean unchecked;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long the verdict is waited for; 0 does not wait. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Mixin
    private GateOptions gate = new GateOptions();

    private final Console console;
    private final Desk desk;

    public SubmitCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        TextOrJson form = gate.form();
        Target target = Target.parse(to, gate.namesGate());
        Path folder = Arguments.folder(console, path);
        if (!unchecked && !isAcceptedHere(folder, target.name())) {
            return Exits.QUARANTINED;
        }
        List<Destination.Piece> pieces = pieces(folder);
        try (Destination destination = destination(target)) {
            Set<String> stored = destination.prepare(pieces);
            List<Destination.Piece> missing = pieces.stream()
                    .filter(piece -> !stored.contains(piece.path()))
                    .toList();
            if (!stored.isEmpty()) {
                console.err()
                        .println("provgate: %,d of %,d files lie there already and are not sent again"
                                .formatted(stored.size(), pieces.size()));
            }
            if (!missing.isEmpty()) {
                upload(missing, destination);
            }
            return patience == 0 ? Exits.DONE : told(destination, target.name(), form);
        }
    }

    private boolean isAcceptedHere(Path folder, SubmissionName name) throws IOException {
        Policy policy = policyFile.isEmpty() ? desk.shippedPolicy() : desk.policy(console.path(policyFile), policyFile);
        ManifestChoice manifest = new ManifestChoice.FoundInFolder();
        SubmissionFacts facts = new FolderFacts(desk.engine(), desk.inspection(), progress("inspecting"))
                .of(folder, name.toString(), new SubmissionFacts.Identity.Known(name), manifest);
        Verdict verdict =
                desk.engine().evaluator().evaluate(facts, policy, desk.engine().registry(), console.today());
        if (verdict instanceof Verdict.Accepted) {
            return true;
        }
        ReportContext context = ReportContext.of(desk.version(), console.today(), desk.rules())
                .showing(new FolderLines(folder, manifest))
                .inColour(console.colour());
        ReportFormat form = gate.form() == TextOrJson.JSON ? ReportFormat.JSON : ReportFormat.TEXT;
        form.writer().write(verdict, context, console.out());
        console.out().flush();
        console.err().println("provgate: nothing was uploaded; --no-validate uploads all the same");
        return false;
    }

    /// The manifest comes last: with it the submission is complete.
    private List<Destination.Piece> pieces(Path folder) {
        List<Destination.Piece> pieces = new ArrayList<>();
        List<Destination.Piece> manifests = new ArrayList<>();
        for (FoundFile found : FolderWalk.of(folder)) {
            switch (found) {
                case FoundFile.Unusable(String name, String reason) ->
                    throw new CannotRunException("%s cannot be uploaded: %s".formatted(name, reason));
                case FoundFile.Regular(String name, Path file, long size) -> {
                    if (size > GrantUploads.LARGEST) {
                        throw new CannotRunException(
                                "%s has more than 5 GiB, which S3 takes in parts alone;".formatted(name)
                                        + " `aws s3 cp` uploads it, the rest can follow here");
                    }
                    List<Destination.Piece> list =
                            desk.engine().manifests().isCandidate(name) && name.indexOf('/') < 0 ? manifests : pieces;
                    list.add(new Destination.Piece(name, file, size, digest(name, file)));
                }
            }
        }
        pieces.addAll(manifests);
        if (pieces.isEmpty()) {
            throw new CannotRunException(path + " holds no files");
        }
        return pieces;
    }

    private static Sha256 digest(String name, Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream bytes = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER];
            int read = 0;
            while (read >= 0) {
                read = bytes.read(buffer);
            }
            return new Sha256(HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
        } catch (IOException fault) {
            throw new CannotRunException("%s cannot be read: %s".formatted(name, fault.getMessage()), fault);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    private Destination destination(Target target) {
        if (gate.namesGate()) {
            return new GateDestination(gate.client(), target.name());
        }
        try {
            Optional<URI> elsewhere = endpoint.isEmpty() ? Optional.empty() : Optional.of(URI.create(endpoint));
            return new S3Destination(UploadBucket.open(target.bucket(), region, elsewhere), target.name());
        } catch (IllegalArgumentException form) {
            throw new CannotRunException("--endpoint-url takes an address, not \"%s\"".formatted(endpoint), form);
        }
    }

    private void upload(List<Destination.Piece> pieces, Destination destination) {
        Progress progress = progress("uploading");
        progress.begin(pieces.stream()
                .<FoundFile>map(piece -> new FoundFile.Regular(piece.path(), piece.file(), piece.size()))
                .toList());
        try (ExecutorService workers = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (Destination.Piece piece : pieces.subList(0, pieces.size() - 1)) {
                running.add(workers.submit(() -> {
                    destination.put(piece);
                    progress.done(piece.size());
                }));
            }
            try {
                for (Future<?> each : running) {
                    each.get();
                }
            } catch (ExecutionException fault) {
                workers.shutdownNow();
                throw fault.getCause() instanceof CannotRunException cannot
                        ? cannot
                        : new CannotRunException("the upload failed: " + fault.getCause(), fault);
            } catch (InterruptedException stopped) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CannotRunException("stopped", stopped);
            }
            destination.put(pieces.getLast());
        } finally {
            progress.end();
        }
    }

    private int told(Destination destination, SubmissionName name, TextOrJson form) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        Optional<Destination.Answer> answer = destination.verdict();
        while (answer.isEmpty()) {
            if (System.nanoTime() - until > 0) {
                throw new CannotRunException("uploaded, but there is no verdict after %d seconds; `provgate status %s`"
                                .formatted(patience, name)
                        + " tells later");
            }
            pause();
            answer = destination.verdict();
        }
        switch (form) {
            case TEXT -> console.out().print(answer.get().text());
            case JSON -> console.out().println(answer.get().json());
        }
        console.out().flush();
        return answer.get().accepted() ? Exits.ACCEPTED : Exits.QUARANTINED;
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRunException("stopped", stopped);
        }
    }

    private Progress progress(String doing) {
        return console.terminal() ? Progress.on(console.err(), doing, System::nanoTime) : Progress.silent();
    }

    /// Where to, as it was typed.
    private record Target(String bucket, SubmissionName name) {

        private static final String S3 = "s3://";

        static Target parse(String typed, boolean bucketMayLack) {
            String form = "--to takes s3://BUCKET/CONTRIBUTOR/DATASET/REVISION/, not \"%s\"".formatted(typed);
            boolean named = typed.startsWith(S3);
            if (!named && !bucketMayLack) {
                throw new CannotRunException(form);
            }
            String rest = named ? typed.substring(S3.length()) : "-/" + typed;
            int slash = rest.indexOf('/');
            if (slash < 1) {
                throw new CannotRunException(form);
            }
            String id = rest.substring(slash + 1);
            return new Target(
                    rest.substring(0, slash),
                    SubmissionName.parse(id.endsWith("/") ? id.substring(0, id.length() - 1) : id)
                            .filter(name -> !name.stray())
                            .orElseThrow(() -> new CannotRunException(form)));
        }
    }
}
