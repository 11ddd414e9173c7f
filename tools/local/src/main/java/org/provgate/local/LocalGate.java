package org.provgate.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.provgate.aws.bus.LoggedAnnouncements;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.aws.s3.BucketNames;
import org.provgate.aws.s3.S3PolicySource;
import org.provgate.aws.wiring.Settings;
import org.provgate.aws.wiring.Wiring;
import org.provgate.embedded.EmbeddedDynamo;
import org.provgate.embedded.EmbeddedS3;
import org.provgate.functions.api.ApiHandler;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.local.console.ConsoleServer;
import org.provgate.local.console.Tokens;
import org.provgate.local.pipeline.Invocation;
import org.provgate.local.pipeline.NoticeQueue;
import org.provgate.local.pipeline.Pipeline;
import org.provgate.local.pipeline.RescanMachine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// A gate that runs in this process, from [#start] to [#close].
///
/// The database leaves threads behind that end late: a program that ran a gate ends with `System.exit`.
public final class LocalGate implements AutoCloseable {

    private static final String TABLE = "provgate-ledger";

    private static final BucketNames BUCKETS = new BucketNames("dataset", "quarantine", "report");

    private static final int LAST_PORT = 65_535;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Ready ready;
    private final Wiring wiring;

    private LocalGate(LocalSettings settings) {
        opened.push(FaultLog.to(settings.log()));
        boolean started = false;
        try {
            Optional<String> policy = policy(settings.policy());
            KeptFolder data = KeptFolder.open(settings.data());
            opened.push(data);
            ConsoleServer console = console(settings.port());
            opened.push(console);
            NoticeQueue notices = new NoticeQueue(BUCKETS.dataset());
            Grammars.load();
            // Each takes a second or more; the two do not need each other.
            CompletableFuture<EmbeddedDynamo> starting = CompletableFuture.supplyAsync(() -> ledger(data));
            opened.push(() -> starting.join().close());
            EmbeddedS3 objects = objects(settings.port(), data, notices);
            opened.push(objects);
            S3Client s3 = objects.client();
            opened.push(s3);
            prepare(s3);
            EmbeddedDynamo ledger = starting.join();
            RescanMachine machine = new RescanMachine(this::wiring);
            opened.push(machine);
            wiring = new Wiring(
                    new Settings(TABLE, BUCKETS, "", "", "", "us-east-1", Optional.of(objects.endpoint())),
                    ledger.client(),
                    s3,
                    StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(Ready.ACCESS_KEY_ID, Ready.SECRET_ACCESS_KEY)),
                    LoggedAnnouncements::new,
                    () -> machine,
                    settings.signer(),
                    settings.clock());
            policy.ifPresent(text -> wiring.store()
                    .put(Bucket.REPORT, S3PolicySource.KEY, "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
            opened.push(Pipeline.start(wiring, notices, ledger, TABLE, data::progress));
            machine.takeUp();
            Tokens tokens = new Tokens(token(), token(), Ready.CONTRIBUTOR, token());
            console.serve(new ApiHandler(wiring), Invocation.of("api"), tokens);
            URI page = console.address();
            ready = new Ready(
                    page,
                    page.resolve("/api"),
                    objects.endpoint(),
                    BUCKETS,
                    tokens.operator(),
                    tokens.second(),
                    tokens.ofContributor());
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /// @throws CannotStartException with a sentence for the person who started it
    public static LocalGate start(LocalSettings settings) {
        return new LocalGate(settings);
    }

    private Wiring wiring() {
        return wiring;
    }

    public Ready ready() {
        return ready;
    }

    /// What the gate knows.
    public Ledger ledger() {
        return wiring.ledger();
    }

    /// What it holds.
    public ObjectStore store() {
        return wiring.store();
    }

    /// Waits until somebody has closed the gate.
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /// Ends what is under way and gives everything back. May be called from anywhere, and again.
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception fault) {
                System.getLogger(LocalGate.class.getName())
                        .log(System.Logger.Level.WARNING, "could not be closed", fault);
            }
        }
        closed.countDown();
    }

    private static Optional<String> policy(PolicyChoice choice) {
        return switch (choice) {
            case PolicyChoice.AsItWas _ -> Optional.empty();
            case PolicyChoice.Written(String name, String text) -> Optional.of(checked(name, text));
            case PolicyChoice.FromFile(Path file, String typed) -> {
                try {
                    yield Optional.of(checked(typed, Files.readString(file)));
                } catch (IOException fault) {
                    throw new CannotStartException(
                            "the policy " + typed + " cannot be read: " + fault.getMessage(), fault);
                }
            }
        };
    }

    private static String checked(String name, String text) {
        try {
            PolicyText.read(name, text.getBytes(StandardCharsets.UTF_8));
            return text;
        } catch (PolicyText.FaultyPolicyException faulty) {
            throw new CannotStartException(faulty.sentences(), faulty);
        }
    }

    private static ConsoleServer console(int port) {
        if (port < 0 || port >= LAST_PORT) {
            throw new CannotStartException(
                    "a port is between 1 and " + (LAST_PORT - 1) + ", and S3 takes the next one");
        }
        try {
            return ConsoleServer.bind(port);
        } catch (IOException taken) {
            throw new CannotStartException("port " + port + " of 127.0.0.1 is taken; --port chooses another", taken);
        }
    }

    private static EmbeddedS3 objects(int port, KeptFolder data, NoticeQueue notices) {
        try {
            return EmbeddedS3.start(port == 0 ? 0 : port + 1, data.objects(), notices);
        } catch (UncheckedIOException fault) {
            throw new CannotStartException(fault.getMessage() + " (S3 takes the one after the console's)", fault);
        }
    }

    private static EmbeddedDynamo ledger(KeptFolder data) {
        EmbeddedDynamo ledger = EmbeddedDynamo.start(data.ledger());
        LedgerTable.create(ledger.client(), TABLE);
        return ledger;
    }

    private static void prepare(S3Client s3) {
        var there = s3.listBuckets().buckets();
        for (Bucket bucket : Bucket.values()) {
            String name = BUCKETS.of(bucket);
            if (there.stream().noneMatch(found -> found.name().equals(name))) {
                s3.createBucket(to -> to.bucket(name));
            }
            s3.putBucketVersioning(
                    to -> to.bucket(name).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        }
    }

    private static String token() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
