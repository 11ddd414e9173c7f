package org.provgate.formats.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.provgate.formats.event.UnreadableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a function answers to API Gateway, payload format 2.0.
///
/// @param packed whether the body travels as gzip
public record ApiAnswer(int status, SortedMap<String, String> headers, String body, boolean packed) {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public ApiAnswer {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("statusCode", status);
            json.writeObjectPropertyStart("headers");
            headers.forEach(json::writeStringProperty);
            if (packed) {
                json.writeStringProperty("Content-Encoding", "gzip");
            }
            json.writeEndObject();
            json.writeStringProperty("body", packed ? Base64.getEncoder().encodeToString(gzip()) : body);
            json.writeBooleanProperty("isBase64Encoded", packed);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// What a function answered, unpacked.
    ///
    /// @throws UnreadableEventException when it is no such answer
    public static ApiAnswer read(byte[] json) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JacksonException fault) {
            throw new UnreadableEventException("the answer is no JSON", fault);
        }
        if (!tree.path("statusCode").isIntegralNumber()) {
            throw new UnreadableEventException("the answer has no statusCode");
        }
        SortedMap<String, String> headers = new TreeMap<>();
        tree.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        String body = tree.path("body").asString("");
        boolean packed = tree.path("isBase64Encoded").asBoolean(false);
        headers.remove("Content-Encoding");
        return new ApiAnswer(tree.path("statusCode").intValue(), headers, packed ? unpacked(body) : body, false);
    }

    private byte[] gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(String base64) {
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UnreadableEventException("the answer's body is no gzip", fault);
        }
    }
}
