package org.provgate.formats.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.provgate.core.facts.Sha256;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Asks a key service for a signature over a digest.
///
/// @param key its ARN
public record KeySignature(String key, Sha256 digest) {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /// The request of Sign.
    public byte[] request() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("KeyId", key);
            json.writeStringProperty(
                    "Message", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex())));
            json.writeStringProperty("MessageType", "DIGEST");
            json.writeStringProperty("SigningAlgorithm", "ECDSA_SHA_256");
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// The signature out of the answer.
    public static byte[] read(String answer) throws IOException {
        Optional<String> signature =
                JsonTree.read(SourceText.of("answer", answer)) instanceof TreeReading.Read(Mapping root, var _)
                        ? Texts.scalar(root, "Signature").map(Scalar::text)
                        : Optional.empty();
        try {
            return Base64.getDecoder().decode(signature.orElse("-"));
        } catch (IllegalArgumentException noBase64) {
            throw new IOException("the key service answered without a signature", noBase64);
        }
    }
}
