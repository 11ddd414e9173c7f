package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.functions.api.Hub.ADA;
import static org.provgate.functions.api.Hub.NOBODY;
import static org.provgate.functions.api.Hub.OPERATOR;
import static org.provgate.functions.api.Hub.SECOND_OPERATOR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.port.Bucket;
import tools.jackson.databind.JsonNode;

class VerbsTest {

    private static final SubmissionName NOTES = new SubmissionName("ada", "notes", "r1");
    private static final String CASE = "/submissions/" + NOTES;
    private static final String ROWS = NOTES.keyOf("data/train.jsonl");
    private static final String RELEASE = "{\"reason\": \"checked by hand\", \"expires\": \"2026-11-30\"}";
    private static final String REJECT = "{\"reason\": \"spam\"}";
    private static final String CONFIRM = "{\"act\": \"1\"}";
    private static final String WAIVER = "{\"code\": \"license-missing\", \"subject\": \"dataset:Harbour phrasebook\","
            + " \"reason\": \"public domain\", \"expires\": \"2026-12-31\"}";
    private static final String APPEAL = "{\"message\": \"it is public domain\", \"finding\": \"license-missing\"}";

    private final Hub hub = new Hub();

    @BeforeEach
    void aQuarantinedCase() {
        hub.submit(NOTES.toString(), Hub.UNLICENSED);
        assertThat(state()).isEqualTo(State.QUARANTINED);
    }

    private State state() {
        return hub.ledger.submission(NOTES).orElseThrow().state();
    }

