package org.provgate.aws.dynamo;

import java.util.List;
import java.util.Map;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Confirmed;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Said;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.ledger.Segment;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rescans, their segments and what they noted, as items.
final class RunItem {

    static final String RUN = "run";

    private static final String STAGE = "stage";
    private static final String SAID = "said";
    private static final String KIND = "kind";

    private RunItem() {}

    static Map<String, AttributeValue> write(Run run) {
        Item item = Item.at(LedgerKey.run(run.id()))
                .put(RUN, run.id())
                .put("scope", run.scope().word())
                .put("began", run.began())
                .put(STAGE, run.stage())
                .put("paused", run.paused())
                .put("segments", run.segments())
                .put("flipPercent", run.limits().flipPercent())
                .put("costCents", run.limits().costCents())
                .put("expected", run.expected())
                .put(Item.REVISION, run.revision());
        item.attributes()
                .put(
                        SAID,
                        AttributeValue.fromL(
                                run.said().stream().map(RunItem::written).toList()));
        put(item, "inputs", run.inputs());
        put(item, "confirmed", run.confirmed());
        put(item, run.totals());
        return item.attributes();
    }

    static Run readRun(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        String scope = item.text("scope");
        return new Run(
                item.text(RUN),
                Scope.parse(scope)
                        .orElseThrow(
                                () -> new IllegalStateException("a rescan of " + scope + " is newer than this gate")),
                item.instant("began"),
                item.word(Run.Stage.class, STAGE),
                item.flag("paused"),
                item.small("segments"),
                new Run.Limits(item.small("flipPercent"), item.small("costCents")),
                confirmed(item, "inputs"),
                confirmed(item, "confirmed"),
                item.number("expected"),
                said(attributes),
                totals(item),
                item.number(Item.REVISION));
    }

    private static AttributeValue written(Said said) {
        return AttributeValue.fromM(Item.empty()
                .put("at", said.at())
                .put("word", said.word())
                .put("by", said.asker().by())
                .put("reason", said.asker().reason())
                .put("requestKey", said.asker().request().key())
                .put("requestBody", said.asker().request().body())
                .attributes());
    }

    private static Said said(AttributeValue written) {
        Item said = Item.of(written.m());
        return new Said(
                said.instant("at"),
                said.text("word"),
                new Said.Asker(
                        said.text("by"),
                        said.text("reason"),
                        new Act.Request(said.text("requestKey"), said.text("requestBody"))));
    }

    /// Runs written before words were kept have none.
    private static List<Said> said(Map<String, AttributeValue> attributes) {
        AttributeValue said = attributes.get(SAID);
        return said == null ? List.of() : said.l().stream().map(RunItem::said).toList();
    }

    static Map<String, AttributeValue> write(Segment segment) {
        Item item = Item.at(LedgerKey.segment(segment.run(), segment.number()))
                .put(RUN, segment.run())
                .put("number", segment.number())
                .put(STAGE, segment.stage())
                .put("after", segment.after())
                .put("done", segment.done())
                .put("touched", segment.touched())
                .put(Item.REVISION, segment.revision());
        put(item, segment.totals());
        return item.attributes();
    }

    static Segment readSegment(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        return new Segment(
                item.text(RUN),
                item.small("number"),
                item.word(Run.Stage.class, STAGE),
                item.text("after"),
                item.flag("done"),
                totals(item),
                item.instant("touched"),
                item.number(Item.REVISION));
    }

    static Map<String, AttributeValue> write(String run, int segment, Noted noted) {
        return Item.at(LedgerKey.noted(run, segment, noted))
                .put("subject", noted.subject())
                .put(KIND, noted.kind())
                .put("from", noted.from())
                .put("to", noted.to())
                .put("cause", noted.cause())
                .attributes();
    }

    static Noted readNoted(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        return new Noted(
                item.text("subject"),
                item.word(Noted.Kind.class, KIND),
                item.text("from"),
                item.text("to"),
                item.text("cause"));
    }

    private static void put(Item item, String name, Confirmed confirmed) {
        item.put(name + "Since", confirmed.since())
                .put(name + "Policy", confirmed.policy())
                .put(name + "Registry", confirmed.registry())
                .put(name + "Engine", confirmed.engine());
    }

    private static Confirmed confirmed(Item item, String name) {
        return new Confirmed(
                item.instant(name + "Since"),
                item.text(name + "Policy"),
                item.text(name + "Registry"),
                item.text(name + "Engine"));
    }

    private static void put(Item item, Run.Totals totals) {
        item.put("looked", totals.looked())
                .put("left", totals.left())
                .put("changed", totals.changed())
                .put("flipped", totals.flipped())
                .put("written", totals.written())
                .put("damaged", totals.damaged());
    }

    private static Run.Totals totals(Item item) {
        return new Run.Totals(
                item.number("looked"),
                item.number("left"),
                item.number("changed"),
                item.number("flipped"),
                item.number("written"),
                item.number("damaged"));
    }
}
