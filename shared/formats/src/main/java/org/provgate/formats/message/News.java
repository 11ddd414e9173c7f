package org.provgate.formats.message;

import java.util.List;
import java.util.Optional;
import org.provgate.formats.report.ReportParts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One change, as an event of the gate's bus tells it.
public sealed interface News {

    /// The same for every telling of one change.
    String id();

    /// As the bus names the kind of change.
    String event();

    String at();

    /// @param submission its name
    /// @param report what was found; empty where no report is at hand
    record OfSubmission(
            String id,
            String at,
            Change change,
            String submission,
            int verdict,
            String outcome,
            String cause,
            Optional<ReportParts> report)
            implements News {
        @Override
        public String event() {
            return change.event();
        }
    }

    /// A rescan has ended.
    ///
    /// @param flipped submissions whose outcome is another one now
    record OfRescan(String id, String at, long looked, long changed, long flipped, long damaged) implements News {

        static final String EVENT = "RescanFinished";

        @Override
        public String event() {
            return EVENT;
        }
    }

    enum Change {
        ACCEPTED("SubmissionAccepted"),
        QUARANTINED("SubmissionQuarantined"),
        RELEASED("SubmissionReleased"),
        REJECTED("SubmissionRejected"),
        VERDICT("VerdictChanged");

        private final String event;

        Change(String event) {
            this.event = event;
        }

        String event() {
            return event;
        }

        static Optional<Change> of(String event) {
            return List.of(values()).stream()
                    .filter(change -> change.event.equals(event))
                    .findFirst();
        }
    }

    /// What reading came to.
    sealed interface Reading {

        record Read(News news) implements Reading {}

        record Unfit(String sentence) implements Reading {}
    }

    /// @param event as EventBridge delivers it, with `detail-type` and `detail`
    /// @param report the JSON report of the verdict, where it is at hand
    static Reading read(String event, Optional<String> report) {
        JsonNode tree;
        Optional<ReportParts> parts;
        try {
            tree = JsonMapper.shared().readTree(event);
            parts = report.map(ReportParts::read);
        } catch (JacksonException fault) {
            return new Reading.Unfit("an event and its report are JSON, and this is not");
        }
        JsonNode detail = tree.path("detail");
        String kind = text(tree, "detail-type");
        if (!detail.isObject() || kind.isEmpty()) {
            return new Reading.Unfit("an event has detail-type and detail");
        }
        if (kind.equals(OfRescan.EVENT)) {
            return new Reading.Read(new OfRescan(
                    text(detail, "id"),
                    text(detail, "at"),
                    detail.path("looked").asLong(0),
                    detail.path("changed").asLong(0),
                    detail.path("flipped").asLong(0),
                    detail.path("damaged").asLong(0)));
        }
        return Change.of(kind)
                .<Reading>map(change -> new Reading.Read(new OfSubmission(
                        text(detail, "id"),
                        text(detail, "at"),
                        change,
                        text(detail, "submission"),
                        detail.path("verdict").asInt(0),
                        text(detail, "outcome"),
                        text(detail, "cause"),
                        parts)))
                .orElseGet(() -> new Reading.Unfit("the gate tells of no \"" + kind + "\""));
    }

    private static String text(JsonNode parent, String name) {
        return parent.path(name).asString("");
    }
}
