package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.aws.client.AwsClients;
import org.provgate.aws.dynamo.DynamoLedger;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.bench.Sections;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.lambda.FunctionProcess;
import org.provgate.testkit.lambda.RuntimeApi;
import org.provgate.testkit.lambda.RuntimeApi.Answer;
import org.provgate.testkit.server.Moto;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Tag;

/// One upload from its notice to its answer, each function in a process of its own, out of the very jar that is
/// deployed, woken by the sample events, over moto. `-Dprovgate.coldstart` writes how long each took into the
/// scorecard.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FunctionsUnderLambdaTest {

    private static final Repository REPOSITORY = Repository.here();

    /// A cold start on a small machine that has other things to do.
    private static final int PATIENCE_SECONDS = 60;

    private static final long MILLION = 1_000_000;

    private static final String COLD_START = """
        ## Cold start

        Each function in a process of its own with 512 MB, out of the jar that is deployed, under the runtime interface
        client, on PROCESSORS processors, over moto on the same machine, whose answers are part of the figures. No snapshot: on
        AWS a function is restored from one after its start, so that what counts there is the first event.

        | function | jar, MB | start, ms | first event, ms | once more, ms |
        | --- | ---: | ---: | ---: | ---: |
        TIMINGS

        Before its snapshot a function goes through an event in an AWS where there is nothing (`Rehearsal`). Without and with that,
        what its first event takes, and how many classes it loads. The clock shows what else the machine does: compare within a row.

        | function | without, ms | with, ms | without, classes | with, classes |
        | --- | ---: | ---: | ---: | ---: |
        REHEARSED
        """;

    private static final SubmissionName NAME = new SubmissionName("ada", "tides", "r1");
    private static final String DATASET = "provgate-dataset";
    private static final String TABLE = "ledger";
    private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
    private static final String ROWS = "{\"text\": \"high water at nine\"}\n";

    private static final String MANIFEST =
            """
            manifest: dataset-provenance/v1
            dataset:
              name: tides
              version: 1.0.0
              description: Tide tables, written down by hand.
              license: CC-BY-4.0
            contributors:
              - name: Ada Example
                roles: [creator]
            sources:
              - id: notebook
                type: human-authored
                name: A notebook
                license: CC-BY-4.0
                rightsBasis: own-work
                collectionPeriod: {start: 2024-03, end: 2025-01}
            teachers: none
            files:
              - {path: data/tides.jsonl, sha256: DIGEST, sources: [notebook]}
            attestations:
              - {type: complete-and-accurate, by: Ada Example, date: 2026-11-20}
              - {type: right-to-contribute, by: Ada Example, date: 2026-11-20}
              - {type: no-model-output, by: Ada Example, date: 2026-11-20}
            """.replace("DIGEST", Digests.sha256(ROWS).hex());

    @TempDir
    Path folder;

    private Optional<Moto> moto = Optional.empty();
    private final List<String> timings = new ArrayList<>();
    private final List<String> rehearsed = new ArrayList<>();

    @BeforeAll
    void start() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "the runtime interface client has its native part for Linux alone");
        assumeTrue(
                Stream.of("inspect", "decide", "place", "rescan", "api")
                        .allMatch(function -> Files.exists(jar(function))),
                "skipped on the functions' jars: they are not packaged; ./mvnw verify does it");
        moto = Moto.start();
        if (moto.isEmpty()) {
            abort(Moto.ABSENT);
        }
        try (S3Client s3 = clients().s3()) {
            for (String bucket : List.of(DATASET, "provgate-quarantine", "provgate-report")) {
                s3.createBucket(request -> request.bucket(bucket));
                s3.putBucketVersioning(request -> request.bucket(bucket)
                        .versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
            }
        }
        LedgerTable.create(clients().dynamo(), TABLE);
    }

    @AfterAll
    void stop() throws IOException {
        if (System.getProperty("provgate.coldstart") != null && !timings.isEmpty()) {
            Sections.write(
                    REPOSITORY.root().resolve("docs/scorecard.md"),
                    "cold-start",
                    COLD_START
                            .replace(
                                    "PROCESSORS",
                                    Integer.toString(Runtime.getRuntime().availableProcessors()))
                            .replace("TIMINGS", String.join("\n", timings))
                            .replace("REHEARSED", String.join("\n", rehearsed)));
        }
        moto.ifPresent(Moto::close);
    }

    @Test
    @Order(1)
    void inspectTurnsNoticesIntoFacts() throws IOException {
        String rows = notice("data/tides.jsonl", ROWS, "0055AED6DCD90281E3");
        String manifest = notice("provenance.yaml", MANIFEST, "0055AED6DCD90281E5");

        List<Answer> answers = run("inspect", rows, manifest, "{}");

        assertThat(answers.get(0).body()).isEqualTo(NOTHING_FAILED);
        assertThat(answers.get(1).body()).isEqualTo(NOTHING_FAILED);
        assertThat(answers.get(2).path()).isEqualTo("invocation/3/error");
        assertThat(file().objects())
                .extracting(object -> object.path())
                .containsExactlyInAnyOrder("data/tides.jsonl", "provenance.yaml");
    }

    @Test
    @Order(2)
    void decideTurnsFactsIntoAVerdict() throws IOException {
        assertThat(run("decide", event("decide-facts-changed.json")))
                .extracting(Answer::body)
                .containsExactly(NOTHING_FAILED);
        assertThat(file().record().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    @Order(3)
    void placeLetsReadersIn() throws IOException {
        assertThat(run("place", event("place-verdict-written.json")))
                .extracting(Answer::body)
                .containsExactly(NOTHING_FAILED);
        assertThat(file().record().placed()).isEqualTo(1);
        try (S3Client s3 = clients().s3()) {
            List<Tag> tags = s3.getObjectTagging(
                            request -> request.bucket(DATASET).key(NAME + "/data/tides.jsonl"))
                    .tagSet();
            assertThat(tags)
                    .contains(Tag.builder().key("provenance").value("accepted").build());
        }
    }

    @Test
    @Order(4)
    void rescanFindsNothingLeftUndone() throws IOException {
        List<Answer> answers = run("rescan", event("rescan-overdue.json"), event("rescan-backlog.json"));

        assertThat(answers.get(0).body()).contains("\"decided\":0", "\"placed\":0", "\"finished\":true");
        assertThat(answers.get(1).body()).contains("\"found\":0", "\"failed\":0", "\"finished\":true");
    }

    @Test
    @Order(5)
    void apiTellsOfIt() throws IOException {
        String asked = event("api-list-submissions.json").replace("quarantined", "accepted");

        assertThat(run("api", asked))
                .singleElement()
                .satisfies(answer -> assertThat(answer.body()).contains("\"statusCode\":200", NAME.toString()));
    }

    @Test
    @Order(6)
    void afterARehearsalTheFirstEventFindsItsClassesLoaded() throws IOException {
        for (String function : List.of("inspect", "decide", "place", "rescan", "api")) {
            First without = first(function, "on-demand");
            First with = first(function, Rehearsal.SNAPSHOT);

            assertThat(without.log()).noneMatch(line -> line.contains("\"rehearsed\""));
            assertThat(with.log())
                    .as(function)
                    .noneMatch(line -> line.contains("could not rehearse"))
                    .anyMatch(line -> line.contains("\"rehearsed\""));
            assertThat(with.classes()).as(function).isLessThan(without.classes() / 2);
            rehearsed.add("| %s | %d | %d | %,d | %,d |"
                    .formatted(function, without.millis(), with.millis(), without.classes(), with.classes()));
        }
    }

    /// The first event of a process.
    ///
    /// @param classes that it loaded
    private record First(long millis, long classes, List<String> log) {}

    private First first(String function, String initialization) throws IOException {
        Map<String, String> variables = new HashMap<>(environment());
        variables.put(Rehearsal.INITIALIZATION, initialization);
        Path loaded = Files.createTempFile(folder, "classes", ".log");
        try (RuntimeApi lambda = RuntimeApi.start(InstantSource.system());
                FunctionProcess process = FunctionProcess.start(
                        lambda,
                        handler(function),
                        classPath(function),
                        List.of("-Xlog:class+load:file=" + loaded),
                        variables,
                        folder)) {
            String event = firstEvent(function);
            assertThat(isReady(lambda)).as("%s: %s", function, process.log()).isTrue();
            long before = lines(loaded);
            long sent = System.nanoTime();
            lambda.send(event.getBytes(StandardCharsets.UTF_8));
            Answer answer = answer(lambda);
            long took = (System.nanoTime() - sent) / MILLION;
            assertThat(answer.path()).as("%s: %s", function, answer.body()).endsWith("response");
            return new First(took, lines(loaded) - before, process.log());
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private String firstEvent(String function) throws IOException {
        return switch (function) {
            case "inspect" -> notice("data/tides.jsonl", ROWS, "0055AED6DCD90281E7");
            case "decide" -> event("decide-facts-changed.json");
            case "place" -> event("place-verdict-written.json");
            case "rescan" -> event("rescan-overdue.json");
            default -> event("api-list-submissions.json");
        };
    }

    private List<Answer> run(String function, String... events) throws IOException {
        try (RuntimeApi lambda = RuntimeApi.start(InstantSource.system());
                FunctionProcess process = FunctionProcess.start(
                        lambda, handler(function), classPath(function), List.of(), environment(), folder)) {
            List<Answer> answers = answered(function, lambda, events);
            assertThat(answers)
                    .as("%s: %s", function, process.log())
                    .noneMatch(answer -> answer.path().equals("none"));
            return answers;
        }
    }

    /// The events are sent one after the other, and the last of them twice more to see how long it takes by then.
    private List<Answer> answered(String function, RuntimeApi lambda, String... events) {
        long began = System.nanoTime();
        assertThat(isReady(lambda)).as("%s has started", function).isTrue();
        List<Long> took = new ArrayList<>();
        took.add(System.nanoTime() - began);
        List<Answer> answers = new ArrayList<>();
        for (String event : Stream.concat(Stream.of(events), Stream.of(events[0], events[0]))
                .toList()) {
            long sent = System.nanoTime();
            lambda.send(event.getBytes(StandardCharsets.UTF_8));
            answers.add(answer(lambda));
            took.add(System.nanoTime() - sent);
        }
        try {
            timings.add("| %s | %.1f | %d | %d | %d |"
                    .formatted(
                            function,
                            Files.size(jar(function)) / 1e6,
                            took.get(0) / MILLION,
                            took.get(1) / MILLION,
                            took.getLast() / MILLION));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return answers.subList(0, events.length);
    }

    private static boolean isReady(RuntimeApi lambda) {
        try {
            return lambda.isReady(PATIENCE_SECONDS);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", enough);
        }
    }

    private static Answer answer(RuntimeApi lambda) {
        try {
            return lambda.answer(PATIENCE_SECONDS);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", enough);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                moto.orElseThrow().endpoint().toString(),
                "PROVGATE_TABLE",
                TABLE,
                "PROVGATE_DATASET_BUCKET",
                DATASET,
                "PROVGATE_QUARANTINE_BUCKET",
                "provgate-quarantine",
                "PROVGATE_REPORT_BUCKET",
                "provgate-report");
    }

    private static String handler(String function) {
        return "org.provgate.functions.%s.%sHandler"
                .formatted(function, Character.toUpperCase(function.charAt(0)) + function.substring(1));
    }

    /// The function's jar and what Lambda has of its own, nothing else.
    private static List<String> classPath(String function) {
        return Stream.concat(
                        Stream.of(jar(function).toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .filter(entry ->
                                        Path.of(entry).getFileName().toString().startsWith("aws-lambda-java-")))
                .toList();
    }

    private static Path jar(String function) {
        return REPOSITORY
                .root()
                .resolve("functions/%s/target/function/lib/provgate-function-%s.jar".formatted(function, function));
    }

    /// The sample event, with what was uploaded now in the place of what it tells of.
    private String notice(String path, String text, String sequencer) throws IOException {
        String version;
        try (S3Client s3 = clients().s3()) {
            version = s3.putObject(
                            request -> request.bucket(DATASET).key(NAME + "/" + path), RequestBody.fromString(text))
                    .versionId();
        }
        return event("inspect-object-created.json")
                .replace("provenance.yaml", path)
                .replace("QUpfdndhfd8438MNFDN93jdnJFkdmqnh", version)
                .replaceAll("(sequencer[^0-9A-F]+)[0-9A-F]+", "$1" + sequencer);
    }

    private static String event(String name) throws IOException {
        return Files.readString(REPOSITORY.root().resolve("events").resolve(name));
    }

    private SubmissionFile file() {
        return new DynamoLedger(clients().dynamo(), TABLE).load(NAME).orElseThrow();
    }

    private AwsClients clients() {
        return new AwsClients(
                Region.US_EAST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                moto.map(Moto::endpoint));
    }
}
