package org.provgate.aws.kms;

import java.io.IOException;
import org.provgate.aws.client.SignedCalls;
import org.provgate.core.facts.Digests;
import org.provgate.core.signing.Signer;
import org.provgate.formats.event.KeySignature;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.core.exception.SdkException;

/// Signs with an ECDSA P-256 key of AWS KMS. Only the digest of a text goes there, so its length has no limit.
///
/// @param key its ARN
public record KmsSigner(SignedCalls calls, String key) implements Signer {

    /// As signatures and addresses name it.
    public static final String SERVICE = "kms";

    @Override
    public byte[] sign(byte[] message) {
        KeySignature wanted = new KeySignature(key, Digests.sha256(message));
        try {
            return KeySignature.read(calls.call("TrentService.Sign", "1.1", wanted.request()));
        } catch (SdkException | IOException fault) {
            throw new UncheckedStoreException("could not sign with " + key, fault);
        }
    }

    @Override
    public String keyId() {
        return key;
    }
}
