package org.provgate.formats.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// What a function answers to a batch: what is to come again.
///
/// @param again ids of messages of a queue; of a stream the first sequence number alone
public record BatchAnswer(List<String> again) {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    public BatchAnswer {
        again = List.copyOf(again);
    }

    /// What a function answered.
    ///
    /// @throws UnreadableEventException when it is no such answer
    public static BatchAnswer read(byte[] json) {
        JsonNode failures = EventTree.read(new ByteArrayInputStream(json)).path("batchItemFailures");
        return new BatchAnswer(failures.values().stream()
                .map(failure -> EventTree.text(failure, "itemIdentifier"))
                .toList());
    }

    /// As Lambda reads it. An empty list means that all is done.
    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("batchItemFailures");
            for (String id : again) {
                json.writeStartObject();
                json.writeStringProperty("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
