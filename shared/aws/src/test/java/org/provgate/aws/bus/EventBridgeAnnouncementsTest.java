package org.provgate.aws.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Announcements.Kind;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

class EventBridgeAnnouncementsTest {

    private record Received(Map<String, String> headers, String body) {}

    private static final Announcement QUARANTINED = new Announcement(
            "ada/tides/r1/2",
            Kind.SUBMISSION_QUARANTINED,
            new SubmissionName("ada", "tides", "r1"),
            2,
            "quarantined",
            Cause.MANIFEST,
            Instant.parse("2026-11-24T10:00:00Z"),
            "reports/ada/tides/r1/2.json");

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer bus;
    private String answer = "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        bus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bus.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            received.add(
                    new Received(headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        bus.start();
    }

    @AfterEach
    void stop() {
        bus.stop(0);
    }

    @Test
    void anAnnouncementIsOneSignedEvent() {
        announce();

        assertThat(received).hasSize(1);
        assertThat(received.getFirst().headers())
                .containsEntry("x-amz-target", "AWSEvents.PutEvents")
                .containsEntry("content-type", "application/x-amz-json-1.1")
                .hasEntrySatisfying(
                        "authorization",
                        header -> assertThat(header)
                                .startsWith("AWS4-HMAC-SHA256 Credential=AKID/")
                                .contains("/eu-central-1/events/aws4_request"));
        assertThat(received.getFirst().body())
                .isEqualTo("{\"Entries\":[{\"EventBusName\":\"hub\",\"Source\":\"provgate\","
                        + "\"DetailType\":\"SubmissionQuarantined\",\"Detail\":\"{"
                        + "\\\"at\\\":\\\"2026-11-24T10:00:00Z\\\",\\\"cause\\\":\\\"manifest\\\","
                        + "\\\"contributor\\\":\\\"ada\\\",\\\"dataset\\\":\\\"tides\\\","
                        + "\\\"id\\\":\\\"ada/tides/r1/2\\\",\\\"outcome\\\":\\\"quarantined\\\","
                        + "\\\"report\\\":\\\"reports/ada/tides/r1/2.json\\\",\\\"revision\\\":\\\"r1\\\","
                        + "\\\"submission\\\":\\\"ada/tides/r1\\\",\\\"verdict\\\":2}\"}]}");
    }

    @Test
    void anEntryThatTheBusRefusedIsAnOutage() {
        answer = "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"ThrottlingException\"}]}";

        assertThatThrownBy(this::announce).isInstanceOf(UncheckedStoreException.class);
    }

    @Test
    void aRefusalIsAnOutage() {
        status = 403;

        assertThatThrownBy(this::announce)
                .isInstanceOf(UncheckedStoreException.class)
                .hasRootCauseMessage("AWSEvents.PutEvents was answered with 403");
    }

    @Test
    void theEndpointIsOfTheRegionsPartition() {
        assertThat(EventBridgeAnnouncements.endpointIn(Region.EU_CENTRAL_1))
                .hasToString("https://events.eu-central-1.amazonaws.com");
        assertThat(EventBridgeAnnouncements.endpointIn(Region.CN_NORTH_1))
                .hasToString("https://events.cn-north-1.amazonaws.com.cn");
    }

    private void announce() {
        try (var http = UrlConnectionHttpClient.create()) {
            new EventBridgeAnnouncements(
                            http,
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")),
                            Region.EU_CENTRAL_1,
                            URI.create("http://127.0.0.1:" + bus.getAddress().getPort()),
                            "hub")
                    .announce(QUARANTINED);
        }
    }
}
