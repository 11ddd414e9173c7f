package org.provgate.aws.dynamo;

import java.time.LocalDate;
import java.util.Map;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Progress;
import org.provgate.usecases.ledger.Rulings;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A submission's record as an item. Only it has a contributor and a due date, so only it is in the indexes.
final class SubmissionItem {

    static final String CONTRIBUTOR = "contributor";
    static final String WATCH = "watch";
    static final String DUE = "due";
    static final String STATE = "state";
    static final String VERDICT = "verdict";
    static final String PLACED = "placed";

    static final String RULING = "ruling";

    private static final String PROPOSAL = "proposal";
    private static final String RELEASED_UNTIL = "releasedUntil";

    private SubmissionItem() {}

    static Map<String, AttributeValue> write(SubmissionRecord record) {
        Item item = Item.at(LedgerKey.of(record.name()))
                .put(CONTRIBUTOR, record.name().contributor())
                .put(STATE, record.state())
                .put("generation", record.generation())
                .put("began", record.began())
                .put("deadline", record.deadline())
                .put("arrived", record.progress().arrived())
                .put("expected", record.progress().expected())
                .put("missing", record.progress().missing())
                .put(VERDICT, record.verdict())
                .put(PLACED, record.placed())
                .put("acts", record.rulings().acts())
                .put(RULING, record.rulings().ruling())
                .put("appeal", record.rulings().appeal())
                .put(PROPOSAL, record.rulings().proposal())
                .put(Item.REVISION, record.revision());
        if (record.rulings().release() instanceof Release.Granted(LocalDate expires)) {
            item.put(RELEASED_UNTIL, expires.toString());
        }
        return switch (record.watch()) {
            case Watch.Rest _ -> item.attributes();
            case Watch.Until(Watch.Kind kind, var due) ->
                item.put(WATCH, kind).put(DUE, due).attributes();
        };
    }

    static SubmissionRecord read(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        Watch watch = item.find(WATCH).isPresent()
                ? new Watch.Until(item.word(Watch.Kind.class, WATCH), item.instant(DUE))
                : new Watch.Rest();
        return new SubmissionRecord(
                name(item),
                item.word(State.class, STATE),
                item.small("generation"),
                item.instant("began"),
                item.instant("deadline"),
                new Progress(item.small("arrived"), item.small("expected"), item.texts("missing")),
                item.small(VERDICT),
                item.small(PLACED),
                new Rulings(
                        item.small("acts"), item.small(RULING), item.small("appeal"), proposal(item), release(item)),
                watch,
                item.number(Item.REVISION));
    }

    /// Records written before there were proposals have none.
    private static int proposal(Item item) {
        return item.small(PROPOSAL, 0);
    }

    private static Release release(Item item) {
        return item.find(RELEASED_UNTIL)
                .map(LocalDate::parse)
                .<Release>map(Release.Granted::new)
                .orElseGet(Release.None::new);
    }

    static SubmissionName name(Item item) {
        String pk = item.text(LedgerKey.PK);
        return LedgerKey.submission(pk)
                .orElseThrow(() -> new IllegalStateException("not the key of a submission: " + pk));
    }
}
