package org.provgate.aws.trigger;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.provgate.aws.dynamo.ItemKind;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.event.StreamRecord;

/// A change in the ledger that a function is to look after.
///
/// @param sequence of the first change of the submission in the batch
public record LedgerChange(SubmissionName name, String sequence) {

    /// Attributes of an object that a decision looks at. A move between buckets changes none of them.
    private static final List<String> DECIDED_ON = List.of("upload", "standing", "facts", "textGzip", "textKey");

    /// Attributes of a submission that say where its objects are to lie, and when they are to be looked at again.
    private static final List<String> PLACED_BY = List.of("verdict", "placed", "ruling", "due");

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
            Optional<SubmissionName> name = ItemKind.submission(record.keys().getOrDefault("pk", ""));
            if (name.isPresent() && cares.test(record) && seen.add(name.get())) {
                changes.add(new LedgerChange(name.get(), record.sequence()));
            }
        }
        return changes;
    }

    private static boolean matters(StreamRecord record) {
        return switch (kind(record)) {
            case OBJECT -> DECIDED_ON.stream().anyMatch(attribute -> differs(record, attribute));
            case WAIVER, ACT -> true;
            case SUBMISSION, SUPERSEDED, VERDICT, OTHER -> false;
        };
    }

    private static boolean moves(StreamRecord record) {
        return switch (kind(record)) {
            case SUBMISSION -> isUnplaced(record) && PLACED_BY.stream().anyMatch(name -> differs(record, name));
            case OBJECT, WAIVER, ACT, SUPERSEDED, VERDICT, OTHER -> false;
        };
    }

    private static boolean isUnplaced(StreamRecord record) {
        return number(record, "verdict") > number(record, "placed");
    }

    private static ItemKind kind(StreamRecord record) {
        return ItemKind.of(record.keys().getOrDefault("sk", ""));
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
