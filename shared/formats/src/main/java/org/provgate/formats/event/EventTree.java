package org.provgate.formats.event;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON tree of an event, whose members are there or named in the complaint.
final class EventTree {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EventTree() {}

    static JsonNode read(InputStream event) {
        return reading(() -> MAPPER.readTree(event));
    }

    static JsonNode read(String event) {
        return reading(() -> MAPPER.readTree(event));
    }

    private static JsonNode reading(Supplier<JsonNode> reading) {
        try {
            JsonNode tree = reading.get();
            if (!tree.isObject()) {
                throw new UnreadableEventException("the event is no JSON object");
            }
            return tree;
        } catch (JacksonException fault) {
            throw new UnreadableEventException("the event is no JSON", fault);
        }
    }

    /// The text of a member that has to be there.
    static String text(JsonNode parent, String... path) {
        return find(parent, path)
                .orElseThrow(() -> new UnreadableEventException("the event has no " + String.join(".", path)));
    }

    static Optional<String> find(JsonNode parent, String... path) {
        JsonNode node = parent;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    static List<JsonNode> records(JsonNode tree) {
        JsonNode records = tree.path("Records");
        if (!records.isArray()) {
            throw new UnreadableEventException("the event has no Records");
        }
        return List.copyOf(records.values());
    }
}
