package org.provgate.aws.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.provgate.aws.client.AwsClients;
import org.provgate.core.facts.Digests;
import org.provgate.usecases.port.Bucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// Over HTTP, as S3 is read: a server that gives no answer before several parts were asked for.
@Timeout(60)
class SlowStoreTest {

    private static final int PART = 10_000;
    private static final int PARTS_AT_ONCE = 3;
    private static final byte[] OBJECT = "0123456789".repeat(7 * PART / 10).getBytes(US_ASCII);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final CyclicBarrier together = new CyclicBarrier(PARTS_AT_ONCE);
    private final AtomicInteger reads = new AtomicInteger();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private S3ObjectStore store;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
        AwsClients clients = new AwsClients(
                Region.US_EAST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")),
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
        store = new S3ObjectStore(
                clients.s3(), new BucketNames("d", "q", "r"), new ReadAhead.Window(PART, PARTS_AT_ONCE));
    }

    @AfterEach
    void end() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher range = RANGE.matcher(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                            .orElse(""));
            if (exchange.getRequestMethod().equals("HEAD") || !range.matches()) {
                String digest = Base64.getEncoder()
                        .encodeToString(
                                HexFormat.of().parseHex(Digests.sha256(OBJECT).hex()));
                exchange.getResponseHeaders().add("x-amz-checksum-sha256", digest);
                exchange.getResponseHeaders().add("x-amz-checksum-type", "FULL_OBJECT");
                exchange.getResponseHeaders().add("Content-Length", String.valueOf(OBJECT.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            reads.incrementAndGet();
            int from = Integer.parseInt(range.group(1));
            int to = Math.min(OBJECT.length, Integer.parseInt(range.group(2)) + 1);
            if (from > 0) {
                meet();
            }
            exchange.getResponseHeaders().add("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, OBJECT.length));
            exchange.sendResponseHeaders(206, to - from);
            exchange.getResponseBody().write(OBJECT, from, to - from);
        }
    }

    private void meet() throws IOException {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IOException("nobody asked for another part", alone);
        }
    }

    @Test
    void severalPartsAreOnTheirWayAtOnce() throws IOException {
        try (InputStream in = store.open(Bucket.DATASET, "ada/tides/r1/a.jsonl", "v1", 0)) {
            assertThat(in.readAllBytes()).isEqualTo(OBJECT);
        }
        assertThat(reads).hasValue(7);
    }

    @Test
    void aDigestThatTheStoreKnowsIsTakenWithoutReading() {
        assertThat(store.knownDigest(Bucket.DATASET, "ada/tides/r1/a.jsonl", "v1"))
                .contains(Digests.sha256(OBJECT));
        assertThat(reads).hasValue(0);
    }
}
