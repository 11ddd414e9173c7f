package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.OPERATOR;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Digests;
import org.provgate.formats.http.ApiAnswer;
import tools.jackson.databind.JsonNode;

class UploadsTest {

    private static final String DIGEST = Digests.sha256("tides").hex();

    private final Hub hub = new Hub();

    private ApiAnswer ask(String contributor, String files) {
        return hub.post(ADA, "/submissions", """
                {"contributor": "%s", "dataset": "tides", "revision": "r1", "files": [%s]}
                """.formatted(contributor, files));
    }

    private static String file(String path) {
        return "{\"path\": \"%s\", \"bytes\": 5, \"sha256\": \"%s\"}".formatted(path, DIGEST);
    }

    @Test
    void eachFileGetsAnAddressWithItsChecksum() {
        ApiAnswer answer = ask("ada", file("data/a b.txt") + "," + file("provenance.yaml"));

        JsonNode grants = Hub.json(answer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(grants.path("uploads")).hasSize(2);
        assertThat(grants.at("/uploads/0/path").asString("")).isEqualTo("data/a b.txt");
        assertThat(grants.at("/uploads/0/headers/x-amz-checksum-sha256").asString(""))
                .isEqualTo(DIGEST);
        assertThat(hub.everything())
                .as("nothing begins before an object arrives")
                .isEmpty();
    }

    @Test
    void whatLiesThereAlreadyIsSaid() {
        hub.upload("ada/tides/r1/a.txt", "tides");
        String same = file("a.txt").replace(DIGEST, Digests.sha256("tides").hex());

        JsonNode grants = Hub.json(ask("ada", same + "," + file("b.txt")));

        assertThat(grants.at("/uploads/0/stored").booleanValue()).isTrue();
        assertThat(grants.at("/uploads/1/stored").booleanValue()).isFalse();
        assertThat(Hub.json(ask("ada", file("a.txt").replace(DIGEST, "0".repeat(64))))
                        .at("/uploads/0/stored")
                        .booleanValue())
                .as("other bytes")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../mary/engines/r1/a",
                "a/../../b",
                "/a",
                "a//b",
                "a/",
                "./a",
                "a\\\\b",
                "a\\u0000b",
                " ",
            })
    void aPathThatLeavesTheSubmissionGetsNone(String path) {
        assertThat(ask("ada", file("fine.txt") + "," + file(path)).status()).isEqualTo(400);
    }

    @Test
    void whatCannotBeUploadedSoIsSaid() {
        assertThat(ask("mary", file("a")).status()).isEqualTo(403);
        assertThat(ask("../ada", file("a")).status()).isEqualTo(400);
        assertThat(ask("-", file("a")).status()).isEqualTo(400);
        assertThat(ask("ada", file("a") + "," + file("a")).body()).contains("asked for twice");
        assertThat(ask("ada", file("a").replace(": 5", ": 5368709121")).body()).contains("5 GiB");
        assertThat(ask("ada", file("a").replace(": 5", ": -1")).status()).isEqualTo(400);
        assertThat(ask("ada", file("a").replace(": 5", ": 1e99")).status()).isEqualTo(400);
        assertThat(ask("ada", file("a").replace(DIGEST, "abc")).body()).contains("64 hexadecimal digits");
        assertThat(ask("ada", "").status()).isEqualTo(400);
        assertThat(ask("ada", file("x".repeat(1100))).status()).isEqualTo(400);
        String many =
                IntStream.rangeClosed(0, 1000).mapToObj(i -> file("f" + i)).collect(Collectors.joining(","));
        assertThat(ask("ada", many).body()).contains("1 to 1000 files");
        assertThat(hub.post(OPERATOR, "/submissions", "x".repeat(1024 * 1024 + 1))
                        .status())
                .isEqualTo(413);
    }
}
