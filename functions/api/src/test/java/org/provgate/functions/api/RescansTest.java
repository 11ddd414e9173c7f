package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.OPERATOR;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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
