package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.OPERATOR;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provgate.formats.http.ApiAnswer;
import tools.jackson.databind.JsonNode;

class ReferencesTest {

    private static final String UPSTREAM = """
          - id: tides
            type: dataset
            name: Tide tables
            uri: s3://dataset/ada/tides/r1/
            version: r1
            license: CC-BY-4.0
            rightsBasis: license
            collectionPeriod: { start: 2026-02, end: 2026-04 }
          - id: alpaca
            type: dataset
            name: tatsu-lab/alpaca
            license: CC-BY-4.0
            rightsBasis: license
            collectionPeriod: { start: 2026-02, end: 2026-04 }
        teachers: none
        """;

    private final Hub hub = new Hub();

    @Test
    void aPreviewNamesWhoWouldFlipAndWhy() {
        hub.submit("ada/tides/r1", Hub.GOOD);
        hub.submit("ada/notes/r1", Hub.UNLICENSED);
        String before = hub.everything();

        JsonNode lenient = Hub.json(hub.post(
                OPERATOR,
                "/policy/preview",
                "policy: provenance-gate/v1\nname: mild\nrules:\n  license-missing: {severity: off}\n"));
        JsonNode strict = Hub.json(hub.post(
                OPERATOR,
                "/policy/preview",
                "policy: provenance-gate/v1\nname: strict\nlicenses:\n  forbidden: [\"CC-BY-4.0\"]\n"));

        assertThat(lenient.path("items")).hasSize(1);
        assertThat(lenient.at("/items/0/id").asString("")).isEqualTo("ada/notes/r1");
        assertThat(lenient.at("/items/0/to").asString("")).isEqualTo("accepted");
        assertThat(lenient.at("/items/0/lost/0").asString("")).isEqualTo("license-missing");
        assertThat(lenient.path("looked").intValue()).isEqualTo(2);
        assertThat(strict.at("/items/0/id").asString("")).isEqualTo("ada/tides/r1");
        assertThat(strict.at("/items/0/gained/0").asString("")).isEqualTo("license-forbidden");
        assertThat(hub.everything()).isEqualTo(before);
    }

    @Test
    void aPolicyThatCannotBeUsedIsSaidWithItsPlaces() {
        ApiAnswer answer = hub.post(OPERATOR, "/policy/preview", "policy: provenance-gate/v1\nnam: x\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Hub.json(answer).at("/faults/0").asString("")).startsWith("policy.yaml:2:1");
        assertThat(hub.post(ADA, "/policy/preview", "policy: provenance-gate/v1\nname: x\n")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPolicyMayComeInsideJson() {
        hub.submit("ada/notes/r1", Hub.UNLICENSED);
        String policy = "policy: provenance-gate/v1\\nname: mild\\nrules:\\n  license-missing: {severity: off}\\n"
                + "# %s".formatted("long ".repeat(2000));

        ApiAnswer answer = inJson("{\"policy\": \"%s\"}".formatted(policy));

        assertThat(Hub.json(answer).at("/items/0/id").asString("")).isEqualTo("ada/notes/r1");
        for (String unfit : List.of("", "[]", "{}", "{\"policy\": 1}", "{\"policy\": \"x: y\", \"name\": \"x\"}")) {
            assertThat(inJson(unfit).status()).as(unfit).isEqualTo(400);
        }
        assertThat(Hub.json(inJson("{\"policy\": \"nam: x\"}")).at("/faults/0").asString(""))
                .startsWith("policy.yaml:1:1");
    }

    private ApiAnswer inJson(String body) {
        return hub.ask(
                OPERATOR, "POST", "/policy/preview", Map.of("content-type", "application/json; charset=utf-8"), body);
    }

    @Test
    void aTeacherIsShownWithItsSource() {
        JsonNode answer = Hub.json(hub.get(
                ADA, "/teachers/claude-3-opus-20240229?on=2026-03-01&channel=provider-api&use=generated,rewritten"));

        assertThat(answer.path("provider").asString("")).isEqualTo("anthropic");
        assertThat(answer.at("/terms/source").asString("")).isNotEmpty();
    }

    @Test
    void aModelWithASlashIsAskedForAsItIs() {
        for (String path : new String[] {"meta-llama/Llama-3.1-70B-Instruct", "meta-llama%2FLlama-3.1-70B-Instruct"}) {
            assertThat(hub.get(ADA, "/teachers/" + path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aTeacherThatNobodyKnowsIsAnsweredWithTheNearestNames() {
        ApiAnswer answer = hub.get(ADA, "/teachers/claude-3-opsu-20240229");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Hub.json(answer).path("alternatives")).isNotEmpty();
        assertThat(hub.get(ADA, "/teachers/x%00y").status()).isEqualTo(404);
        assertThat(hub.get(ADA, "/teachers/gpt-4?on=yesterday").status()).isEqualTo(400);
        assertThat(hub.get(ADA, "/teachers/gpt-4?channel=pigeon").status()).isEqualTo(400);
        assertThat(hub.get(ADA, "/teachers/gpt-4?use=generated,eaten").status()).isEqualTo(400);
    }

    @Test
    void lineageFollowsWhatManifestsDeclare() {
        hub.submit("ada/tides/r1", Hub.GOOD);
        hub.submit("mary/almanac/r1", Hub.GOOD.replace("teachers: none\n", UPSTREAM));
        hub.submit("ada/almanac/r1", Hub.GOOD.replace("teachers: none\n", UPSTREAM));

        JsonNode up = Hub.json(hub.get(OPERATOR, "/lineage/mary/almanac/r1"));
        JsonNode down = Hub.json(hub.get(OPERATOR, "/lineage/ada/tides/r1"));
        JsonNode own = Hub.json(hub.get(ADA, "/lineage/ada/tides/r1"));

        assertThat(up.path("sources").values().stream()
                        .map(source -> source.path("kind").asString("") + " "
                                + source.path("id").asString("")))
                .contains("submission ada/tides/r1", "unknown ")
                .anyMatch(source -> source.startsWith("known-dataset "));
        assertThat(down.path("derived").values().stream()
                        .map(one -> one.path("id").asString("")))
                .containsExactly("ada/almanac/r1", "mary/almanac/r1");
        assertThat(down.at("/derived/0/source").asString("")).isEqualTo("tides");
        assertThat(down.path("looked").intValue()).isEqualTo(2);
        assertThat(own.path("derived")).as("others' are not shown").hasSize(1);
        assertThat(hub.get(ADA, "/lineage/mary/almanac/r1").status()).isEqualTo(404);
        assertThat(hub.get(ADA, "/lineage/ada/tides/r1?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void everyRuleIsListed() {
        assertThat(Hub.json(hub.get(ADA, "/rules")).path("items")).hasSizeGreaterThan(40);
    }
}
