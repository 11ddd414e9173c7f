package org.provgate.functions.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.embedded.EmbeddedS3;
import org.provgate.testkit.lambda.FunctionProcess;
import org.provgate.testkit.lambda.RuntimeApi;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// The function as Lambda runs it: its own process, the runtime interface client, wired from the environment, with
/// the real clients of AWS.
class InspectUnderLambdaTest {

    /// A cold start with a client that unpacks its native part takes some seconds on a small machine.
    private static final int PATIENCE_SECONDS = 60;

    private static final String BUCKET = "provgate-dataset";
    private static final String FIRST = "2e1424d4-f796-459a-8184-9c92662be6da";

    @TempDir
    Path folder;

    private RuntimeApi lambda;
    private EmbeddedS3 s3;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "the runtime interface client has its native part for Linux alone");
        lambda = RuntimeApi.start(InstantSource.system());
        s3 = EmbeddedS3.inMemory();
        try (S3Client client = s3.client()) {
            client.createBucket(bucket -> bucket.bucket(BUCKET));
            client.putBucketVersioning(bucket -> bucket.bucket(BUCKET)
                    .versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
        }
    }

    @AfterEach
    void stop() {
        lambda.close();
        s3.close();
    }

    @Test
    void eventsAreAnsweredOneAfterTheOther() throws IOException, InterruptedException {
        byte[] event = Files.readAllBytes(Path.of("..", "..", "events", "inspect-object-created.json"));
        String version = upload("ada/tides/r1/provenance.yaml");
        byte[] ofWhatIsThere = Files.readString(Path.of("..", "..", "events", "inspect-object-created.json"))
                .replace("QUpfdndhfd8438MNFDN93jdnJFkdmqnh", version)
                .getBytes(UTF_8);
        lambda.send(event);
        lambda.send(ofWhatIsThere);
        lambda.send("{}".getBytes(UTF_8));
        FunctionProcess function = function();
        try (function) {
            assertThat(lambda.answer(PATIENCE_SECONDS))
                    .as("what has gone meanwhile is settled")
                    .isEqualTo(new RuntimeApi.Answer("invocation/1/response", "{\"batchItemFailures\":[]}"));
            assertThat(lambda.answer(PATIENCE_SECONDS))
                    .as("without a ledger, what is there goes back to the queue")
                    .isEqualTo(new RuntimeApi.Answer(
                            "invocation/2/response",
                            "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + FIRST + "\"}]}"));
            RuntimeApi.Answer third = lambda.answer(PATIENCE_SECONDS);
            assertThat(third.path()).isEqualTo("invocation/3/error");
            assertThat(third.body()).contains("the event has no Records");
        }
        List<String> lines = function.log();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("{\"timestamp\":")
                        .contains("\"message\":\"inspected\"", "\"outcome\":\"NOTHING_NEW\""))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("{\"timestamp\":")
                        .contains("\"level\":\"ERROR\"", "\"message\":\"goes back to the queue\"", FIRST));
    }

    private String upload(String key) {
        try (S3Client client = s3.client()) {
            return client.putObject(
                            object -> object.bucket(BUCKET).key(key), RequestBody.fromString("manifestVersion: 1\n"))
                    .versionId();
        }
    }

    private FunctionProcess function() throws IOException {
        List<String> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .toList();
        return FunctionProcess.start(
                lambda,
                InspectHandler.class.getName(),
                classPath,
                List.of(),
                Map.of(
                        "AWS_ENDPOINT_URL", s3.endpoint().toString(),
                        "PROVGATE_TABLE", "ledger",
                        "PROVGATE_DATASET_BUCKET", BUCKET,
                        "PROVGATE_QUARANTINE_BUCKET", "provgate-quarantine",
                        "PROVGATE_REPORT_BUCKET", "provgate-report"),
                folder);
    }
}
