package org.provgate.formats.event;

import java.io.InputStream;
import java.util.List;

/// One message of a queue.
///
/// @param id by which it is named when it is to come again
public record QueueMessage(String id, String body) {

    /// The messages of one batch.
    ///
    /// @throws UnreadableEventException when it is no batch of a queue
    public static List<QueueMessage> readAll(InputStream event) {
        return EventTree.records(EventTree.read(event)).stream()
                .map(record -> new QueueMessage(EventTree.text(record, "messageId"), EventTree.text(record, "body")))
                .toList();
    }
}
