package org.provgate.functions.api;

import java.util.Optional;
import org.provgate.formats.report.JsonStream;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.export.ExportFacts;
import org.provgate.usecases.export.ExportFacts.Part;
import org.provgate.usecases.export.ExportFacts.Place;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.MeasureCoverage;
import org.provgate.usecases.port.Bucket;

/// What the gate has: the facts that all decisions rest on, and how much of what is stored was decided.
final class Stocktaking {

    private static final String CURSOR = "cursor";

    /// A place in a listing: a key and a version.
    private static final int LONGEST_CURSOR = 4_096;

    private final ExportFacts facts;
    private final MeasureCoverage coverage;

    Stocktaking(ExportFacts facts, MeasureCoverage coverage) {
        this.facts = facts;
        this.coverage = coverage;
    }

    Answer facts(Question question) {
        if (question.caller() instanceof Caller.Contributor) {
            return Answer.problem(403, "For operators", "an export holds everybody's facts");
        }
        Optional<Place> from = Place.parse(question.address().asked(CURSOR).orElse(""));
        if (from.isEmpty()) {
            return Cursors.unfit();
        }
        Part part = facts.export(from.get(), question.timeLeft());
        return Answer.json(json -> json.object()
                .texts("items", part.lines())
                .number("submissions", part.submissions())
                .number("objects", part.objects())
                .number("damaged", part.damaged())
                .textOrNull("next", part.next())
                .end());
    }

    Answer coverage(Question question) {
        if (question.caller() instanceof Caller.Contributor) {
            return Answer.problem(403, "For operators", "coverage is measured over everybody's objects");
        }
        String cursor = question.address().asked(CURSOR).orElse("");
        if (!isPlace(cursor)) {
            return Cursors.unfit();
        }
        MeasureCoverage.Part part = coverage.measure(cursor, question.timeLeft());
        return Answer.json(json -> {
            json.object().array("items");
            part.gaps().forEach(gap -> gap(json, gap));
            json.end()
                    .number("stored", part.stored())
                    .number("decided", part.decided())
                    .number("storedBytes", part.storedBytes())
                    .number("decidedBytes", part.decidedBytes())
                    .textOrNull("next", part.next())
                    .end();
        });
    }

    private static boolean isPlace(String cursor) {
        return cursor.isEmpty()
                || (cursor.length() <= LONGEST_CURSOR
                        && (cursor.startsWith(Bucket.DATASET.word() + " ")
                                || cursor.startsWith(Bucket.QUARANTINE.word() + " ")));
    }

    private static void gap(JsonStream json, MeasureCoverage.Gap gap) {
        json.object()
                .text("bucket", gap.bucket().word())
                .text("key", gap.key())
                .text("version", gap.version())
                .number("bytes", gap.bytes())
                .text("reason", gap.reason().word())
                .text("since", gap.since().toString())
                .end();
    }
}
