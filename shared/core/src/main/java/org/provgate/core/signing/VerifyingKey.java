package org.provgate.core.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.provgate.core.facts.Digests;

/// The public half of a key.
///
/// @param encoded its X.509 form in Base64
public record VerifyingKey(Scheme scheme, String encoded) {

    /// Reads `BEGIN PUBLIC KEY` out of a PEM text.
    public static KeyReading<VerifyingKey> ofPem(String text) {
        return switch (Pem.block(text, "PUBLIC KEY")) {
            case KeyReading.Unusable<byte[]>(String why) -> new KeyReading.Unusable<>(why);
            case KeyReading.Read<byte[]>(byte[] encoded) -> of(encoded);
        };
    }

    private static KeyReading<VerifyingKey> of(byte[] encoded) {
        for (Scheme scheme : Scheme.values()) {
            try {
                if (scheme.fits(publicKey(scheme, encoded))) {
                    return new KeyReading.Read<>(
                            new VerifyingKey(scheme, Base64.getEncoder().encodeToString(encoded)));
                }
            } catch (InvalidKeySpecException _) {
                // A key of another kind; the next is tried.
            } catch (GeneralSecurityException fault) {
                throw new IllegalStateException("every Java has " + scheme, fault);
            }
        }
        return new KeyReading.Unusable<>(Pem.ANOTHER_KIND);
    }

    private static PublicKey publicKey(Scheme scheme, byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(scheme.keys()).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /// The digest of the key, by which signatures name it.
    public String id() {
        return "sha256:" + Digests.sha256(Base64.getDecoder().decode(encoded));
    }

    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature engine = Signature.getInstance(scheme.signatures());
            engine.initVerify(publicKey(scheme, Base64.getDecoder().decode(encoded)));
            engine.update(message);
            return engine.verify(signature);
        } catch (SignatureException noSignatureAtAll) {
            return false;
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("a key that was read can be used", fault);
        }
    }
}
