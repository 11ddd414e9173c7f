package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.OPERATOR;
import static org.provgate.functions.api.Hub.SECOND_OPERATOR;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.usecases.engine.PolicyText;
import tools.jackson.databind.JsonNode;

class RescansTest {

    private static final String STRICT =
            "policy: provenance-gate/v1\nname: strict\nlicenses:\n  forbidden: [\"CC-BY-4.0\"]\n";

    private final Hub hub = new Hub();

    private void tighten() {
        hub.submit("ada/tides/r1", Hub.GOOD);
        hub.submit("mary/notes/r1", Hub.UNLICENSED);
        hub.policy(PolicyText.read("policy.yaml", STRICT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anOperatorBeginsARescanThatAsksAndConfirmsIt() {
        tighten();

        JsonNode begun = Hub.json(hub.post(OPERATOR, "/rescans", "{}"));
        assertThat(begun.path("stage").asString("")).isEqualTo("looking");
        hub.work();
        JsonNode asking = Hub.json(hub.get(OPERATOR, "/rescans/latest"));

        assertThat(asking.path("stage").asString("")).isEqualTo("asking");
        assertThat(asking.at("/totals/flipped").intValue()).isEqualTo(1);
        assertThat(asking.at("/items/0/id").asString("")).isEqualTo("ada/tides/r1");
        assertThat(asking.at("/items/0/cause").asString("")).isEqualTo("policy");

        String id = begun.path("id").asString("");
        assertThat(hub.post(OPERATOR, "/rescans/" + id + "/confirm", "").status())
                .isEqualTo(200);
        hub.work();

        assertThat(hub.started).containsExactly(id, id);
        assertThat(Hub.json(hub.get(OPERATOR, "/rescans/" + id)).path("stage").asString(""))
                .isEqualTo("finished");
        assertThat(Hub.json(hub.get(OPERATOR, "/submissions/ada/tides/r1"))
                        .path("outcome")
                        .asString(""))
                .isEqualTo("quarantined");
    }

    @Test
    void aRescanIsForOperatorsAndOneAtATime() {
        tighten();

        assertThat(hub.post(ADA, "/rescans", "{}").status()).isEqualTo(403);
        assertThat(hub.post(OPERATOR, "/rescans", "{\"scope\": \"rule:license-missing\"}")
                        .status())
                .isEqualTo(200);
        assertThat(hub.post(OPERATOR, "/rescans", "{}").status()).isEqualTo(409);
        assertThat(hub.get(ADA, "/rescans/latest").status()).isEqualTo(403);
    }

    @Test
    void whoBeganItAndSteeredItIsKeptWithTheirReasons() {
        tighten();
        hub.post(OPERATOR, "/rescans", "{\"reason\": \"the policy is stricter\"}");
        hub.post(SECOND_OPERATOR, "/rescans/latest/pause", "{\"reason\": \"not before lunch\"}");
        hub.post(OPERATOR, "/rescans/latest/resume", "");

        JsonNode run = Hub.json(hub.get(OPERATOR, "/rescans/latest"));

        assertThat(run.path("said").values())
                .extracting(said ->
                        said.path("by").asString("") + " " + said.path("word").asString("") + ": "
                                + said.path("reason").asString("-"))
                .containsExactly(
                        "grace begin: the policy is stricter", "mary pause: not before lunch", "grace resume: -");
        assertThat(run.path("parts").values()).hasSize(run.path("segments").intValue());
        assertThat(run.at("/estimate/submissions").intValue()).isEqualTo(2);
    }

    @Test
    void theSameRequestBeginsOneRescan() {
        tighten();
        Map<String, String> key = Map.of("Idempotency-Key", "once");
        String first = Hub.json(hub.ask(OPERATOR, "POST", "/rescans", key, "{\"flipPercent\": \"100\"}"))
                .path("id")
                .asString("");
        hub.work();

        ApiAnswer again = hub.ask(OPERATOR, "POST", "/rescans", key, "{\"flipPercent\": \"100\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(Hub.json(again).path("id").asString("")).isEqualTo(first);
        assertThat(Hub.json(again).path("stage").asString("")).isEqualTo("finished");
        assertThat(hub.ask(OPERATOR, "POST", "/rescans", key, "{}").status()).isEqualTo(409);
        assertThat(hub.ask(OPERATOR, "POST", "/rescans", Map.of("Idempotency-Key", "a b"), "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aWordThatComesAgainIsAnsweredTheSame() {
        tighten();
        hub.post(OPERATOR, "/rescans", "{}");
        Map<String, String> key = Map.of("Idempotency-Key", "stop");

        assertThat(hub.ask(OPERATOR, "POST", "/rescans/latest/stop", key, "").status())
                .isEqualTo(200);
        assertThat(hub.ask(OPERATOR, "POST", "/rescans/latest/stop", key, "").status())
                .isEqualTo(200);
        assertThat(hub.ask(OPERATOR, "POST", "/rescans/latest/pause", key, "").status())
                .isEqualTo(409);
        assertThat(hub.post(OPERATOR, "/rescans/latest/stop", "").status())
                .as("over")
                .isEqualTo(409);
    }

    @Test
    void whatItWouldCostIsKnownBefore() {
        tighten();

        JsonNode estimate = Hub.json(hub.get(OPERATOR, "/rescans/estimate"));

        assertThat(estimate.path("submissions").intValue()).isEqualTo(2);
        assertThat(estimate.path("costCents").intValue()).isEqualTo(1);
        assertThat(hub.get(ADA, "/rescans/estimate").status()).isEqualTo(403);
    }

    @Test
    void whatIsAskedWronglyIsSaid() {
        assertThat(hub.post(OPERATOR, "/rescans", "{\"scope\": \"some\"}").status())
                .isEqualTo(400);
        assertThat(hub.post(OPERATOR, "/rescans", "{\"flipPercent\": \"101\"}").status())
                .isEqualTo(400);
        assertThat(hub.get(OPERATOR, "/rescans/latest").status()).isEqualTo(404);
        assertThat(hub.post(OPERATOR, "/rescans/latest/pause", "").status()).isEqualTo(404);
        hub.post(OPERATOR, "/rescans", "{}");
        for (String cursor : new String[] {"x", "99%20", "-1%20", "0", "0%20" + "x".repeat(2_000)}) {
            assertThat(hub.get(OPERATOR, "/rescans/latest?cursor=" + cursor).status())
                    .as(cursor)
                    .isEqualTo(400);
        }
        assertThat(hub.get(OPERATOR, "/rescans/latest?cursor=0%20").status()).isEqualTo(200);
    }
}
