package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyTest {

    private static final String DOCUMENT = "verdict.intoto.json";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void keysAndASubmission() throws IOException, GeneralSecurityException {
        KeyPairGenerator edwards = KeyPairGenerator.getInstance("Ed25519");
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        write("gate", edwards.generateKeyPair());
        write("other", edwards.generateKeyPair());
        write("curve", curve.generateKeyPair());
        Submission.of(folder.resolve("harbour"), Submission.HUMAN);
    }

    private void write(String name, KeyPair pair) throws IOException {
        String half = pem("PUBLIC KEY", pair.getPublic().getEncoded());
        Files.writeString(folder.resolve(name + ".pub"), half);
        Files.writeString(
                folder.resolve(name + ".pem"),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + half);
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(encoded), label);
    }

    private Called provgate(String... arguments) {
        return Called.in(folder, arguments);
    }

    private void attest(String key) {
        Called called = provgate("validate", "harbour", "--attest", DOCUMENT, "--key", key);
        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.err()).isEmpty();
    }

    private JsonNode envelope() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(DOCUMENT)));
    }

    private String statement() throws IOException {
        return new String(Base64.getDecoder().decode(envelope().at("/payload").asString()), StandardCharsets.UTF_8);
    }

    @Test
    void aSignedVerdictHoldsForItsFilesAndItsKey() {
        for (String key : List.of("gate", "curve")) {
            attest(key + ".pem");

            Called called = provgate("verify", DOCUMENT, "--key", key + ".pub", "harbour");

            assertThat(called.exit()).as(called.out() + called.err()).isZero();
            assertThat(called.out()).contains("holds: harbour was accepted as on 2026-11-24", "signed by " + key);
            assertThat(called.err()).isEmpty();
        }
    }

    @Test
    void theStatementSaysWhatWasDecidedByWhichPolicyAboutWhichBytes() throws IOException {
        attest("gate.pem");

        JsonNode statement = JsonMapper.shared().readTree(statement());

        assertThat(envelope().at("/payloadType").asString()).isEqualTo("application/vnd.in-toto+json");
        assertThat(envelope().at("/signatures/0/keyid").asString()).startsWith("sha256:");
        assertThat(statement.at("/_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.at("/predicateType").asString()).isEqualTo("https://slsa.dev/verification_summary/v1");
        assertThat(statement.at("/subject").findValuesAsString("name"))
                .containsExactly("provenance.yaml", ".", "data/train.jsonl");
        assertThat(statement.at("/predicate/verificationResult").asString()).isEqualTo("PASSED");
        assertThat(statement.at("/predicate/policy/digest/sha256").asString()).hasSize(64);
        assertThat(statement.at("/predicate/resourceUri").asString())
                .isEqualTo("urn:dataset-provenance:submission:harbour");
        assertThat(statement.at("/predicate/verifiedLevels"))
                .hasSizeGreaterThan(2)
                .noneMatch(level -> level.asString().startsWith("SLSA_"));
        assertThat(statement.at("/predicate/verifier/id").asString()).isNotEmpty();
    }

    @Test
    void theSameVerdictGivesTheSameStatement() throws IOException {
        attest("gate.pem");
        String first = Files.readString(folder.resolve(DOCUMENT));

        attest("gate.pem");

        assertThat(Files.readString(folder.resolve(DOCUMENT))).isEqualTo(first);
    }

    @Test
    void aChangedPayloadDoesNotHold() throws IOException {
        attest("gate.pem");
        String changed = statement().replace("\"submission\": \"harbour\"", "\"submission\": \"other\"");
        assertThat(changed).isNotEqualTo(statement());
        String payload = Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve(DOCUMENT),
                envelope().toString().replace(envelope().at("/payload").asString(), payload));

        Called called = provgate("verify", DOCUMENT, "--key", "gate.pub");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).startsWith("does not hold").contains("changed afterwards", "gate.pub");
    }

    @Test
    void anotherKeyIsNamedWithTheOneThatWasExpected() throws IOException {
        attest("gate.pem");

        Called called = provgate("verify", DOCUMENT, "--key", "other.pub");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out())
                .contains(
                        "other.pub",
                        "it names the key "
                                + envelope().at("/signatures/0/keyid").asString());
    }

    @Test
    void filesThatChangedSinceAreNamed() {
        attest("gate.pem");
        Submission submission = new Submission(folder.resolve("harbour"))
                .with("data/train.jsonl", "{}\n")
                .with("data/more.jsonl", "{}\n");

        Called called = provgate(
                "verify", DOCUMENT, "--key", "gate.pub", submission.folder().toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).contains("data/train.jsonl has the digest", "data/more.jsonl is not named");
    }

    @Test
    void aBareStatementIsNotTakenForASignedOne() {
        Called written = provgate("validate", "harbour", "--attest", DOCUMENT);
        assertThat(written.exit()).isZero();
        assertThat(written.err()).contains("not signed");

        assertThat(provgate("verify", DOCUMENT, "harbour").exit()).isZero();
        assertThat(provgate("verify", DOCUMENT, "harbour").err()).contains("not checked: who signed it");
        Called asked = provgate("verify", DOCUMENT, "--key", "gate.pub", "harbour");
        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.out()).contains("it is not signed");
    }

    @Test
    void aQuarantinedSubmissionIsToldApartFromAnAcceptedOne() {
        Submission.of(folder.resolve("harbour"), Submission.CLAUDE);
        assertThat(provgate("validate", "harbour", "--attest", DOCUMENT, "--key", "gate.pem")
                        .exit())
                .isEqualTo(1);

        Called called = provgate("verify", DOCUMENT, "--key", "gate.pub", "harbour");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).contains("holds: harbour was quarantined");
    }

    @Test
    void whatCannotRunIsOneSentenceAndExit2() throws IOException {
        attest("gate.pem");
        Files.writeString(folder.resolve("list.json"), "[]");
        Files.writeString(folder.resolve("torn.json"), "{\"payloadType\": \"x\", \"payload\": \"%%\"}");
        for (List<String> arguments : List.of(
                List.of("verify", DOCUMENT),
                List.of("verify", "nowhere.json", "harbour"),
                List.of("verify", "harbour", "harbour"),
                List.of("verify", "list.json", "harbour"),
                List.of("verify", "torn.json", "harbour"),
                List.of("verify", DOCUMENT, "--key", "gate.pem.missing"),
                List.of("verify", DOCUMENT, "--key", DOCUMENT),
                List.of("validate", "harbour", "--key", "gate.pem"),
                List.of("validate", "harbour", "--attest", DOCUMENT, "--key", "gate.pub"),
                List.of("validate", "harbour", "--attest", "harbour/verdict.json"),
                List.of("validate", ".", "--each", "--attest", DOCUMENT))) {
            Called called = Called.in(folder, arguments.toArray(String[]::new));

            assertThat(called.exit()).as("%s", arguments).isEqualTo(2);
            assertThat(called.out()).as("%s", arguments).isEmpty();
            assertThat(called.err().lines()).as("%s", arguments).hasSize(1);
        }
    }
}
