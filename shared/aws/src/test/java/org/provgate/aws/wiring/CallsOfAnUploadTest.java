package org.provgate.aws.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.provgate.aws.bus.LoggedAnnouncements;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.aws.s3.BucketNames;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;
import org.provgate.embedded.EmbeddedDynamo;
import org.provgate.embedded.EmbeddedS3;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.PlaceObjects;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// Counts what an upload asks of S3 and the ledger, for the calculator of costs. `-Dprovgate.write` writes it anew.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsOfAnUploadTest {

    private static final String FILE = "tools/bench/src/main/resources/org/provgate/bench/calls.properties";

    /// Objects in the larger of two submissions, whose difference is what each of them costs.
    private static final int MORE = 20;

    /// Objects whose facts the stream hands to `decide` at once.
    private static final int BATCH = 10;

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"));

    private static final String MANIFEST = """
            manifest: dataset-provenance/v1
            dataset:
              name: harbour-phrases
              version: 1.0.0
              description: Phrases for pilots, written down and translated by two of them.
              license: CC-BY-4.0
            contributors:
              - name: Kari Example
                roles: [creator]
            sources:
              - id: notebooks
                type: human-authored
                name: Two pilots' notebooks
                license: CC-BY-4.0
                rightsBasis: own-work
                collectionPeriod: {start: 2024-03, end: 2025-01}
            teachers: TEACHERS
            files:
            FILES
            attestations:
              - {type: complete-and-accurate, by: Kari Example, date: 2026-11-20}
              - {type: right-to-contribute, by: Kari Example, date: 2026-11-20}
              - {type: no-model-output, by: Kari Example, date: 2026-11-20}
            """;

    private final EmbeddedS3 s3 = EmbeddedS3.inMemory();
    private final S3Client client = s3.client();
    private final EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory();

    @AfterAll
    void close() {
        client.close();
        s3.close();
        dynamo.close();
    }

    @Test
    void theCalculatorCountsWhatIsAsked() throws IOException {
        SortedMap<String, String> measured = new TreeMap<>();
        each(measured, "accepted", "none");
        each(measured, "quarantined", "unknown");
        StringBuilder text = new StringBuilder("# Counted by CallsOfAnUploadTest; -Dprovgate.write counts anew.\n");
        measured.forEach((name, count) -> text.append("%s=%s%n".formatted(name, count)));

        Path file = root().resolve(FILE);
        if (System.getProperty("provgate.write") != null) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text.toString());
    }

    private void each(SortedMap<String, String> measured, String outcome, String teachers) {
        List<SortedMap<String, Double>> one = run(outcome + "-1", teachers, 1, outcome);
        List<SortedMap<String, Double>> many = run(outcome + "-" + MORE, teachers, 1 + MORE, outcome);
        List<String> steps = List.of(outcome, outcome + ".rescanned");
        for (int step = 0; step < steps.size(); step++) {
            for (String what : List.of("s3-writes", "s3-reads", "ledger-writes", "ledger-reads")) {
                double first = one.get(step).getOrDefault(what, 0.0);
                double object = (many.get(step).getOrDefault(what, 0.0) - first) / MORE;
                measured.put(steps.get(step) + ".submission." + what, two(first - object));
                measured.put(steps.get(step) + ".object." + what, two(object));
            }
        }
    }

    private static String two(double count) {
        return String.format(Locale.ROOT, "%.2f", count);
    }

    /// @return what it took until all lay where it should, and what looking at it again takes
    private List<SortedMap<String, Double>> run(String revision, String teachers, int objects, String outcome) {
        BucketNames names = new BucketNames("dataset-" + revision, "quarantine-" + revision, "report-" + revision);
        for (String name : List.of(names.dataset(), names.quarantine(), names.report())) {
            client.createBucket(bucket -> bucket.bucket(name));
            client.putBucketVersioning(bucket -> bucket.bucket(name)
                    .versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
        }
        String table = "ledger-" + revision;
        LedgerTable.create(dynamo.client(), table);
        Meter meter = new Meter();
        Wiring wiring = new Wiring(
                new Settings(table, names, "", "", "", "us-east-1", Optional.empty()),
                meter.metered(dynamo.client()),
                meter.metered(client),
                AnonymousCredentialsProvider.create(),
                LoggedAnnouncements::new,
                () -> {
                    throw new AssertionError("an upload starts no rescan");
                },
                Optional.empty(),
                CLOCK);
        SubmissionName name = new SubmissionName("ada", "tides", "r1");
        List<Notice> notices = uploads(names.dataset(), name, teachers, objects);
        int seen = 0;
        for (Notice notice : notices) {
            wiring.inspectObject().inspect(notice);
            if (++seen % BATCH == 0 && seen < notices.size()) {
                wiring.decideSubmission().decide(name);
            }
        }
        assertThat(wiring.decideSubmission().decide(name)).isEqualTo(DecideSubmission.Outcome.DECIDED);
        assertThat(wiring.placeObjects().place(name, () -> true)).isEqualTo(PlaceObjects.Outcome.PLACED);
        assertThat(wiring.ledger().load(name).orElseThrow().record().state().word())
                .isEqualTo(outcome);
        SortedMap<String, Double> first = meter.counts();
        assertThat(wiring.decideSubmission().decideAgain(name)).isEqualTo(DecideSubmission.Outcome.UNCHANGED);
        SortedMap<String, Double> again = meter.counts();
        first.forEach((what, count) -> again.merge(what, -count, Double::sum));
        return List.of(first, again);
    }

    /// The manifest comes last, as `provgate submit` sends it.
    private List<Notice> uploads(String bucket, SubmissionName name, String teachers, int objects) {
        List<Notice> notices = new ArrayList<>();
        StringBuilder files = new StringBuilder();
        for (int i = 1; i < objects + 1; i++) {
            String path = "data/part-%03d.jsonl".formatted(i);
            String text = "{\"text\": \"phrase %d\"}%n".formatted(i);
            files.append("  - {path: %s, sha256: %s, sources: [notebooks]}%n"
                    .formatted(path, Digests.sha256(text).hex()));
            notices.add(upload(bucket, name, path, text, i));
        }
        notices.add(upload(
                bucket,
                name,
                "provenance.yaml",
                MANIFEST.replace("TEACHERS", teachers).replace("FILES\n", files),
                objects + 1));
        return notices;
    }

    private Notice upload(String bucket, SubmissionName name, String path, String text, int order) {
        String key = name + "/" + path;
        String version = client.putObject(object -> object.bucket(bucket).key(key), RequestBody.fromString(text))
                .versionId();
        return new Notice(key, version, Integer.toHexString(order), Notice.Kind.CREATED);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the repository's root");
        }
        return folder;
    }
}
