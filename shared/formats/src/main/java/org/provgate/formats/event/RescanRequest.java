package org.provgate.formats.event;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// What a schedule asks of a rescan, and what it is told.
public sealed interface RescanRequest {

    /// Whatever is overdue.
    record Overdue() implements RescanRequest {}

    /// Whatever in the bucket the ledger has not seen.
    ///
    /// @param prefix of keys; empty for all
    /// @param after where the part before ended; empty for the first
    /// @param failed how many objects could not be taken in so far
    record Backlog(String prefix, String after, long failed) implements RescanRequest {}

    /// @throws UnreadableEventException when it asks for anything else
    static RescanRequest read(InputStream event) {
        JsonNode tree = EventTree.read(event);
        String scope = EventTree.text(tree, "scope");
        return switch (scope) {
            case "overdue" -> new Overdue();
            case "backlog" ->
                new Backlog(
                        EventTree.find(tree, "prefix").orElse(""),
                        EventTree.find(tree, "after").orElse(""),
                        Optional.of(tree.path("failed"))
                                .filter(JsonNode::isIntegralNumber)
                                .map(JsonNode::longValue)
                                .orElse(0L));
            default -> throw new UnreadableEventException("a rescan has no scope " + scope);
        };
    }

    /// What came of it.
    sealed interface Answer {

        /// @param finished whether all that was overdue was looked after
        record Swept(int decided, int placed, boolean finished) implements Answer {}

        /// @param finished whether the bucket was looked through to its end
        /// @param next where the next part begins when it was not; empty for the beginning
        record TakenIn(String prefix, long looked, long found, long failed, boolean finished, String next)
                implements Answer {}

        default byte[] json() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator json = JsonFactory.builder()
                    .build()
                    .createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
                json.writeStartObject();
                switch (this) {
                    case Swept(int decided, int placed, boolean finished) -> {
                        json.writeStringProperty("scope", "overdue");
                        json.writeNumberProperty("decided", decided);
                        json.writeNumberProperty("placed", placed);
                        json.writeBooleanProperty("finished", finished);
                    }
                    case TakenIn(
                            String prefix,
                            long looked,
                            long found,
                            long failed,
                            boolean finished,
                            String next) -> {
                        json.writeStringProperty("scope", "backlog");
                        json.writeStringProperty("prefix", prefix);
                        json.writeNumberProperty("looked", looked);
                        json.writeNumberProperty("found", found);
                        json.writeNumberProperty("failed", failed);
                        json.writeBooleanProperty("finished", finished);
                        json.writeStringProperty("next", next);
                    }
                }
                json.writeEndObject();
            }
            return bytes.toByteArray();
        }
    }
}
