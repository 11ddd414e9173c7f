package org.provgate.functions.api;

import java.util.List;
import org.provgate.formats.report.JsonStream;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Said;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.rescan.Estimate;

/// A rescan as answers write it: how far each part has come, who said what, and a page of what was noted.
final class RescanJson {

    private RescanJson() {}

    /// @param next cursor of the next page; empty at the end
    static void write(JsonStream json, Run run, List<Segment> segments, Ledger.Page<Noted> page, String next) {
        json.object()
                .text("id", run.id())
                .text("scope", run.scope().word())
                .text("began", run.began().toString())
                .text("stage", run.stage().word())
                .flag("paused", run.paused())
                .number("expected", run.expected())
                .number("flipPercent", run.limits().flipPercent())
                .number("segments", run.segments())
                .number(
                        "segmentsDone",
                        segments.stream()
                                .filter(one -> one.hasDone(run.stage()))
                                .count());
        totals(json, totals(run, segments));
        json.object("estimate");
        estimate(json, Estimate.of(run.expected()));
        json.end().array("parts");
        segments.forEach(segment -> part(json, segment, run));
        json.end().array("said");
        run.said().forEach(said -> said(json, said));
        json.end().array("items");
        page.items().forEach(noted -> noted(json, noted));
        json.end().textOrNull("next", next).end();
    }

    static void estimate(JsonStream json, Estimate estimate) {
        json.number("submissions", estimate.submissions()).number("costCents", estimate.costCents());
    }

    private static Run.Totals totals(Run run, List<Segment> segments) {
        return run.over()
                ? run.totals()
                : segments.stream().map(Segment::totals).reduce(Run.Totals.none(), Run.Totals::plus);
    }

    private static void totals(JsonStream json, Run.Totals totals) {
        json.object("totals")
                .number("looked", totals.looked())
                .number("left", totals.left())
                .number("changed", totals.changed())
                .number("flipped", totals.flipped())
                .number("written", totals.written())
                .number("damaged", totals.damaged())
                .end();
    }

    private static void part(JsonStream json, Segment segment, Run run) {
        json.object()
                .number("number", segment.number())
                .flag("done", run.stage() == Run.Stage.FINISHED || segment.hasDone(run.stage()))
                .number("looked", segment.totals().looked())
                .number("flipped", segment.totals().flipped())
                .number("written", segment.totals().written())
                .text("touched", segment.touched().toString())
                .end();
    }

    private static void said(JsonStream json, Said said) {
        json.object()
                .text("at", said.at().toString())
                .text("by", said.asker().by())
                .text("word", said.word())
                .textOrNull("reason", said.asker().reason())
                .end();
    }

    private static void noted(JsonStream json, Noted noted) {
        json.object()
                .text("id", noted.subject())
                .text("kind", noted.kind().word())
                .textOrNull("from", noted.from())
                .textOrNull("to", noted.to())
                .text("cause", noted.cause())
                .end();
    }
}
