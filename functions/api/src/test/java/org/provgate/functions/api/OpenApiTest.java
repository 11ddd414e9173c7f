package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.NOBODY;
import static org.provgate.functions.api.Hub.OPERATOR;
import static org.provgate.functions.api.Hub.SECOND_OPERATOR;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.usecases.engine.PolicyText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document against the handler: every route, every status, every answer by its schema.
class OpenApiTest {

    private static final String CASE = "/submissions/ada/notes/r1";
    private static final Map<String, String> STRANGER = Map.of("sub", "x", "groups", "[others]");
    private static final String BODY = "{\"reason\": \"x\", \"expires\": \"2026-11-30\"}";
    private static final String GRANTS = """
        {"contributor": "ada", "dataset": "x", "revision": "r1",
         "files": [{"path": "a", "bytes": 0, "sha256": "%s"}]}
        """.formatted("0".repeat(64));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Hub hub = new Hub();
    private final ObjectNode document =
            (ObjectNode) Hub.json(hub.get(OPERATOR, "/openapi.json")).deepCopy();

    /// Method and template, to the statuses that were seen.
    private final Map<String, Set<String>> seen = new TreeMap<>();

    @Test
    void theDocumentHasEveryRouteAndNoOther() {
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().forEach(member -> {
                    if (!member.equals("parameters")) {
                        documented.add(member.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Route.values())
                        .map(route -> route.method() + " " + route.template())
                        .toList());
    }

    @Test
    void everyAnswerIsDocumentedAndEveryDocumentedAnswerIsGiven() {
        hub.submit("ada/notes/r1", Hub.UNLICENSED);
        for (Route route : Route.values()) {
            whatEveryRouteAnswers(route);
        }
        lookups();
        verbs();
        others();
        rescans();

        for (Route route : Route.values()) {
            Set<String> documented =
                    new TreeSet<>(operation(route).path("responses").propertyNames());
            Set<String> given = new TreeSet<>(seen.getOrDefault(key(route), Set.of()));
            if (route == Route.READ) {
                // Megabytes of findings; see AnswerTest.
                given.add("406");
            }
            assertThat(given).as(key(route)).isEqualTo(documented);
        }
    }

    private void whatEveryRouteAnswers(Route route) {
        String path = path(route);
        ask(route, NOBODY, path, "");
        ask(route, STRANGER, path, "");
        ask(route, OPERATOR, path + (path.contains("?") ? "&" : "?") + "x=%zz", "");
        ApiAnswer broken = hub.askWithoutLedger(OPERATOR, route.method(), path, working(route));
        if (broken.status() == 500) {
            record(route, broken);
        } else {
            // Needs no ledger; any other fault would be answered the same.
            seen.computeIfAbsent(key(route), _ -> new TreeSet<>()).add("500");
        }
        if (route.template().contains("{contributor}")) {
            ask(route, OPERATOR, path.replace("notes", "nothing"), working(route));
        }
        if (route.method().equals("POST") || route.method().equals("PUT")) {
            ask(route, OPERATOR, path, "x".repeat(1024 * 1024 + 1));
            ask(route, OPERATOR, path, "[]");
        }
    }

    private void lookups() {
        ask(Route.LIST, OPERATOR, "/submissions", "");
        ask(Route.LIST, ADA, "/submissions?contributor=mary", "");
        ask(Route.READ, ADA, CASE, "");
        ask(Route.REPORT, ADA, CASE + "/report", "");
        for (String accept : new String[] {"image/png", "application/sarif+json"}) {
            record(Route.REPORT, hub.get(ADA, CASE + "/report", accept));
        }
        ask(Route.LINEAGE, ADA, "/lineage/ada/notes/r1", "");
        ask(Route.TEXT, ADA, CASE + "/text?path=provenance.yaml", "");
        ask(Route.RULES, ADA, "/rules", "");
        ask(Route.OVERVIEW, ADA, "/overview", "");
        ask(Route.POLICY, OPERATOR, "/policy", "");
        ask(Route.POLICY, ADA, "/policy", "");
        ask(Route.FACTS, OPERATOR, "/facts", "");
        ask(Route.COVERAGE, OPERATOR, "/coverage", "");
        ask(Route.COVERAGE, OPERATOR, "/coverage?cursor=x", "");
        ask(Route.COVERAGE, ADA, "/coverage", "");
        ask(Route.FACTS, OPERATOR, "/facts?cursor=x", "");
        ask(Route.FACTS, ADA, "/facts", "");
        ask(Route.CALLER, ADA, "/caller", "");
        ask(Route.OPENAPI, ADA, "/openapi.json", "");
        ask(Route.TEACHER, ADA, "/teachers/claude-3-opus", "");
        ask(Route.TEACHER, ADA, "/teachers/nobody-knows-this", "");
    }

    private void verbs() {
        for (Route route : new Route[] {Route.APPEAL, Route.WAIVE, Route.RELEASE, Route.REJECT, Route.RECHECK}) {
            Map<String, String> key = Map.of("Idempotency-Key", route.name());
            record(route, hub.ask(OPERATOR, "POST", path(route), key, working(route)));
            record(route, hub.ask(OPERATOR, "POST", path(route), key, working(route) + " "));
        }
        secondOperator();
        ask(Route.HISTORY, OPERATOR, CASE + "/history", "");
        ask(Route.HISTORY, ADA, CASE + "/history", "");
    }

    /// A release is proposed and declined, a waiver proposed and confirmed, a rejection only proposed.
    private void secondOperator() {
        hub.policy(PolicyText.read(
                "policy.yaml", "secondOperator: [release, waive, reject]".getBytes(StandardCharsets.UTF_8)));
        hub.settle();
        ask(Route.RELEASE, OPERATOR, path(Route.RELEASE), working(Route.RELEASE));
        ask(Route.DECLINE, OPERATOR, path(Route.DECLINE), proposal(working(Route.DECLINE)));
        ask(Route.DECLINE, ADA, path(Route.DECLINE), working(Route.DECLINE));
        ask(Route.DECLINE, OPERATOR, path(Route.DECLINE), working(Route.DECLINE));
        ask(Route.WAIVE, OPERATOR, path(Route.WAIVE), working(Route.WAIVE));
        ask(Route.CONFIRM, OPERATOR, path(Route.CONFIRM), proposal(working(Route.CONFIRM)));
        ask(Route.CONFIRM, SECOND_OPERATOR, path(Route.CONFIRM), proposal(working(Route.CONFIRM)));
        ask(Route.CONFIRM, SECOND_OPERATOR, path(Route.CONFIRM), working(Route.CONFIRM));
        ask(Route.REJECT, OPERATOR, path(Route.REJECT), working(Route.REJECT));
    }

    private String proposal(String body) {
        int number = hub.ledger
                .submission(new SubmissionName("ada", "notes", "r1"))
                .orElseThrow()
                .rulings()
                .proposal();
        return body.replace("\"1\"", "\"" + number + "\"");
    }

    private void rescans() {
        ask(Route.RESCAN_ESTIMATE, OPERATOR, "/rescans/estimate", "");
        ask(Route.RESCAN_ESTIMATE, ADA, "/rescans/estimate", "");
        ask(Route.RESCAN_STEER, OPERATOR, "/rescans/nothing/pause", "");
        ask(Route.RESCAN_READ, OPERATOR, "/rescans/nothing", "");
        ask(Route.RESCAN, ADA, "/rescans", "{}");
        ask(Route.RESCAN, OPERATOR, "/rescans", "{}");
        ask(Route.RESCAN, OPERATOR, "/rescans", "{}");
        for (Route route : new Route[] {Route.RESCAN_READ, Route.RESCAN_STEER}) {
            ask(route, ADA, path(route), "");
            ask(route, OPERATOR, path(route), "");
        }
        ask(Route.RESCAN_STEER, OPERATOR, "/rescans/latest/confirm", "");
    }

    private void others() {
        ask(Route.UPLOAD, ADA, "/submissions", GRANTS);
        ask(Route.PREVIEW, OPERATOR, "/policy/preview", working(Route.PREVIEW));
        String preview = Hub.json(hub.post(OPERATOR, "/policy/preview", working(Route.PUBLISH)))
                .path("preview")
                .asString("");
        ask(Route.PUBLISH, OPERATOR, "/policy", working(Route.PUBLISH));
        ask(Route.PUBLISH, ADA, "/policy?preview=" + preview, working(Route.PUBLISH));
        ask(Route.PUBLISH, OPERATOR, "/policy?preview=" + preview, working(Route.PUBLISH));
        ask(Route.PUBLISH, OPERATOR, "/policy?preview=" + preview, working(Route.PUBLISH));
    }

    private static String path(Route route) {
        return route.template()
                .replace("{contributor}/{dataset}/{revision}", "ada/notes/r1")
                .replace("{model}", "claude-3-opus")
                .replace("/text", "/text?path=provenance.yaml")
                .replace("{run}", "latest")
                .replace("{word}", "pause");
    }

    /// A body that the route takes.
    private static String working(Route route) {
        return switch (route) {
            case RELEASE -> BODY;
            case REJECT -> "{\"reason\": \"x\"}";
            case WAIVE ->
                "{\"code\": \"file-unlisted\", \"subject\": \"file:a\", \"reason\": \"x\", \"expires\":"
                        + " \"2026-11-30\"}";
            case APPEAL -> "{\"message\": \"x\"}";
            case CONFIRM -> "{\"act\": \"1\"}";
            case DECLINE -> "{\"act\": \"1\", \"reason\": \"x\"}";
            case RECHECK -> "{}";
            case UPLOAD -> GRANTS;
            case PREVIEW, PUBLISH -> "policy: provenance-gate/v1\nname: x\n";
            case RESCAN -> "{\"scope\": \"all\"}";
            case LIST,
                    READ,
                    REPORT,
                    HISTORY,
                    TEXT,
                    TEACHER,
                    LINEAGE,
                    RESCAN_ESTIMATE,
                    RESCAN_READ,
                    RESCAN_STEER,
                    FACTS,
                    COVERAGE,
                    RULES,
                    OVERVIEW,
                    POLICY,
                    CALLER,
                    OPENAPI -> "";
        };
    }

    private void ask(Route route, Map<String, String> caller, String path, String body) {
        record(route, hub.ask(caller, route.method(), path, Map.of(), body));
    }

    private void record(Route route, ApiAnswer answer) {
        String status = Integer.toString(answer.status());
        seen.computeIfAbsent(key(route), _ -> new TreeSet<>()).add(status);
        JsonNode response = operation(route).path("responses").path(status);
        assertThat(response.isObject())
                .as("%s answered %s: %s", key(route), status, answer.body())
                .isTrue();
        boolean shared = response.has("$ref");
        String mediaType = answer.headers().getOrDefault("Content-Type", "").split(";", 2)[0];
        String pointer = shared
                ? response.path("$ref").asString("")
                : "#/paths/" + escaped(route.template()) + "/" + method(route) + "/responses/" + status;
        String schema = pointer + "/content/" + escaped(mediaType) + "/schema";
        assertThat(document.at(schema.substring(1)).isObject())
                .as("%s %s answers %s", key(route), status, mediaType)
                .isTrue();
        if (mediaType.endsWith("json")) {
            assertThat(errors(schema, answer.body()))
                    .as("%s %s", key(route), status)
                    .isEmpty();
        }
    }

    private Set<String> errors(String pointer, String json) {
        ObjectNode root = document.deepCopy();
        root.put("$ref", pointer);
        Set<String> errors = new TreeSet<>();
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(root))
                .validate(json, InputFormat.JSON)
                .forEach(error -> errors.add(error.toString()));
        return errors;
    }

    private JsonNode operation(Route route) {
        return document.path("paths").path(route.template()).path(method(route));
    }

    private static String method(Route route) {
        return route.method().toLowerCase(Locale.ROOT);
    }

    private static String key(Route route) {
        return route.method() + " " + route.template();
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
