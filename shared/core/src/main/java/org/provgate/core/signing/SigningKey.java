package org.provgate.core.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/// A private key of a PEM file. Where the file holds the public half too, signatures name it.
public final class SigningKey implements Signer {

    private final Scheme scheme;
    private final PrivateKey key;
    private final String id;

    private SigningKey(Scheme scheme, PrivateKey key, String id) {
        this.scheme = scheme;
        this.key = key;
        this.id = id;
    }

    /// Reads `BEGIN PRIVATE KEY` out of a PEM text.
    public static KeyReading<Signer> ofPem(String text) {
        return switch (Pem.block(text, "PRIVATE KEY")) {
            case KeyReading.Unusable<byte[]>(String why) -> new KeyReading.Unusable<>(why);
            case KeyReading.Read<byte[]>(byte[] encoded) -> of(encoded, text);
        };
    }

    private static KeyReading<Signer> of(byte[] encoded, String text) {
        String id =
                VerifyingKey.ofPem(text) instanceof KeyReading.Read<VerifyingKey>(VerifyingKey half) ? half.id() : "";
        for (Scheme scheme : Scheme.values()) {
            try {
                PrivateKey key =
                        KeyFactory.getInstance(scheme.keys()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
                if (scheme.fits(key)) {
                    return new KeyReading.Read<>(new SigningKey(scheme, key, id));
                }
            } catch (InvalidKeySpecException _) {
                // A key of another kind; the next is tried.
            } catch (GeneralSecurityException fault) {
                throw new IllegalStateException("every Java has " + scheme, fault);
            }
        }
        return new KeyReading.Unusable<>(Pem.ANOTHER_KIND);
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature engine = Signature.getInstance(scheme.signatures());
            engine.initSign(key);
            engine.update(message);
            return engine.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("a key that was read can be used", fault);
        }
    }

    @Override
    public String keyId() {
        return id;
    }
}
