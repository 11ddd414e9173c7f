package org.provgate.formats.event;

import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One change of one item of a DynamoDB table. Attributes are text: strings and numbers as they are, all others as
/// the JSON that DynamoDB writes for them.
///
/// @param sequence by which it is named when the batch is to come again from there
/// @param before empty for an item that is new
/// @param after empty for an item that is gone
public record StreamRecord(
        String sequence,
        SortedMap<String, String> keys,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {

    /// The changes of one batch, in order.
    ///
    /// @throws UnreadableEventException when it is no batch of a table's stream
    public static List<StreamRecord> readAll(InputStream event) {
        return EventTree.records(EventTree.read(event)).stream()
                .map(StreamRecord::read)
                .toList();
    }

    private static StreamRecord read(JsonNode record) {
        JsonNode change = record.path("dynamodb");
        return new StreamRecord(
                EventTree.text(change, "SequenceNumber"),
                attributes(change.path("Keys")),
                attributes(change.path("OldImage")),
                attributes(change.path("NewImage")));
    }

    private static SortedMap<String, String> attributes(JsonNode image) {
        SortedMap<String, String> attributes = new TreeMap<>();
        image.properties().forEach(attribute -> {
            JsonNode typed = attribute.getValue();
            attributes.put(
                    attribute.getKey(),
                    EventTree.find(typed, "S")
                            .or(() -> EventTree.find(typed, "N"))
                            .orElseGet(typed::toString));
        });
        return attributes;
    }
}
