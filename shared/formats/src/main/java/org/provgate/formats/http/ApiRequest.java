package org.provgate.formats.http;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.formats.event.UnreadableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request as API Gateway hands it to a function: an HTTP API event, payload format 2.0.
///
/// @param path as it came, maybe percent-encoded
/// @param query without the question mark
/// @param headers by lower-case name
/// @param claims of the token that the gateway has checked; empty without one
public record ApiRequest(
        String method,
        String path,
        String query,
        SortedMap<String, String> headers,
        String body,
        SortedMap<String, String> claims) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    public ApiRequest {
        SortedMap<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableSortedMap(lower);
        claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
    }

    /// A header, or the empty text.
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /// @throws UnreadableEventException when it is no such event
    public static ApiRequest read(InputStream event) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(event);
        } catch (JacksonException fault) {
            throw new UnreadableEventException("the event is no JSON", fault);
        }
        String method = tree.at("/requestContext/http/method").asString("");
        if (method.isEmpty() || !tree.path("rawPath").isString()) {
            throw new UnreadableEventException("the event is no request of an HTTP API, payload format 2.0");
        }
        return new ApiRequest(
                method,
                tree.path("rawPath").stringValue(),
                tree.path("rawQueryString").asString(""),
                texts(tree.path("headers")),
                body(tree),
                texts(tree.at("/requestContext/authorizer/jwt/claims")));
    }

    private static String body(JsonNode tree) {
        String body = tree.path("body").asString("");
        if (!tree.path("isBase64Encoded").asBoolean(false)) {
            return body;
        }
        try {
            return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException fault) {
            throw new UnreadableEventException("the event's body is no Base64", fault);
        }
    }

    private static SortedMap<String, String> texts(JsonNode members) {
        SortedMap<String, String> texts = new TreeMap<>();
        members.properties()
                .forEach(member -> texts.put(
                        member.getKey(),
                        member.getValue().isString()
                                ? member.getValue().stringValue()
                                : member.getValue().toString()));
        return texts;
    }

    /// As a gateway would write it.
    public byte[] event() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("version", "2.0");
            json.writeStringProperty("rawPath", path);
            json.writeStringProperty("rawQueryString", query);
            write(json, "headers", headers);
            json.writeObjectPropertyStart("requestContext");
            json.writeObjectPropertyStart("http");
            json.writeStringProperty("method", method);
            json.writeStringProperty("path", path);
            json.writeEndObject();
            json.writeObjectPropertyStart("authorizer");
            json.writeObjectPropertyStart("jwt");
            write(json, "claims", claims);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringProperty("body", body);
            json.writeBooleanProperty("isBase64Encoded", false);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, SortedMap<String, String> texts) {
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
