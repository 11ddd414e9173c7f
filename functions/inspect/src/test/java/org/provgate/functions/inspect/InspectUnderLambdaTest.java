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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.embedded.EmbeddedS3;
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
        Path log = folder.resolve("log");

        Process function = function(log);
        try {
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
        } finally {
            function.destroyForcibly();
            function.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        List<String> lines = Files.readAllLines(log);
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

    private Process function(Path log) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path").replace("target" + File.separator + "test-classes", "none"),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                InspectHandler.class.getName());
        java.environment()
                .putAll(Map.ofEntries(
                        Map.entry("AWS_LAMBDA_RUNTIME_API", lambda.address()),
                        Map.entry("_HANDLER", InspectHandler.class.getName()),
                        Map.entry("LAMBDA_TASK_ROOT", folder.toString()),
                        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "provgate-inspect"),
                        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
                        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/provgate/inspect"),
                        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "1"),
                        Map.entry("AWS_REGION", "eu-central-1"),
                        Map.entry("AWS_ACCESS_KEY_ID", "local"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
                        Map.entry("AWS_ENDPOINT_URL", s3.endpoint().toString()),
                        Map.entry("PROVGATE_TABLE", "ledger"),
                        Map.entry("PROVGATE_DATASET_BUCKET", BUCKET),
                        Map.entry("PROVGATE_QUARANTINE_BUCKET", "provgate-quarantine"),
                        Map.entry("PROVGATE_REPORT_BUCKET", "provgate-report")));
        return java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
