package org.provgate.formats.attest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.provgate.core.signing.Envelope;
import org.provgate.core.signing.Envelope.Signature;
import org.provgate.formats.community.Texts;
import org.provgate.formats.report.JsonStream;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// DSSE envelopes as JSON.
public final class EnvelopeText {

    /// More signatures than these are not looked at.
    private static final int MOST_SIGNATURES = 100;

    private EnvelopeText() {}

    public static boolean isEnvelope(Mapping root) {
        return root.has("payloadType") && root.has("payload");
    }

    /// The envelope; empty when its payload is no Base64, of either alphabet.
    public static Optional<Envelope> read(Mapping root) {
        return standard(text(root, "payload"))
                .map(payload -> new Envelope(text(root, "payloadType"), payload, signatures(root)));
    }

    private static List<Signature> signatures(Mapping root) {
        List<Node> written = Texts.each(root, "signatures");
        return Texts.mappings(written).stream()
                .limit(MOST_SIGNATURES)
                .map(it -> new Signature(
                        text(it, "keyid"), standard(text(it, "sig")).orElse("")))
                .toList();
    }

    private static String text(Mapping mapping, String name) {
        return Texts.scalar(mapping, name).map(Scalar::text).orElse("");
    }

    /// Base64 of the standard alphabet.
    private static Optional<String> standard(String written) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(written.strip().replace('-', '+').replace('_', '/'));
            return Optional.of(Base64.getEncoder().encodeToString(bytes));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public static byte[] write(Envelope envelope) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonStream.write(out, JsonStream.Layout.INDENTED, json -> {
                json.object().text("payloadType", envelope.payloadType()).text("payload", envelope.payload());
                json.array("signatures");
                envelope.signatures().forEach(signature -> {
                    json.object();
                    if (!signature.keyId().isEmpty()) {
                        json.text("keyid", signature.keyId());
                    }
                    json.text("sig", signature.value()).end();
                });
                json.end().end();
            });
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
