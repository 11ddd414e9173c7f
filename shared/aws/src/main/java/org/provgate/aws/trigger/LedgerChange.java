package org.provgate.aws.trigger;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.provgate.aws.dynamo.ItemKind;
import org.provgate.aws.dynamo.Streamed;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.event.StreamRecord;
import org.provgate.usecases.ledger.Watch;

/// A change in the ledger that a function is to look after.
///
/// @param sequence of the first change of the submission in the batch
public record LedgerChange(SubmissionName name, String sequence) {

    /// Submissions of which something changed that a decision looks at, in the order in which they changed.
    public static List<LedgerChange> toDecide(InputStream event) {
        return each(event, LedgerChange::matters);
    }

    /// Submissions with a verdict, or an operator's word, that is new.
    public static List<LedgerChange> toPlace(InputStream event) {
        return each(event, LedgerChange::moves);
    }

    private static List<LedgerChange> each(InputStream event, Predicate<StreamRecord> cares) {
        Set<SubmissionName> seen = new HashSet<>();
        List<LedgerChange> changes = new ArrayList<>();
        for (StreamRecord record : StreamRecord.readAll(event)) {
            Optional<SubmissionName> name = ItemKind.submission(record.keys().getOrDefault(Streamed.PK, ""));
            if (name.isPresent() && cares.test(record) && seen.add(name.get())) {
                changes.add(new LedgerChange(name.get(), record.sequence()));
            }
        }
        return changes;
    }

    private static boolean matters(StreamRecord record) {
        return switch (kind(record)) {
            case OBJECT -> Streamed.DECIDED_ON.stream().anyMatch(attribute -> differs(record, attribute));
            case WAIVER, ACT -> true;
            // A version that was replaced before it was seen changes nothing else, and yet is to be moved.
            case SUPERSEDED -> record.before().isEmpty();
            case SUBMISSION, VERDICT, OTHER -> false;
        };
    }

    private static boolean moves(StreamRecord record) {
        return switch (kind(record)) {
            case SUBMISSION ->
                isUnplaced(record) && Streamed.PLACED_BY.stream().anyMatch(attribute -> differs(record, attribute));
            case OBJECT, WAIVER, ACT, SUPERSEDED, VERDICT, OTHER -> false;
        };
    }

    private static boolean isUnplaced(StreamRecord record) {
        return number(record, Streamed.VERDICT) > number(record, Streamed.PLACED)
                || Watch.Kind.PLACEMENT.word().equals(record.after().get(Streamed.WATCH));
    }

    private static ItemKind kind(StreamRecord record) {
        return ItemKind.of(record.keys().getOrDefault(Streamed.SK, ""));
    }

    private static boolean differs(StreamRecord record, String attribute) {
        return !record.before()
                .getOrDefault(attribute, "")
                .equals(record.after().getOrDefault(attribute, ""));
    }

    private static int number(StreamRecord record, String attribute) {
        return Integer.parseInt(record.after().getOrDefault(attribute, "0"));
    }
}
