package org.provgate.core.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A text with signatures over it, as DSSE has it. Payload and signatures are Base64 of the standard alphabet.
public record Envelope(String payloadType, String payload, List<Signature> signatures) {

    /// @param keyId a hint which key made it, never more; empty when there is none
    /// @param value empty when what stands there is no Base64
    public record Signature(String keyId, String value) {}

    public Envelope {
        signatures = List.copyOf(signatures);
    }

    /// A payload, signed.
    public static Envelope sealed(String payloadType, byte[] payload, Signer signer) {
        byte[] signature = signer.sign(signedBytes(payloadType, payload));
        return new Envelope(
                payloadType,
                Base64.getEncoder().encodeToString(payload),
                List.of(new Signature(signer.keyId(), Base64.getEncoder().encodeToString(signature))));
    }

    /// What the signatures are made over: type and payload with their lengths, so that neither can pass for the other.
    public byte[] signedBytes() {
        return signedBytes(payloadType, payloadBytes());
    }

    public byte[] payloadBytes() {
        return Base64.getDecoder().decode(payload);
    }

    /// Whether one of the signatures was made with the other half of this key over exactly this text.
    public boolean isSignedBy(VerifyingKey key) {
        byte[] message = signedBytes();
        return signatures.stream()
                .anyMatch(signature -> key.verifies(message, Base64.getDecoder().decode(signature.value())));
    }

    private static byte[] signedBytes(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("DSSEv1 %d ".formatted(type.length).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(type);
        bytes.writeBytes(" %d ".formatted(payload.length).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }
}
