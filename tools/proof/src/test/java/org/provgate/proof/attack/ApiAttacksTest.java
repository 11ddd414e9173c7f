package org.provgate.proof.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.State;

/// Over HTTP, as anybody can who reaches the port.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiAttacksTest {

    private static final SubmissionName OTHERS = new SubmissionName("victim", "tides", "r1");
    private static final SubmissionName OWN = Intruder.name("own");

    private final Intruder intruder = Intruder.atAGate();

    @BeforeAll
    void twoWereRefused() {
        intruder.submit(OTHERS, Intruder.BAD);
        intruder.submit(OWN, Intruder.BAD);
        intruder.settled(OTHERS, State.QUARANTINED);
        intruder.settled(OWN, State.QUARANTINED);
    }

    @AfterAll
    void nothingChanged() {
        assertThat(intruder.gate.ledger().submission(OTHERS).orElseThrow().verdict())
                .isEqualTo(1);
        assertThat(intruder.readable("")).isEmpty();
        intruder.close();
    }

    private String operator() {
        return intruder.gate.ready().token();
    }

    private String contributor() {
        return intruder.gate.ready().contributorToken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/submissions/../../../etc/passwd",
                "/api/submissions/%2e%2e/%2e%2e/passwd",
                "/api/submissions/%252e%252e/a/b",
                "/api/submissions/demo%2fown%2fr1",
                "/api/submissions/demo/own/r1/../../../victim/tides/r1/report",
                "/api//submissions//demo/own/r1",
                "/api/submissions/demo/own/r1;x=y",
                "/api/submissions/demo/own/r1%00",
                "/api/submissions/victim/tides/r1/text?path=../../../policy.yaml",
                "/api/submissions/demo/own/r1/text?path=../../victim/tides/r1/provenance.yaml",
                "/api/lineage/victim/tides/r1",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/api/../api/submissions/victim/tides/r1",
                "/console/../../../../etc/passwd"
            })
    void anAddressThatClimbsLeadsNowhere(String path) throws IOException {
        for (String token : List.of(contributor(), operator())) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                    + "\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .doesNotContain("root:x", "Harbour phrasebook\\u0000")
                    .doesNotContain(" 500 ");
            if (token.equals(contributor())) {
                assertThat(answer.lines().findFirst().orElse("")).as(answer).containsPattern(" (400|403|404) ");
                assertThat(answer).doesNotContain("license-missing");
            }
        }
    }

    private String raw(String request) throws IOException {
        URI console = intruder.gate.ready().console();
        try (Socket socket = new Socket(console.getHost(), console.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer null",
                "Bearer undefined",
                "Basic b3BlcmF0b3I6",
                "Bearer eyJhbGciOiJub25lIn0.eyJjb2duaXRvOmdyb3VwcyI6WyJwcm92Z2F0ZS1vcGVyYXRvcnMiXX0.",
                "Bearer ../../token",
                "Bearer *",
                "Bearer ' OR '1'='1"
            })
    void aTokenThatNobodyGaveOpensNothing(String authorization) {
        for (String path : List.of("/api/submissions", "/api/policy", "/api/overview", "/api/submissions/" + OWN)) {
            assertThat(intruder.ask("GET", path, authorization + " ", "").statusCode())
                    .as(authorization)
                    .isEqualTo(401);
        }
        for (String almost :
                List.of(operator() + "x", operator().substring(1), operator().toUpperCase(Locale.ROOT) + " ")) {
            assertThat(intruder.ask("GET", "/api/submissions", "Bearer " + almost, "")
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(intruder.ask("GET", "/api/submissions?token=" + operator() + "&access_token=" + operator(), "", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "reject", "waivers", "recheck"})
    void aContributorCarriesOutNoVerbOfOperators(String verb) {
        for (SubmissionName name : List.of(OWN, OTHERS)) {
            String body = "{\"reason\": \"mine\", \"expires\": \"2099-01-01\", \"code\": \"license-missing\","
                    + " \"subject\": \"dataset:x\"}";

            assertThat(intruder.ask("POST", "/api/submissions/" + name + "/" + verb, contributor(), body)
                            .statusCode())
                    .isIn(403, 404);
        }
    }

    @Test
    void aContributorUploadsUnderNoOtherName() {
        for (String who : List.of("victim", "../victim", "demo/../victim", "DEMO", "d\u0435mo")) {
            String body =
                    "{\"contributor\": \"%s\", \"dataset\": \"d\", \"revision\": \"r1\", \"files\": [{\"path\": \"a\", \"bytes\": 1, \"sha256\": \"%s\"}]}"
                            .formatted(who, "a".repeat(64));

            assertThat(intruder.ask("POST", "/api/submissions", contributor(), body)
                            .statusCode())
                    .as(who)
                    .isIn(400, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "5",
                "\"x\"",
                "null",
                "{\"reason\": 5}",
                "{\"reason\": [\"a\"], \"expires\": {}}",
                "{\"reason\": \"a\", \"reason\": \"b\", \"expires\": \"2099-01-01\", \"more\": true}",
                "{\"reason\": \"a\", \"expires\": \"0000-00-00\"}",
                "{\"reason\": \"\\ud800\", \"expires\": \"2099-01-01\", \"x\": 1}",
                "{\"reason\": \"\", \"expires\": \"2099-01-01\"}",
                "{\"__proto__\": {\"reason\": \"a\"}}"
            })
    void aBodyOfOtherTypesIsAProblemWithASentence(String body) {
        HttpResponse<String> answer = intruder.ask("POST", "/api/submissions/" + OTHERS + "/release", operator(), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void aBodyOfElevenMegabytesIsNotCarriedOut() {
        String body = "{\"reason\": \"" + "x".repeat(11 << 20) + "\"}";

        assertThat(intruder.ask("POST", "/api/submissions/" + OTHERS + "/reject", operator(), body)
                        .statusCode())
                .isEqualTo(413);
        assertThat(intruder.ask("POST", "/api/policy/preview", operator(), body).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aVerbThatIsReplayedIsCarriedOutOnce() throws IOException {
        SubmissionName name = Intruder.name("replayed");
        intruder.submit(name, Intruder.BAD);
        intruder.settled(name, State.QUARANTINED);
        String body = "{\"message\": \"look again\"}";
        String request = "POST /api/submissions/" + name + "/appeal HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + contributor() + "\r\nIdempotency-Key: once\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;

        for (int i = 0; i < 5; i++) {
            assertThat(raw(request)).contains(" 200 ");
        }

        String history = intruder.ask("GET", "/api/submissions/" + name + "/history", operator(), "")
                .body();
        assertThat(history.split("look again", -1)).as(history).hasSize(2);
    }

    @Test
    void aHeaderThatHoldsLinesAddsNone() throws IOException {
        String answer = raw(
                "GET /api/submissions?cursor=%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\n"
                        + "Authorization: Bearer " + contributor()
                        + "\r\nIdempotency-Key: a%0d%0ab\r\nConnection: close\r\n\r\n");

        assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
                .noneMatch(line -> line.startsWith("X-Evil"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control-allow-origin"));
    }

    @Test
    void requestsThatAreNoneDoNotStopTheNext() throws IOException {
        for (String request : List.of(
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "GET /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
                "GET /" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/submissions HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(5_000)
                        + "Connection: close\r\n\r\n")) {
            assertThat(tried(request)).doesNotContain("java.", "Exception");
        }
        assertThat(intruder.ask("GET", "/api/submissions", operator(), "").statusCode())
                .isEqualTo(200);
    }

    private String tried(String request) {
        URI console = intruder.gate.ready().console();
        try (Socket socket = new Socket(console.getHost(), console.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cut) {
            return "";
        }
    }
}
