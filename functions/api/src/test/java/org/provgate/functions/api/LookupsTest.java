package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.OPERATOR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.usecases.engine.PolicyText;
import tools.jackson.databind.JsonNode;

class LookupsTest {

    private final Hub hub = new Hub();

    @BeforeEach
    void submissions() {
        hub.submit("ada/tides/r1", Hub.GOOD);
        hub.submit("ada/notes/r1", Hub.UNLICENSED);
        hub.submit("mary/engines/r1", Hub.GOOD);
        hub.upload("mary/plans/r1/a.txt", "not yet complete");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/submissions                                | ada/notes/r1 ada/tides/r1 mary/engines/r1 mary/plans/r1",
                "/submissions?state=accepted                 | ada/tides/r1 mary/engines/r1",
                "/submissions?state=receiving                | mary/plans/r1",
                "/submissions?contributor=ada                | ada/notes/r1 ada/tides/r1",
                "/submissions?code=license-missing           | ada/notes/r1",
                "/submissions?contributor=mary&state=accepted| mary/engines/r1",
                "/submissions?cursor=ada%2Ftides%2Fr1        | mary/engines/r1 mary/plans/r1",
                "/submissions?appealed=true                  | ''",
            })
    void anOperatorFindsSubmissions(String path, String ids) {
        assertThat(ids(hub.get(OPERATOR, path))).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "/submissions?state=asleep, 400",
        "/submissions?code=Not+A+Code, 400",
        "/submissions?contributor=../x, 400",
        "/submissions?cursor=nonsense, 400",
        "/submissions?contributor=ada&cursor=mary%2Fengines%2Fr1, 400",
        "/submissions/ada/notes/r1/history?cursor=-1, 400",
        "/submissions/ada/notes/r1?x=%zz, 400",
        "/submissions/ada/notes, 404",
        "/submissions/ada/notes/r2, 404",
        "/submissions/ada/notes/r1/secrets, 404",
        "/submissions/../notes/r1, 404",
        "/submissions/ada%2Fnotes/r1, 404",
        "/submissions/ada%252Fnotes%252Fr1, 404",
        "//submissions, 404",
        "/, 404",
        "/rules/, 404",
    })
    void oddQuestionsAreProblems(String path, int status) {
        ApiAnswer answer = hub.get(OPERATOR, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(Hub.json(answer).path("status").intValue()).isEqualTo(status);
        assertThat(Hub.json(answer).path("detail").asString("")).isNotEmpty();
    }

    @Test
    void aContributorSeesItsOwnAlone() {
        assertThat(ids(hub.get(ADA, "/submissions"))).isEqualTo("ada/notes/r1 ada/tides/r1");
        assertThat(ids(hub.get(ADA, "/submissions?contributor=ada&state=accepted")))
                .isEqualTo("ada/tides/r1");
        assertThat(hub.get(ADA, "/submissions?contributor=mary").status()).isEqualTo(403);
        for (String what : List.of("", "/report", "/history")) {
            ApiAnswer others = hub.get(ADA, "/submissions/mary/engines/r1" + what);
            ApiAnswer none = hub.get(ADA, "/submissions/mary/nothing/r1" + what);
            assertThat(others.status()).isEqualTo(404);
            assertThat(others.body())
                    .as("cannot be told from what is not there")
                    .isEqualTo(none.body());
        }
    }

    @Test
    void aCaseIsShownWithFindingsFilesAndProgress() {
        JsonNode one = Hub.json(hub.get(ADA, "/submissions/ada/notes/r1"));

        assertThat(one.path("state").asString("")).isEqualTo("quarantined");
        assertThat(one.path("outcome").asString("")).isEqualTo("quarantined");
        assertThat(one.at("/findings/0/code").asString("")).isEqualTo("license-missing");
        assertThat(one.at("/findings/0/remedy").asString("")).isNotEmpty();
        assertThat(one.at("/counts/error").intValue()).isEqualTo(1);
        assertThat(one.path("files")).hasSize(2);
        assertThat(one.path("fileCount").intValue()).isEqualTo(2);
        assertThat(one.at("/progress/arrived").intValue()).isEqualTo(2);

        JsonNode awaited = Hub.json(hub.get(OPERATOR, "/submissions/mary/plans/r1"));
        assertThat(awaited.path("outcome").isNull()).isTrue();
        assertThat(awaited.path("findings")).isEmpty();
        assertThat(awaited.path("deadline").asString("")).isEqualTo("2026-11-25T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | application/json",
                "*/*                                             | application/json",
                "application/json                                | application/json",
                "text/html,application/xhtml+xml,*/*;q=0.8       | text/html; charset=utf-8",
                "application/json;q=0.5, application/sarif+json  | application/sarif+json",
                "text/*                                          | text/html; charset=utf-8",
                "image/png, application/json;q=0.1               | application/json",
                "application/json;q=0, application/sarif+json    | application/sarif+json",
            })
    void aReportComesInTheFormThatIsPreferred(String accept, String mediaType) {
        ApiAnswer answer = hub.get(ADA, "/submissions/ada/notes/r1/report", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", mediaType);
        assertThat(answer.body()).contains("license-missing");
    }

    @Test
    void aFormThatThereIsNotIsAProblem() {
        assertThat(hub.get(ADA, "/submissions/ada/notes/r1/report", "image/png").status())
                .isEqualTo(406);
        assertThat(hub.get(OPERATOR, "/submissions/mary/plans/r1/report").status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeToldAgainLetterByLetterIsToldAsItWasKept() {
        String kept = hub.get(ADA, "/submissions/ada/notes/r1/report").body();

        hub.policy(PolicyText.read(
                "policy.yaml", "policy: provenance-gate/v1\nname: another\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(hub.get(ADA, "/submissions/ada/notes/r1/report", "text/html").status())
                .isEqualTo(406);
        assertThat(hub.get(ADA, "/submissions/ada/notes/r1/report").body()).isEqualTo(kept);
    }

    @Test
    void theDayOfTheVerdictCountsNotToday() {
        hub.later(Duration.ofDays(400));

        assertThat(hub.get(ADA, "/submissions/ada/notes/r1/report", "text/html").status())
                .isEqualTo(200);
    }

    @Test
    void aHistoryListsVerdictsAndDeedsInTheirOrder() {
        hub.later(Duration.ofMinutes(1));
        hub.post(ADA, "/submissions/ada/notes/r1/appeal", "{\"message\": \"it is public domain\"}");
        hub.later(Duration.ofMinutes(1));
        hub.upload("ada/notes/r1/provenance.yaml", Hub.GOOD);

        JsonNode history = Hub.json(hub.get(OPERATOR, "/submissions/ada/notes/r1/history"));

        assertThat(history.path("items").values().stream()
                        .map(item -> item.path("kind").asString("") + " "
                                + item.path("cause").asString("")
                                + item.path("by").asString("")))
                .containsExactly("verdict data", "appealed ada", "verdict manifest");
        assertThat(history.path("next").isNull()).isTrue();
    }

    @Test
    void aLongHistoryComesInPages() {
        for (int i = 0; i < 105; i++) {
            hub.post(OPERATOR, "/submissions/ada/notes/r1/recheck", "");
        }
        JsonNode first = Hub.json(hub.get(OPERATOR, "/submissions/ada/notes/r1/history"));
        JsonNode second = Hub.json(hub.get(
                OPERATOR,
                "/submissions/ada/notes/r1/history?cursor=" + first.path("next").asString("")));

        assertThat(first.path("items")).hasSize(100);
        assertThat(second.path("items")).hasSize(6);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void theSampleEventOfAGatewayIsUnderstood() throws IOException {
        byte[] event = Files.readAllBytes(Path.of("..", "..", "events", "api-list-submissions.json"));

        ApiAnswer answer = ApiAnswer.read(hub.handle(event));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ids(answer)).isEqualTo("ada/notes/r1");
    }

    @Test
    void aHeadIsAnsweredWithoutABody() {
        ApiAnswer answer = hub.ask(OPERATOR, "HEAD", "/submissions/ada/tides/r1", Map.of(), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void nothingInAnAnswerMayRun() {
        ApiAnswer answer = hub.get(OPERATOR, "/submissions/ada/notes/r1/report", "text/html");

        assertThat(answer.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store");
        assertThat(answer.headers().getOrDefault("Content-Security-Policy", ""))
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script");
    }

    private static String ids(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> ids = Hub.json(answer).path("items").values().stream()
                .map(item -> item.path("id").asString(""))
                .toList();
        return String.join(" ", ids);
    }
}
