package org.provgate.core.rule.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.PolicyDraft.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.Seal;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.Weight;
import org.provgate.core.signing.Envelope;
import org.provgate.core.signing.KeyReading;
import org.provgate.core.signing.Signer;
import org.provgate.core.signing.SigningKey;
import org.provgate.core.signing.VerifyingKey;
import org.provgate.core.testkit.PolicyDraft;
import org.provgate.core.testkit.Submission;

class SignatureInvalidTest {

    private static final Place AT = new Place("declaration.intoto.json", "/signatures", 4, 3);

    private static final byte[] STATEMENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final Halves institute = Halves.drawn();
    private final Halves stranger = Halves.drawn();

    private record Halves(Signer signer, VerifyingKey key) {

        static Halves drawn() {
            try {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                String pem = pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", pair.getPublic().getEncoded());
                return new Halves(
                        ((KeyReading.Read<Signer>) SigningKey.ofPem(pem)).key(),
                        ((KeyReading.Read<VerifyingKey>) VerifyingKey.ofPem(pem)).key());
            } catch (GeneralSecurityException fault) {
                throw new AssertionError(fault);
            }
        }

        private static String pem(String label, byte[] encoded) {
            return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                    .formatted(label, Base64.getEncoder().encodeToString(encoded), label);
        }

        Envelope sealed() {
            return Envelope.sealed("application/vnd.in-toto+json", STATEMENT, signer);
        }
    }

    private List<Breach> breaches(Seal seal, PolicyDraft policy) {
        Manifest sealed = manifest().build().sealed(seal);
        return new SignatureInvalid()
                .check(Submission.read(new ManifestReading.Read(sealed, List.of(), List.of()))
                        .under(policy)
                        .caseFile())
                .toList();
    }

    private PolicyDraft trusting(String contributor) {
        return policy().key("Harbour Institute", contributor, institute.key());
    }

    private static Seal signed(Envelope envelope) {
        return new Seal.Signed(AT, envelope, new TreeMap<>());
    }

    @Test
    void aSignatureByAKeyOfThePolicyHolds() {
        assertThat(breaches(signed(institute.sealed()), trusting(""))).isEmpty();
    }

    @Test
    void withoutKeysNothingIsAsked() {
        assertThat(breaches(signed(stranger.sealed()), policy())).isEmpty();
        assertThat(breaches(new Seal.Missing(AT), policy())).isEmpty();
    }

    @Test
    void aFormatThatIsNeverSignedIsLeftAlone() {
        assertThat(breaches(new Seal.NotUsual(), trusting(""))).isEmpty();
    }

    @Test
    void aStrangersSignatureSaysWhoWasExpectedAndWhoWasFound() {
        assertThat(breaches(signed(stranger.sealed()), trusting("")))
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.at()).isEqualTo(AT);
                    assertThat(breach.message())
                            .contains("expected is one by Harbour Institute")
                            .contains(
                                    "found is one by the key",
                                    stranger.key().id().substring(0, 20));
                });
    }

    @Test
    void aStatementChangedAfterwardsSaysWhoseNameItBears() {
        Envelope sealed = institute.sealed();
        Envelope changed = new Envelope(
                sealed.payloadType(),
                Base64.getEncoder().encodeToString("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)),
                sealed.signatures());

        assertThat(breaches(signed(changed), trusting("")))
                .singleElement()
                .satisfies(breach -> assertThat(breach.message())
                        .contains("names the key of Harbour Institute", "not made with it over this text"));
    }

    @Test
    void anUnsignedStatementIsWarnedOf() {
        assertThat(breaches(new Seal.Missing(AT), trusting(""))).singleElement().satisfies(breach -> {
            assertThat(breach.weight()).isEqualTo(new Weight.Usually(Severity.WARNING));
            assertThat(breach.message()).contains("is not signed; expected is one by Harbour Institute");
        });
    }

    @Test
    void aSignatureForAnEarlierTextOfTheManifestDoesNotHold() {
        NavigableMap<String, String> earlier = new TreeMap<>(Map.of("provenance.yaml", "0".repeat(64)));

        assertThat(breaches(new Seal.Signed(AT, institute.sealed(), earlier), trusting("")))
                .singleElement()
                .satisfies(breach -> assertThat(breach.message()).contains("another text of provenance.yaml"));
    }

    @Test
    void onTheCommandLineAKeyOfAnyContributorCounts() {
        assertThat(breaches(signed(institute.sealed()), trusting("harbour"))).isEmpty();
    }
}
