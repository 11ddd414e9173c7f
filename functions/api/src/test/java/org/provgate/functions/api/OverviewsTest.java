package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.OPERATOR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.provgate.aws.s3.S3PolicySource;
import org.provgate.usecases.port.Bucket;
import tools.jackson.databind.JsonNode;

class OverviewsTest {

    private static final String TAUGHT = Hub.GOOD.replace("teachers: none\n", """
            teachers:
              - id: writer
                provider: OpenAI
                model: gpt-4o-2024-08-06
                uses: [generated]
                generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                accessChannel: provider-api
              - id: other
                provider: Nobody
                model: never-heard-of
                uses: [generated]
                generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                accessChannel: provider-api
            """);

    private final Hub hub = new Hub();

    @BeforeEach
    void submissions() {
        hub.submit("ada/tides/r1", Hub.GOOD);
        hub.submit("ada/notes/r1", Hub.UNLICENSED);
        hub.later(Duration.ofDays(2));
        hub.submit("mary/engines/r1", TAUGHT);
        hub.upload("mary/plans/r1/a.txt", "not yet complete");
    }

    @Test
    void submissionsAreCountedByStateAndAge() {
        JsonNode all = Hub.json(hub.get(OPERATOR, "/overview"));

        assertThat(state(all, "quarantined").path("count").intValue()).isEqualTo(2);
        assertThat(state(all, "quarantined").at("/ages/day").intValue()).isEqualTo(1);
        assertThat(state(all, "quarantined").at("/ages/week").intValue()).isEqualTo(1);
        assertThat(state(all, "receiving").at("/ages/day").intValue()).isEqualTo(1);
        assertThat(all.path("looked").intValue()).isEqualTo(4);
        assertThat(all.path("next").isNull()).isTrue();
    }

    @Test
    void findingsTeachersAndDaysAreCountedByOutcome() {
        JsonNode all = Hub.json(hub.get(OPERATOR, "/overview"));

        assertThat(named(all, "codes", "code", "license-missing")
                        .path("quarantined")
                        .intValue())
                .isEqualTo(1);
        assertThat(named(all, "providers", "provider", "openai")
                        .path("quarantined")
                        .intValue())
                .isEqualTo(1);
        assertThat(named(all, "providers", "provider", "-").path("quarantined").intValue())
                .as("a teacher that the registry does not know")
                .isEqualTo(1);
        assertThat(named(all, "days", "day", "2026-11-24").path("accepted").intValue())
                .isEqualTo(1);
        assertThat(named(all, "days", "day", "2026-11-26").path("quarantined").intValue())
                .isEqualTo(1);
    }

    @Test
    void appealsThatWaitAreCountedUntilTheyAreAnswered() {
        hub.post(ADA, "/submissions/ada/notes/r1/appeal", "{\"message\": \"look again\"}");
        assertThat(state(Hub.json(hub.get(ADA, "/overview")), "quarantined")
                        .path("appealed")
                        .intValue())
                .isEqualTo(1);

        hub.post(OPERATOR, "/submissions/ada/notes/r1/reject", "{\"reason\": \"no\"}");
        assertThat(state(Hub.json(hub.get(ADA, "/overview")), "rejected")
                        .path("appealed")
                        .intValue())
                .isZero();
    }

    @Test
    void aContributorsOwnAloneAreCounted() {
        JsonNode own = Hub.json(hub.get(ADA, "/overview"));

        assertThat(own.path("looked").intValue()).isEqualTo(2);
        assertThat(own.path("providers")).isEmpty();
        assertThat(hub.get(ADA, "/overview?cursor=mary%2Fengines%2Fr1").status())
                .isEqualTo(400);
    }

    @Test
    void countingGoesOnWhereItStopped() {
        JsonNode rest = Hub.json(hub.get(OPERATOR, "/overview?cursor=ada%2Ftides%2Fr1"));

        assertThat(rest.path("looked").intValue()).isEqualTo(2);
    }

    @Test
    void thePolicyInForceIsShownAsItWasWritten() {
        JsonNode shipped = Hub.json(hub.get(OPERATOR, "/policy"));
        assertThat(shipped.path("shipped").booleanValue()).isTrue();
        assertThat(shipped.path("text").stringValue()).contains("policy: provenance-gate/v1");

        put("policy: provenance-gate/v1\nname: own # mine\n");
        JsonNode own = Hub.json(hub.get(OPERATOR, "/policy"));
        assertThat(own.path("name").stringValue()).isEqualTo("own");
        assertThat(own.path("text").stringValue()).contains("# mine");
        assertThat(own.path("shipped").booleanValue()).isFalse();

        put("policy: provenance-gate/v1\nnam: own\n");
        JsonNode faulty = Hub.json(hub.get(OPERATOR, "/policy"));
        assertThat(faulty.at("/faults/0").stringValue()).contains("policy.yaml:2:1");
        assertThat(faulty.path("name").isNull()).isTrue();
        assertThat(hub.get(ADA, "/policy").status()).isEqualTo(403);
    }

    private void put(String policy) {
        hub.store.put(Bucket.REPORT, S3PolicySource.KEY, "application/yaml", policy.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoAsksIsToldWhoTheyAre() {
        assertThat(hub.get(OPERATOR, "/caller").body())
                .contains("\"name\":\"grace\"", "\"role\":\"operator\"", "\"release\"", "\"contributor\":null");
        assertThat(hub.get(ADA, "/caller").body())
                .contains("\"role\":\"contributor\"", "\"contributor\":\"ada\"", "\"may\":[\"upload\",\"appeal\"]");
    }

    @Test
    void theManifestThatTheVerdictIsAboutIsShownAndRowsAreNot() {
        String path = "/submissions/ada/notes/r1/text?path=";
        assertThat(Hub.json(hub.get(ADA, path + "provenance.yaml")).path("text").stringValue())
                .isEqualTo(Hub.UNLICENSED);
        assertThat(hub.get(ADA, path + "data%2Ftrain.jsonl").status()).isEqualTo(404);
        assertThat(hub.get(ADA, path + "none.yaml").status()).isEqualTo(404);
        assertThat(hub.get(ADA, "/submissions/ada/notes/r1/text").status()).isEqualTo(400);
        assertThat(hub.get(ADA, "/submissions/mary/engines/r1/text?path=provenance.yaml")
                        .status())
                .isEqualTo(404);
    }

    private static JsonNode state(JsonNode overview, String state) {
        return named(overview, "states", "state", state);
    }

    private static JsonNode named(JsonNode overview, String list, String name, String value) {
        return overview.path(list).values().stream()
                .filter(one -> one.path(name).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " is not in " + overview));
    }
}
