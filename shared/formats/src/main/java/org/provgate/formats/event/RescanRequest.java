package org.provgate.formats.event;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
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

    /// Begins a run, or takes one up.
    ///
    /// @param scope `all`, or what verdicts hang on
    /// @param run to be taken up; empty for a new one
    /// @param flipPercent that may flip without asking; negative for the usual
    /// @param costCents it may cost; negative for the usual
    record Plan(String scope, String run, long flipPercent, long costCents) implements RescanRequest {}

    record Segment(String run, int segment) implements RescanRequest {}

    /// To the next stage of the run.
    record GoOn(String run) implements RescanRequest {}

    /// @throws UnreadableEventException when it asks for anything else
    static RescanRequest read(InputStream event) {
        JsonNode tree = EventTree.read(event);
        Optional<String> step = EventTree.find(tree, "step");
        return step.isPresent() ? ofRun(step.get(), tree) : ofScope(EventTree.text(tree, "scope"), tree);
    }

    private static RescanRequest ofRun(String step, JsonNode tree) {
        return switch (step) {
            case "plan" ->
                new Plan(
                        EventTree.find(tree, "scope").orElse("all"),
                        EventTree.find(tree, "run").orElse(""),
                        number(tree, "flipPercent").orElse(-1L),
                        number(tree, "costCents").orElse(-1L));
            case "segment" ->
                new Segment(
                        EventTree.text(tree, "run"),
                        Math.toIntExact(number(tree, "segment")
                                .orElseThrow(() -> new UnreadableEventException("the event has no segment"))));
            case "go-on" -> new GoOn(EventTree.text(tree, "run"));
            default -> throw new UnreadableEventException("a rescan has no step " + step);
        };
    }

    private static Optional<Long> number(JsonNode tree, String name) {
        return Optional.of(tree.path(name)).filter(JsonNode::isIntegralNumber).map(JsonNode::longValue);
    }

    private static RescanRequest ofScope(String scope, JsonNode tree) {
        return switch (scope) {
            case "overdue" -> new Overdue();
            case "backlog" ->
                new Backlog(
                        EventTree.find(tree, "prefix").orElse(""),
                        EventTree.find(tree, "after").orElse(""),
                        number(tree, "failed").orElse(0L));
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

        /// @param stage the run's, or `busy`, or `too-dear`
        /// @param go whether they are to be worked on now
        /// @param open segments that are to be worked on in this stage
        record Planned(String run, String stage, boolean go, List<Integer> open) implements Answer {
            public Planned {
                open = List.copyOf(open);
            }
        }

        /// @param more whether the segment is to be called again
        record Worked(String run, int segment, boolean more, String outcome) implements Answer {}

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
                    case Planned(String run, String stage, boolean go, List<Integer> open) -> {
                        json.writeStringProperty("run", run);
                        json.writeStringProperty("stage", stage);
                        json.writeBooleanProperty("go", go);
                        json.writeArrayPropertyStart("segments");
                        for (int segment : open) {
                            json.writeStartObject();
                            json.writeStringProperty("step", "segment");
                            json.writeStringProperty("run", run);
                            json.writeNumberProperty("segment", segment);
                            json.writeEndObject();
                        }
                        json.writeEndArray();
                    }
                    case Worked(String run, int segment, boolean more, String outcome) -> {
                        json.writeStringProperty("step", "segment");
                        json.writeStringProperty("run", run);
                        json.writeNumberProperty("segment", segment);
                        json.writeBooleanProperty("more", more);
                        json.writeStringProperty("outcome", outcome);
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
