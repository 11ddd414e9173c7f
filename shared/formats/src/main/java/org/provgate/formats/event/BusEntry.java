package org.provgate.formats.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// One event for an EventBridge bus.
///
/// @param detail members of the detail, all of them text or whole numbers
public record BusEntry(String bus, String source, String detailType, SortedMap<String, Object> detail) {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    public BusEntry {
        detail = new TreeMap<>(detail);
    }

    /// The request of PutEvents.
    public byte[] request() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("Entries");
            json.writeStartObject();
            json.writeStringProperty("EventBusName", bus);
            json.writeStringProperty("Source", source);
            json.writeStringProperty("DetailType", detailType);
            json.writeStringProperty("Detail", detailText());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// The detail as JSON, its members by name.
    public String detailText() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> member : detail.entrySet()) {
                switch (member.getValue()) {
                    case Integer number -> json.writeNumberProperty(member.getKey(), number);
                    case Long number -> json.writeNumberProperty(member.getKey(), number);
                    default ->
                        json.writeStringProperty(
                                member.getKey(), member.getValue().toString());
                }
            }
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Whether the bus took what it was sent: PutEvents answers 200 even when it did not.
    public static boolean isTaken(String answer) {
        JsonNode failed = EventTree.read(answer).path("FailedEntryCount");
        return failed.isIntegralNumber() && failed.intValue() == 0;
    }
}