    private ApiAnswer done(Map<String, String> caller, String verb, String body) {
        ApiAnswer answer = hub.post(caller, CASE + verb, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        hub.settle();
        return answer;
    }

    @Test
    void aReleaseLetsReadersIn() {
        JsonNode act = Hub.json(done(OPERATOR, "/release", RELEASE));

        assertThat(act.path("kind").asString("")).isEqualTo("released");
        assertThat(act.path("by").asString("")).isEqualTo("grace");
        assertThat(act.path("reason").asString("")).isEqualTo("checked by hand");
        assertThat(state()).isEqualTo(State.RELEASED);
        String version = hub.store.latest(Bucket.DATASET, ROWS).orElseThrow();
        assertThat(hub.store.tags(Bucket.DATASET, ROWS, version)).containsEntry("provenance", "accepted");
        JsonNode one = Hub.json(hub.get(ADA, CASE));
        assertThat(one.path("releasedUntil").asString("")).isEqualTo("2026-11-30");
        assertThat(one.path("outcome").asString("")).as("the verdict stays").isEqualTo("quarantined");
    }

    @Test
    void aRejectionKeepsEverythingOutUntilARecheck() {
        done(OPERATOR, "/reject", REJECT);
        hub.upload(NOTES.keyOf("provenance.yaml"), Hub.GOOD);
        assertThat(state()).isEqualTo(State.REJECTED);
        assertThat(hub.store.latest(Bucket.DATASET, NOTES.keyOf("provenance.yaml")))
                .isEmpty();

        done(OPERATOR, "/recheck", "");

        assertThat(state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aWaiverIsDecidedAtOnceAndNamesItsApprover() {
        done(OPERATOR, "/waivers", WAIVER);

        assertThat(state()).isEqualTo(State.ACCEPTED);
        assertThat(hub.get(ADA, CASE + "/report").body()).contains("\"approver\": \"grace\"", "public domain");
        assertThat(hub.get(ADA, CASE + "/history").body()).contains("\"cause\":\"waiver\"");
    }

    @Test
    void anAppealIsSeenByOperatorsUntilItIsAnswered() {
        done(ADA, "/appeal", APPEAL);
        assertThat(hub.get(OPERATOR, "/submissions?appealed=true").body()).contains(NOTES.toString());
        assertThat(hub.post(ADA, CASE + "/appeal", APPEAL).status()).isEqualTo(409);

        done(OPERATOR, "/release", RELEASE);

        assertThat(hub.get(OPERATOR, "/submissions?appealed=true").body()).doesNotContain(NOTES.toString());
    }

    private void twoOperators() {
        hub.policy(PolicyText.read("policy.yaml", "secondOperator: [reject]".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRejectionWaitsForASecondOperatorWhereThePolicySaysSo() {
        twoOperators();

        ApiAnswer proposed = hub.post(OPERATOR, CASE + "/reject", REJECT);
        assertThat(proposed.status()).isEqualTo(202);
        assertThat(Hub.json(proposed).path("kind").asString("")).isEqualTo("proposed");
        assertThat(Hub.json(proposed).path("proposes").asString("")).isEqualTo("rejected");
        assertThat(state()).isEqualTo(State.QUARANTINED);
        assertThat(hub.get(OPERATOR, "/submissions?proposed=true").body()).contains(NOTES.toString());

        ApiAnswer same = hub.post(OPERATOR, CASE + "/confirm", CONFIRM);
        assertThat(same.status()).isEqualTo(403);
        assertThat(Hub.json(same).path("detail").asString("")).contains("proposed by grace", "another operator");
        assertThat(hub.post(OPERATOR, CASE + "/reject", REJECT).status())
                .as("once more")
                .isEqualTo(409);
        assertThat(state()).isEqualTo(State.QUARANTINED);

        JsonNode confirmed = Hub.json(done(SECOND_OPERATOR, "/confirm", CONFIRM));
        assertThat(confirmed.path("kind").asString("")).isEqualTo("rejected");
        assertThat(confirmed.path("by").asString("")).isEqualTo("mary");
        assertThat(confirmed.path("confirms").intValue()).isEqualTo(1);
        assertThat(state()).isEqualTo(State.REJECTED);
        assertThat(hub.post(SECOND_OPERATOR, CASE + "/confirm", CONFIRM).status())
                .isEqualTo(409);
    }

    @Test
    void aContributorHearsOfARejectionOnceItCounts() {
        twoOperators();
        hub.post(OPERATOR, CASE + "/reject", REJECT);

        assertThat(hub.get(OPERATOR, CASE + "/history").body()).contains("\"kind\":\"proposed\"", "spam");
        assertThat(hub.get(ADA, CASE + "/history").body()).doesNotContain("proposed", "spam");
        assertThat(hub.get(ADA, CASE).body()).contains("\"proposed\":false");
        assertThat(hub.get(ADA, "/submissions?proposed=true").status()).isEqualTo(403);
        assertThat(hub.get(ADA, "/overview").body()).contains("\"proposed\":0");
        assertThat(hub.get(OPERATOR, "/overview").body()).contains("\"proposed\":1");

        done(SECOND_OPERATOR, "/confirm", CONFIRM);

        assertThat(hub.get(ADA, CASE + "/history").body()).contains("\"kind\":\"rejected\"", "spam");
    }

    @Test
    void whatIsDeclinedIsNotCarriedOut() {
        twoOperators();
        hub.post(OPERATOR, CASE + "/reject", REJECT);

        done(SECOND_OPERATOR, "/decline", "{\"act\": \"1\", \"reason\": \"it is none\"}");

        assertThat(state()).isEqualTo(State.QUARANTINED);
        assertThat(hub.get(OPERATOR, "/submissions?proposed=true").body()).doesNotContain(NOTES.toString());
        assertThat(hub.post(SECOND_OPERATOR, CASE + "/confirm", CONFIRM).status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/release", "/reject", "/waivers", "/recheck", "/confirm", "/decline"})
    void operatorsAloneDoThat(String verb) {
        String before = hub.everything();
        for (String body : List.of(RELEASE, REJECT, WAIVER, CONFIRM, "")) {
            assertThat(hub.post(ADA, CASE + verb, body).status()).isEqualTo(403);
            assertThat(hub.post(NOBODY, CASE + verb, body).status()).isEqualTo(401);
            assertThat(hub.post(ADA, "/submissions/mary/notes/r1" + verb, body).status())
                    .isEqualTo(404);
            assertThat(hub.post(OPERATOR, "/submissions/mary/notes/r1" + verb, body)
                            .status())
                    .isIn(400, 404);
        }
        assertThat(hub.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "/release | {\"reason\": \"x\"}                                   | it does not say expires",
                "/release | {\"reason\": \"x\", \"expires\": \"2026-11-23\"}      | which is over",
                "/release | {\"reason\": \"x\", \"expires\": \"tomorrow\"}        | YYYY-MM-DD",
                "/release | {\"reason\": \"x\", \"expires\": \"2026-02-30\"}      | YYYY-MM-DD",
                "/release | {\"reason\": \" \", \"expires\": \"2026-11-30\"}      | reason is a text",
                "/release | {\"reason\": 7, \"expires\": \"2026-11-30\"}          | reason is a text",
                "/release | {\"reason\": \"x\", \"reason\": \"y\", \"expires\": \"2026-11-30\"} | twice",
                "/release | {\"reason\": \"x\", \"expires\": \"2026-11-30\", \"by\": \"me\"} | no other member",
                "/reject  | []                                                    | one JSON object",
                "/reject  | {\"reason\": \"x\"} {}                                | no JSON",
                "/reject  | nonsense                                              | no JSON",
                "/reject  | ''                                                    | it does not say reason",
                "/reject  | {\"reason\": \"\\u0007\"}                             | control characters",
                "/waivers | {\"code\": \"no-such-code\", \"subject\": \"file:a\", \"reason\": \"x\", \"expires\": \"2026-11-30\"} | no code",
                "/waivers | {\"code\": \"file-unlisted\", \"subject\": \"a\", \"reason\": \"x\", \"expires\": \"2026-11-30\"} | kind:name",
                "/confirm | {\"act\": 1}                                          | act is a text",
                "/confirm | {\"act\": \"-1\"}                                     | number of the proposal",
                "/decline | {\"act\": \"1\"}                                      | it does not say reason",
                "/recheck | {\"reason\": \"x\"}                                   | no members",
            })
    void whatDoesNotFitIsSaidAndChangesNothing(String verb, String body, String sentence) {
        String before = hub.everything();

        ApiAnswer answer = hub.post(OPERATOR, CASE + verb, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(Hub.json(answer).path("detail").asString("")).contains(sentence);
        assertThat(hub.everything()).isEqualTo(before);
    }

    @Test
    void whatDoesNotGoWithTheStateIsAConflict() {
        done(OPERATOR, "/waivers", WAIVER);
        String before = hub.everything();

        assertThat(Hub.json(hub.post(OPERATOR, CASE + "/release", RELEASE))
                        .path("detail")
                        .asString(""))
                .isEqualTo("ada/notes/r1 is accepted; readers are let in already");
        assertThat(hub.post(ADA, CASE + "/appeal", APPEAL).status()).isEqualTo(409);
        assertThat(hub.everything()).isEqualTo(before);
    }

    @Test
    void theSameRequestIsCarriedOutOnceAndAnsweredTheSame() {
        Map<String, String> key = Map.of("Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324");

        ApiAnswer first = hub.ask(OPERATOR, "POST", CASE + "/release", key, RELEASE);
        hub.settle();
        ApiAnswer second = hub.ask(OPERATOR, "POST", CASE + "/release", key, RELEASE);

        assertThat(second).isEqualTo(first);
        assertThat(hub.ledger.acts(NOTES)).hasSize(1);
        assertThat(hub.ask(OPERATOR, "POST", CASE + "/release", key, RELEASE.replace("30", "29"))
                        .status())
                .isEqualTo(409);
        assertThat(hub.ask(OPERATOR, "POST", CASE + "/recheck", key, "").status())
                .isEqualTo(409);
        assertThat(hub.ask(OPERATOR, "POST", CASE + "/recheck", Map.of("Idempotency-Key", "two words"), "")
                        .status())
                .isEqualTo(400);
        assertThat(hub.ledger.acts(NOTES)).hasSize(1);
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        String before = hub.everything();

        assertThat(hub.post(OPERATOR, CASE + "/reject", "{\"reason\": \"" + "x".repeat(70_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(hub.post(OPERATOR, CASE + "/reject", "{\"reason\": \"" + "x".repeat(5_000) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.everything()).isEqualTo(before);
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsSaid() {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            ApiAnswer answer = hub.ask(OPERATOR, method, "/submissions", Map.of(), "");
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).containsEntry("Allow", "GET, POST");
        }
        assertThat(hub.get(OPERATOR, CASE + "/release").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groups         | [somebody-else]                                        | 403",
                "groups         | []                                                     | 403",
                "groups         | provgate-contributor-ada provgate-contributor-mary     | 403",
                "groups         | provgate-contributor-../..                             | 403",
                "groups         | provgate-contributor-                                  | 403",
                "groups         | [\"provgate-operators\",\"x\"]                          | 200",
                "cognito:groups | provgate-operators                                     | 200",
                "cognito:groups | [x provgate-contributor-ada]                           | 200",
                "roles          | provgate-operators                                     | 403",
                "groups         | xprovgate-operators                                    | 403",
            })
    void groupsSayWhoAsks(String claim, String groups, int status) {
        assertThat(hub.get(Map.of(claim, groups, "sub", "x"), CASE).status()).isEqualTo(status);
    }
}
