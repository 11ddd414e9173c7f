package org.provgate.formats.http;

import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.formats.event.UnreadableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program that talks to a gate sends, and the addresses it is given for uploads.
public final class Bodies {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Bodies() {}

    /// An object of texts.
    public static String texts(SequencedMap<String, String> members) {
        var body = MAPPER.createObjectNode();
        members.forEach(body::put);
        return MAPPER.writeValueAsString(body);
    }

    public static String upload(RequestBody.Upload upload) {
        var body = MAPPER.createObjectNode();
        body.put("contributor", upload.contributor())
                .put("dataset", upload.dataset())
                .put("revision", upload.revision());
        var files = body.putArray("files");
        upload.files()
                .forEach(file -> files.addObject()
                        .put("path", file.path())
                        .put("bytes", file.bytes())
                        .put("sha256", file.sha256().hex()));
        return MAPPER.writeValueAsString(body);
    }

    /// Where one file is to be sent.
    ///
    /// @param stored whether it lies there already
    public record Address(String path, String url, SortedMap<String, String> headers, boolean stored) {}

    /// @throws UnreadableEventException when it is no such answer
    public static List<Address> addresses(String answer) {
        try {
            return MAPPER.readTree(answer).path("uploads").values().stream()
                    .map(Bodies::address)
                    .toList();
        } catch (JacksonException fault) {
            throw new UnreadableEventException("the answer is no JSON", fault);
        }
    }

    private static Address address(JsonNode upload) {
        SortedMap<String, String> headers = new TreeMap<>();
        upload.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        return new Address(
                upload.path("path").asString(""),
                upload.path("url").asString(""),
                headers,
                upload.path("stored").asBoolean(false));
    }
}
