package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.core.signing.KeyReading;
import org.provgate.core.signing.Signer;
import org.provgate.core.signing.SigningKey;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;

/// A gate with a key hands out verdicts that others can check.
class SignedVerdictTest {

    private static final String STATEMENT = "application/vnd.in-toto+json";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatTheGateDecidedIsSignedAndVerifies() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String half = pem("PUBLIC KEY", pair.getPublic().getEncoded());
        Files.writeString(folder.resolve("gate.pub"), half);
        Submission.of(folder.resolve("good"), Submission.HUMAN);
        try (LocalGate gate = gate(signer(pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + half))) {
            String api = gate.ready().api().toString();
            Called submitted = Called.in(
                    folder,
                    "submit",
                    "good",
                    "--to",
                    "demo/good/r1",
                    "--api",
                    api,
                    "--token",
                    gate.ready().contributorToken());
            assertThat(submitted.exit()).as(submitted.err()).isZero();
            HttpResponse<String> report = report(
                    api + "/submissions/demo/good/r1/report", gate.ready().token());
            assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
            assertThat(report.headers().firstValue("Content-Type")).contains(STATEMENT);
            Files.writeString(folder.resolve("verdict.intoto.json"), report.body());
        }

        Called verified = Called.in(folder, "verify", "verdict.intoto.json", "--key", "gate.pub", "good");
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).startsWith("holds: demo/good/r1 was accepted");

        new Submission(folder.resolve("good")).with("data/train.jsonl", "{\"question\": \"other\"}\n");
        assertThat(Called.in(folder, "verify", "verdict.intoto.json", "--key", "gate.pub", "good")
                        .exit())
                .isEqualTo(1);
    }

    private static LocalGate gate(Signer signer) {
        return LocalGate.start(new LocalSettings(
                0,
                Optional.empty(),
                new PolicyChoice.AsItWas(),
                Optional.of(signer),
                InstantSource.system(),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> report(String address, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", STATEMENT)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Signer signer(String pem) throws GeneralSecurityException {
        return switch (SigningKey.ofPem(pem)) {
            case KeyReading.Read<Signer>(Signer key) -> key;
            case KeyReading.Unusable<Signer>(String why) -> throw new GeneralSecurityException(why);
        };
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(encoded), label);
    }
}
