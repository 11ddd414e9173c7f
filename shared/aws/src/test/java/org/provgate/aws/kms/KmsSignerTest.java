package org.provgate.aws.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.provgate.aws.client.SignedCalls;
import org.provgate.core.facts.Digests;
import org.provgate.core.signing.Envelope;
import org.provgate.core.signing.KeyReading;
import org.provgate.core.signing.VerifyingKey;
import org.provgate.testkit.server.Moto;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

class KmsSignerTest {

    private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d";
    private static final byte[] PAYLOAD = "{\"verdict\": \"accepted\"}".getBytes(UTF_8);
    private static final Pattern MESSAGE = Pattern.compile("\"Message\":\"([^\"]+)\"");
    private static final Pattern PUBLIC_KEY = Pattern.compile("\"PublicKey\": ?\"([^\"]+)\"");
    private static final Pattern KEY_ARN = Pattern.compile("\"Arn\": ?\"([^\"]+)\"");

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final KeyPair pair = pair();
    private int status = 200;
    private Optional<String> answer = Optional.empty();
    private HttpServer service;

    private static KeyPair pair() {
        try {
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(new ECGenParameterSpec("secp256r1"));
            return curve.generateKeyPair();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// A key service that signs digests as KMS does.
    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
            byte[] bytes = answer.orElseGet(
                            () -> "{\"KeyId\":\"%s\",\"Signature\":\"%s\"}".formatted(KEY, signed(body)))
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private String signed(String request) {
        Matcher message = MESSAGE.matcher(request);
        try {
            Signature engine = Signature.getInstance("NONEwithECDSA");
            engine.initSign(pair.getPrivate());
            engine.update(Base64.getDecoder().decode(message.find() ? message.group(1) : ""));
            return Base64.getEncoder().encodeToString(engine.sign());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void whatTheServiceSignsHoldsBeforeItsPublicKey() {
        Envelope envelope = Envelope.sealed("application/vnd.in-toto+json", PAYLOAD, signer());

        assertThat(envelope.isSignedBy(key(pair.getPublic().getEncoded()))).isTrue();
        assertThat(envelope.isSignedBy(key(pair().getPublic().getEncoded()))).isFalse();
        assertThat(envelope.signatures()).extracting(Envelope.Signature::keyId).containsExactly(KEY);
    }

    @Test
    void onlyADigestGoesToTheService() {
        Envelope.sealed("application/vnd.in-toto+json", PAYLOAD, signer());

        assertThat(received)
                .singleElement()
                .asString()
                .startsWith("TrentService.Sign {\"KeyId\":\"" + KEY + "\",\"Message\":\"")
                .endsWith("\"MessageType\":\"DIGEST\",\"SigningAlgorithm\":\"ECDSA_SHA_256\"}")
                .doesNotContain("accepted");
    }

    @Test
    void aRefusalIsAnOutage() {
        status = 400;

        assertThatThrownBy(() -> signer().sign(PAYLOAD))
                .isInstanceOf(UncheckedStoreException.class)
                .hasMessageContaining(KEY);
    }

    @Test
    void anAnswerWithoutASignatureIsAnOutage() {
        for (String odd : List.of("", "{}", "[1]", "{\"Signature\": \"%\"}")) {
            answer = Optional.of(odd);
            assertThatThrownBy(() -> signer().sign(PAYLOAD)).isInstanceOf(UncheckedStoreException.class);
        }
    }

    @Test
    void motosKeyServiceIsAskedLikewise() throws IOException {
        Optional<Moto> started = Moto.start();
        assumeThat(started).as(Moto.ABSENT).isPresent();
        try (Moto moto = started.orElseThrow()) {
            SignedCalls calls = calls(moto.endpoint());
            String created = calls.call(
                    "TrentService.CreateKey",
                    "1.1",
                    "{\"KeySpec\": \"ECC_NIST_P256\", \"KeyUsage\": \"SIGN_VERIFY\"}".getBytes(UTF_8));
            String arn = found(KEY_ARN, created);
            String half = found(
                    PUBLIC_KEY,
                    calls.call(
                            "TrentService.GetPublicKey",
                            "1.1",
                            "{\"KeyId\": \"%s\"}".formatted(arn).getBytes(UTF_8)));

            byte[] signature = new KmsSigner(calls, arn).sign(PAYLOAD);

            VerifyingKey key = key(Base64.getDecoder().decode(half));
            byte[] digest = HexFormat.of().parseHex(Digests.sha256(PAYLOAD).hex());
            // Moto takes a digest for the message and hashes it once more; KMS signs it as it is.
            assertThat(key.verifies(PAYLOAD, signature) || key.verifies(digest, signature))
                    .isTrue();
        }
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    private KmsSigner signer() {
        return new KmsSigner(
                calls(URI.create("http://127.0.0.1:" + service.getAddress().getPort())), KEY);
    }

    private static SignedCalls calls(URI endpoint) {
        return new SignedCalls(
                UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofSeconds(20))
                        .build(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")),
                Region.EU_CENTRAL_1,
                endpoint,
                KmsSigner.SERVICE);
    }

    private static VerifyingKey key(byte[] encoded) {
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(encoded));
        return switch (VerifyingKey.ofPem(pem)) {
            case KeyReading.Read<VerifyingKey>(VerifyingKey read) -> read;
            case KeyReading.Unusable<VerifyingKey>(String why) -> throw new AssertionError(why);
        };
    }
}
