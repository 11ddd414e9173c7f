package org.provgate.proof.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.provgate.aws.bus.LoggedAnnouncements;
import org.provgate.aws.client.AwsClients;
import org.provgate.aws.dynamo.DynamoLedger;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.aws.s3.BucketNames;
import org.provgate.aws.s3.S3ObjectStore;
import org.provgate.aws.wiring.Settings;
import org.provgate.aws.wiring.Wiring;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;
import org.provgate.embedded.EmbeddedS3;
import org.provgate.proof.Parcel;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.FindArrivals;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/// The gate's adapters and use cases over two servers in bad weather, worked by a few threads as queue, stream and
/// schedule would. Whoever uploads and whoever looks in the end has good weather.
final class StormyGate implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String TABLE = "ledger";
    private static final BucketNames BUCKETS = new BucketNames("dataset", "quarantine", "report");
    private static final AwsCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing"));
    private static final int SHARDS = 2;
    private static final int WORKERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final EmbeddedS3 objects;
    private final DynamoDBProxyServer table;
    private final FaultyProxy beforeObjects;
    private final FaultyProxy beforeTable;
    private final S3Client uploads;
    private final Ledger ledger;
    private final ObjectStore store;
    private final Wiring wiring;
    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
    private final Set<String> touched = new ConcurrentSkipListSet<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    private StormyGate(EmbeddedS3 objects, DynamoDBProxyServer table, URI tableAt, long seed, int inHundred)
            throws IOException {
        this.objects = objects;
        this.table = table;
        this.beforeObjects = FaultyProxy.before(objects.endpoint(), seed, inHundred);
        this.beforeTable = FaultyProxy.before(tableAt, seed + 1, inHundred);
        this.uploads = clients(objects.endpoint()).s3();
        var goodTable = clients(tableAt).dynamo();
        LedgerTable.create(goodTable, TABLE);
        this.ledger = new DynamoLedger(goodTable, TABLE);
        this.store = new S3ObjectStore(uploads, BUCKETS);
        for (Bucket bucket : Bucket.values()) {
            String name = BUCKETS.of(bucket);
            uploads.createBucket(to -> to.bucket(name));
            uploads.putBucketVersioning(
                    to -> to.bucket(name).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        }
        this.wiring = new Wiring(
                new Settings(TABLE, BUCKETS, "", "", "", "us-east-1", Optional.of(beforeObjects.endpoint())),
                clients(beforeTable.endpoint()).dynamo(),
                clients(beforeObjects.endpoint()).s3(),
                NOBODY,
                LoggedAnnouncements::new,
                () -> _ -> {},
                Optional.empty(),
                CLOCK);
    }

    static StormyGate start(long seed, int inHundred) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        DynamoDBProxyServer table = table(port);
        return new StormyGate(EmbeddedS3.inMemory(), table, URI.create("http://127.0.0.1:" + port), seed, inHundred);
    }

    private static DynamoDBProxyServer table(int port) throws IOException {
        try {
            DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
            server.start();
            return server;
        } catch (Exception fault) {
            throw new IOException("the table's server does not start", fault);
        }
    }

    private static AwsClients clients(URI endpoint) {
        return new AwsClients(Region.US_EAST_1, NOBODY, Optional.of(endpoint));
    }

    Map<Fault, Integer> met() {
        Map<Fault, Integer> both = new EnumMap<>(beforeObjects.met());
        beforeTable.met().forEach((fault, count) -> both.merge(fault, count, Integer::sum));
        return both;
    }

    int failed() {
        return failed.get();
    }

    /// Uploads so many, waits until all are decided, and looks.
    ///
    /// @return what did not hold
    List<String> submit(int count) throws InterruptedException, IOException {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(Thread.ofPlatform().start(this::work));
        }
        Map<String, String> stored = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            Parcel parcel = Parcel.numbered(number, SHARDS);
            parcel.files().forEach((path, bytes) -> {
                String key = name(parcel).keyOf(path);
                store.put(Bucket.DATASET, key, "text/plain", bytes);
                String version = store.latest(Bucket.DATASET, key).orElseThrow();
                stored.put(key, Digests.sha256(bytes).hex());
                notices.add(new Notice(key, version, "", Notice.Kind.CREATED));
            });
        }
        List<String> wrong = new ArrayList<>();
        Instant until = CLOCK.instant().plus(PATIENCE);
        for (int number = 0; number < count; number++) {
            Parcel parcel = Parcel.numbered(number, SHARDS);
            while (!settled(parcel) && CLOCK.instant().isBefore(until)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            if (!settled(parcel)) {
                wrong.add("%s is %s".formatted(name(parcel), ledger.submission(name(parcel))));
            }
        }
        over.set(true);
        for (Thread worker : workers) {
            worker.join();
        }
        look(stored, wrong);
        return wrong;
    }

    private static SubmissionName name(Parcel parcel) {
        return new SubmissionName("demo", parcel.dataset(), "r1");
    }

    private boolean settled(Parcel parcel) {
        State wanted = parcel.good() ? State.ACCEPTED : State.QUARANTINED;
        return ledger.submission(name(parcel))
                .filter(record -> record.state() == wanted && record.placed() == record.verdict())
                .isPresent();
    }

    private void work() {
        InspectObject inspect = wiring.inspectObject();
        DecideSubmission decide = wiring.decideSubmission();
        PlaceObjects place = wiring.placeObjects();
        FindArrivals arrivals = wiring.findArrivals();
        int turn = 0;
        while (!over.get()) {
            try {
                Notice notice = notices.poll(20, TimeUnit.MILLISECONDS);
                if (notice != null) {
                    tried(() -> inspect.inspect(notice), () -> notices.add(notice));
                    touched.add(notice.key().substring(0, notice.key().indexOf("/r1/") + 3));
                    continue;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            for (String each : touched) {
                SubmissionName name = SubmissionName.parse(each).orElseThrow();
                tried(() -> decide.decide(name), () -> {});
                tried(() -> place.place(name, () -> true), () -> {});
            }
            if (++turn % 10 == 0) {
                tried(() -> arrivals.page("", "").notices().forEach(inspect::inspect), () -> {});
                tried(() -> wiring.sweep().sweep(() -> true), () -> {});
            }
        }
    }

    /// What fails comes again, as a queue or a stream would have it.
    private void tried(Runnable work, Runnable again) {
        try {
            work.run();
        } catch (RuntimeException outage) {
            failed.incrementAndGet();
            again.run();
        }
    }

    private void look(Map<String, String> stored, List<String> wrong) throws IOException {
        for (Map.Entry<String, String> upload : stored.entrySet()) {
            int copies = 0;
            for (Bucket bucket : List.of(Bucket.DATASET, Bucket.QUARANTINE)) {
                for (ObjectStore.Listed version :
                        store.versions(bucket, upload.getKey(), "").versions()) {
                    copies++;
                    if (!digest(bucket, version).equals(upload.getValue())) {
                        wrong.add("%s has other bytes in %s".formatted(upload.getKey(), bucket));
                    }
                }
            }
            if (copies != 1) {
                wrong.add("%s lies in %d places".formatted(upload.getKey(), copies));
            }
        }
        for (ObjectStore.Listed version : store.versions(Bucket.DATASET, "", "").versions()) {
            SubmissionName name = SubmissionName.parse(
                            version.key().substring(0, version.key().indexOf("/r1/") + 3))
                    .orElseThrow();
            boolean accepted = ledger.submission(name)
                    .filter(record -> record.state() == State.ACCEPTED)
                    .isPresent();
            if (!accepted
                    && "accepted"
                            .equals(store.tags(Bucket.DATASET, version.key(), version.version())
                                    .get("provenance"))) {
                wrong.add(version.key() + " is readable without a verdict");
            }
        }
    }

    private String digest(Bucket bucket, ObjectStore.Listed version) throws IOException {
        try (InputStream bytes = store.open(bucket, version.key(), version.version(), 0)) {
            return Digests.sha256(bytes.readAllBytes()).hex();
        }
    }

    @Override
    public void close() {
        beforeObjects.close();
        beforeTable.close();
        uploads.close();
        objects.close();
        try {
            table.stop();
        } catch (Exception fault) {
            throw new IllegalStateException("the table's server does not stop", fault);
        }
    }
}
