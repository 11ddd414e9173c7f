package org.provgate.aws.dynamo;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Gist;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.VerdictRecord.Inputs;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A verdict as an item. Written once.
final class VerdictItem {

    private VerdictItem() {}

    static Map<String, AttributeValue> write(VerdictRecord verdict) {
        Inputs inputs = verdict.inputs();
        return Item.at(LedgerKey.verdict(verdict.submission(), verdict.number()))
                .put("number", verdict.number())
                .put("at", verdict.at())
                .put("outcome", verdict.outcome())
                .put("cause", verdict.cause())
                .put("factsDigest", inputs.facts())
                .put("manifestDigest", inputs.manifest())
                .put("waiversDigest", inputs.waivers())
                .put("upstreamDigest", inputs.upstream())
                .put("policyDigest", inputs.policy())
                .put("registryDigest", inputs.registry())
                .put("engine", inputs.engine())
                .put("gistDigest", verdict.gist().digest())
                .put(
                        "marks",
                        verdict.gist().marks().stream().map(Mark::toString).toList())
                .put(verdict.document())
                .put("previous", verdict.previous())
                .put("hash", verdict.hash())
                .attributes();
    }

    static VerdictRecord read(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        return new VerdictRecord(
                SubmissionItem.name(item),
                item.small("number"),
                item.instant("at"),
                item.text("outcome"),
                item.word(Cause.class, "cause"),
                new Inputs(
                        item.text("factsDigest"),
                        item.text("manifestDigest"),
                        item.text("waiversDigest"),
                        item.find("upstreamDigest").orElse(""),
                        item.text("policyDigest"),
                        item.text("registryDigest"),
                        item.text("engine")),
                gist(attributes, item),
                item.keptText(),
                item.text("previous"),
                item.text("hash"));
    }

    /// Verdicts of an older gate have none.
    private static Gist gist(Map<String, AttributeValue> attributes, Item item) {
        if (!attributes.containsKey("marks")) {
            return Gist.none();
        }
        NavigableSet<Mark> marks = new TreeSet<>();
        for (String text : item.texts("marks")) {
            marks.add(Mark.parse(text).orElseGet(Mark::many));
        }
        return new Gist(item.text("gistDigest"), marks);
    }
}
