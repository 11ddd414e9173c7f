package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.OPERATOR;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.provgate.formats.http.ApiAnswer;

/// Whatever is asked, the answer is a problem of the asker's and nothing changes.
class FuzzTest {

    private static final int ROUNDS = 3000;

    private static final List<String> PARTS = List.of(
            "..",
            ".",
            "",
            "%2e%2e",
            "%2F",
            "%252F",
            "%5C",
            "\\",
            "%00",
            "%0d%0aX:y",
            "ada",
            "notes",
            "-",
            "r1",
            "ADA",
            "ada;x",
            "ada%20",
            "%c3%28",
            "%ff",
            "%",
            "%zz",
            "{contributor}",
            "~",
            "$",
            "ａｄａ",
            "x".repeat(200),
            "con",
            "0123456789abcdef",
            "submissions",
            "report",
            "<script>",
            "'--",
            "${jndi:x}",
            "\uD800");

    private static final List<String> TAILS = List.of(
            "", "/report", "/history", "/release", "/reject", "/waivers", "/appeal", "/recheck", "/purge", "/report/");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "true",
            "[]",
            "{",
            "}",
            "{\"reason\": null}",
            "{\"reason\": {}}",
            "{\"reason\": [\"x\"]}",
            "[".repeat(5000),
            "{\"a\":".repeat(5000),
            "\u0000",
            "{\"reason\": \"x\", \"expires\": 20261130}",
            "{\"reason\": \"x\", \"expires\": \"+12026-11-30\"}",
            "{\"expires\": \"2026-11-30\"}",
            "NaN",
            "{\"message\": \"\\ud800\\u0000\"}",
            "{\"code\": \"custom:\", \"subject\": \"file:a\"}",
            "{\"files\": {}}",
            "{\"contributor\": \"ada\", \"dataset\": \"x\", \"revision\": \"r\", \"files\": [null]}",
            "9".repeat(3000),
            "&a; <!DOCTYPE x>",
            "policy: !!java.net.URL [\"http://x\"]",
            "a: &a [*a]");

    private final Hub hub = new Hub();

    @Test
    void oddIdsAndBodiesAreProblemsAndChangeNothing() {
        hub.submit("ada/tides/r1", Hub.UNLICENSED);
        String before = hub.everything();
        Random random = new Random(20261124);
        for (int round = 0; round < ROUNDS; round++) {
            String path = random.nextInt(8) == 0
                    ? List.of("/submissions", "/policy/preview", "/rules/x", "/lineage/ada")
                            .get(random.nextInt(4))
                    : "/submissions/" + id(random) + pick(random, TAILS);
            String method = pick(random, List.of("POST", "POST", "GET", "PUT", "DELETE", "\u0000", "get"));
            Map<String, String> headers = random.nextBoolean()
                    ? Map.of()
                    : Map.of("Idempotency-Key", pick(random, PARTS), "Accept", pick(random, PARTS));
            Map<String, String> caller = random.nextBoolean() ? OPERATOR : ADA;

            ApiAnswer answer = hub.ask(caller, method, path, headers, pick(random, BODIES));

            if (method.equals("GET") && answer.status() == 200) {
                continue;
            }
            assertThat(answer.status()).as("%s %s", method, path).isBetween(400, 499);
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
            assertThat(Hub.json(answer).path("detail").asString("")).isNotEmpty();
        }
        assertThat(hub.everything()).isEqualTo(before);
    }

    private static String id(Random random) {
        return random.ints(2 + random.nextInt(3), 0, PARTS.size())
                .mapToObj(PARTS::get)
                .collect(Collectors.joining("/"));
    }

    private static String pick(Random random, List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
