package org.provgate.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {

    private static final byte[] TEXT = "{\"rows\": 12}".getBytes(StandardCharsets.UTF_8);

    static Stream<KeyPair> pairs() {
        return Stream.of(pair("Ed25519", ""), pair("EC", "secp256r1"));
    }

    private static KeyPair pair(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (!curve.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(key.getEncoded()), label);
    }

    private static Signer signer(String pem) {
        return ((KeyReading.Read<Signer>) SigningKey.ofPem(pem)).key();
    }

    private static VerifyingKey verifying(KeyPair pair) {
        return ((KeyReading.Read<VerifyingKey>) VerifyingKey.ofPem(pem("PUBLIC KEY", pair.getPublic()))).key();
    }

    @Test
    void whatIsSignedIsAsTheSpecificationShowsIt() {
        String payload = Base64.getEncoder().encodeToString("hello world".getBytes(StandardCharsets.UTF_8));

        assertThat(new Envelope("http://example.com/HelloWorld", payload, List.of()).signedBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theOtherHalfOfTheKeyConfirmsASignature(KeyPair pair) {
        Envelope sealed = Envelope.sealed("text/plain", TEXT, signer(pem("PRIVATE KEY", pair.getPrivate())));

        assertThat(sealed.isSignedBy(verifying(pair))).isTrue();
        assertThat(sealed.payloadBytes()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void noOtherKeyConfirmsIt(KeyPair pair) {
        Envelope sealed = Envelope.sealed("text/plain", TEXT, signer(pem("PRIVATE KEY", pair.getPrivate())));

        pairs().forEach(other -> assertThat(sealed.isSignedBy(verifying(other))).isFalse());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anotherTextOrTypeIsNotConfirmed(KeyPair pair) {
        Envelope sealed = Envelope.sealed("text/plain", TEXT, signer(pem("PRIVATE KEY", pair.getPrivate())));
        String changed = Base64.getEncoder().encodeToString("{\"rows\": 13}".getBytes(StandardCharsets.UTF_8));

        assertThat(new Envelope("text/plain", changed, sealed.signatures()).isSignedBy(verifying(pair)))
                .isFalse();
        assertThat(new Envelope("text/html", sealed.payload(), sealed.signatures()).isSignedBy(verifying(pair)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsNoSignatureAtAllIsNotConfirmed(KeyPair pair) {
        String payload = Base64.getEncoder().encodeToString(TEXT);
        for (String value : List.of("", "AAAA", "x".repeat(88).replace('x', 'A'))) {
            Envelope envelope = new Envelope("text/plain", payload, List.of(new Envelope.Signature("", value)));

            assertThat(envelope.isSignedBy(verifying(pair))).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aFileWithBothHalvesNamesTheKey(KeyPair pair) {
        String both = pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());

        assertThat(signer(both).keyId()).isEqualTo(verifying(pair).id());
        assertThat(signer(pem("PRIVATE KEY", pair.getPrivate())).keyId()).isEmpty();
    }

    @Test
    void whyATextIsNoKeyIsSaid() {
        KeyPair other = pair("EC", "secp384r1");
        KeyPair good = pair("Ed25519", "");

        assertThat(why(VerifyingKey.ofPem(pem("PUBLIC KEY", other.getPublic()))))
                .contains("another kind");
        assertThat(why(VerifyingKey.ofPem(pem("PUBLIC KEY", pair("RSA", "").getPublic()))))
                .contains("another kind");
        assertThat(why(SigningKey.ofPem(pem("PRIVATE KEY", other.getPrivate()))))
                .contains("another kind");
        assertThat(why(VerifyingKey.ofPem(pem("PRIVATE KEY", good.getPrivate()))))
                .contains("the other half");
        assertThat(why(SigningKey.ofPem(pem("PUBLIC KEY", good.getPublic())))).contains("the other half");
        assertThat(why(SigningKey.ofPem(pem("EC PRIVATE KEY", good.getPrivate()))))
                .contains("pkcs8");
        assertThat(why(SigningKey.ofPem(pem("ENCRYPTED PRIVATE KEY", good.getPrivate()))))
                .contains("passphrase");
        assertThat(why(VerifyingKey.ofPem("-----BEGIN PUBLIC KEY-----\n%%\n-----END PUBLIC KEY-----")))
                .contains("Base64");
        assertThat(why(VerifyingKey.ofPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")))
                .contains("another kind");
        assertThat(why(VerifyingKey.ofPem("nothing"))).contains("no block");
        assertThat(why(VerifyingKey.ofPem("x".repeat(100_000)))).contains("too long");
    }

    private static String why(KeyReading<?> reading) {
        return ((KeyReading.Unusable<?>) reading).why();
    }
}
