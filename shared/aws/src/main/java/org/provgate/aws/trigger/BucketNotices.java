package org.provgate.aws.trigger;

import java.util.List;
import java.util.Optional;
import org.provgate.formats.event.BucketEvent;
import org.provgate.usecases.gate.Notice;

/// Notices in a message that S3 sent.
///
/// @param notices of the bucket that was asked for
/// @param ignored events that say nothing of it: of another bucket, or of another kind
public record BucketNotices(List<Notice> notices, List<BucketEvent> ignored) {

    public BucketNotices {
        notices = List.copyOf(notices);
        ignored = List.copyOf(ignored);
    }

    /// @param message as S3 wrote it
    public static BucketNotices read(String message, String bucket) {
        List<BucketEvent> events = BucketEvent.readAll(message);
        return new BucketNotices(
                events.stream().flatMap(event -> notice(event, bucket).stream()).toList(),
                events.stream().filter(event -> notice(event, bucket).isEmpty()).toList());
    }

    private static Optional<Notice> notice(BucketEvent event, String bucket) {
        if (!event.bucket().equals(bucket)) {
            return Optional.empty();
        }
        return kind(event.name()).map(kind -> new Notice(event.key(), version(event), event.sequencer(), kind));
    }

    private static Optional<Notice.Kind> kind(String event) {
        if (event.startsWith("ObjectCreated:")) {
            return Optional.of(Notice.Kind.CREATED);
        }
        return switch (event) {
            case "ObjectRemoved:DeleteMarkerCreated", "LifecycleExpiration:DeleteMarkerCreated" ->
                Optional.of(Notice.Kind.MARKED_DELETED);
            case "ObjectRemoved:Delete", "LifecycleExpiration:Delete" -> Optional.of(Notice.Kind.REMOVED);
            default -> Optional.empty();
        };
    }

    private static String version(BucketEvent event) {
        if (event.version().isEmpty()) {
            throw new IllegalStateException("the bucket " + event.bucket() + " keeps no versions; the gate needs them");
        }
        return event.version();
    }
}
