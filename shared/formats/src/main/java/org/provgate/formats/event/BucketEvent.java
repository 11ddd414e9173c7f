package org.provgate.formats.event;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What S3 tells of one object version.
///
/// @param name `ObjectCreated:Put` and the like
/// @param key as it is in the bucket: S3 writes it like a form field, `+` for a blank, and it is decoded here, once
/// @param version empty when the bucket keeps no versions
/// @param sequencer empty when S3 sent none
public record BucketEvent(String name, String bucket, String key, String version, String sequencer) {

    private static final String TEST = "s3:TestEvent";

    /// All that one notification tells; nothing when S3 only tries whether it may send.
    ///
    /// @throws UnreadableEventException when it is no notification of S3
    public static List<BucketEvent> readAll(String notification) {
        JsonNode tree = EventTree.read(notification);
        if (EventTree.find(tree, "Event").filter(TEST::equals).isPresent()) {
            return List.of();
        }
        return EventTree.records(tree).stream().map(BucketEvent::read).toList();
    }

    private static BucketEvent read(JsonNode record) {
        return new BucketEvent(
                EventTree.text(record, "eventName"),
                EventTree.text(record, "s3", "bucket", "name"),
                decoded(EventTree.text(record, "s3", "object", "key")),
                EventTree.find(record, "s3", "object", "versionId").orElse(""),
                EventTree.find(record, "s3", "object", "sequencer").orElse(""));
    }

    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException fault) {
            throw new UnreadableEventException("a key in the event is not encoded as S3 does it", fault);
        }
    }
}
