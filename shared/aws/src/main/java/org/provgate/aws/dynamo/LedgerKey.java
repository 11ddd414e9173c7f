package org.provgate.aws.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.facts.Digests;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.port.Ledger;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The key of one item. All items of a submission share `pk`; `sk` says which one it is:
/// `META`, `O#path` (stands at its path), `P#digest#upload` (was superseded), `V#number`, `W#code#digest`,
/// `A#number` (what people did).
///
/// `T#kind#value#shard` with `S#name` says that a verdict hangs on something. `R#run` holds a rescan: `META`,
/// `G#number`
/// (a segment), `N#number#kind#subject` (what it noted); `R#latest` names the newest.
///
/// A sort key holds 1,024 bytes, as many as a path alone may have, so a path too long for `O#` is an `L#` and its
/// digest; superseded versions always go by the digest, so that no `#` in a path can make two of them one.
record LedgerKey(String pk, String sk) {

    static final String PK = "pk";
    static final String SK = "sk";

    static final String META = "META";
    static final String OBJECT = "O#";
    static final String LONG_OBJECT = "L#";
    static final String SUPERSEDED = "P#";
    static final String VERDICT = "V#";
    static final String WAIVER = "W#";
    static final String ACT = "A#";
    static final String SEGMENT = "G#";
    static final String NOTED = "N#";

    private static final String MARK = "T#";
    private static final String RUN = "R#";
    private static final int LONGEST_SUBJECT = 500;

    private static final String SUBMISSION = "S#";
    private static final int SORT_KEY_LIMIT = 1024;

    static LedgerKey of(SubmissionName name) {
        return new LedgerKey(partition(name), META);
    }

    static LedgerKey object(SubmissionName name, String path) {
        boolean fits = path.getBytes(StandardCharsets.UTF_8).length + OBJECT.length() <= SORT_KEY_LIMIT;
        return new LedgerKey(
                partition(name),
                fits ? OBJECT + path : LONG_OBJECT + Digests.sha256(path).hex());
    }

    /// Where the record lies, by its standing.
    static LedgerKey of(ObjectRecord object) {
        return object.standing() == Standing.SUPERSEDED
                ? superseded(object.submission(), object.path(), object.upload())
                : object(object.submission(), object.path());
    }

    static LedgerKey superseded(SubmissionName name, String path, String upload) {
        return new LedgerKey(partition(name), supersededAt(path) + upload);
    }

    /// How the sort keys of all superseded versions of a path begin.
    static String supersededAt(String path) {
        return SUPERSEDED + Digests.sha256(path).hex().substring(0, 32) + "#";
    }

    static LedgerKey verdict(SubmissionName name, int number) {
        return new LedgerKey(partition(name), VERDICT + "%08d".formatted(number));
    }

    static LedgerKey waiver(SubmissionName name, Waiver waiver) {
        String subject = Digests.sha256(waiver.subject()).hex().substring(0, 32);
        return new LedgerKey(partition(name), WAIVER + waiver.code() + "#" + subject);
    }

    static LedgerKey act(SubmissionName name, int number) {
        return new LedgerKey(partition(name), ACT + "%08d".formatted(number));
    }

    static LedgerKey mark(Mark mark, SubmissionName name) {
        int shard = Math.floorMod(
                Integer.parseInt(Digests.sha256(name.toString()).hex().substring(0, 4), 16), Ledger.MARK_SHARDS);
        return new LedgerKey(marked(mark, shard), SUBMISSION + name);
    }

    /// The partition of all submissions of a shard that bear the mark.
    static String marked(Mark mark, int shard) {
        return MARK + mark.kind().word() + "#" + mark.value() + "#" + shard;
    }

    static LedgerKey run(String id) {
        return new LedgerKey(RUN + id, META);
    }

    static LedgerKey latestRun() {
        return new LedgerKey(RUN + "latest", META);
    }

    static LedgerKey segment(String run, int number) {
        return new LedgerKey(RUN + run, SEGMENT + "%04d".formatted(number));
    }

    /// Keys of what a segment noted begin like this.
    static String noted(int segment) {
        return NOTED + "%04d".formatted(segment) + "#";
    }

    static LedgerKey noted(String run, int segment, Noted noted) {
        String subject = noted.subject().length() <= LONGEST_SUBJECT
                ? noted.subject()
                : Digests.sha256(noted.subject()).hex();
        return new LedgerKey(RUN + run, noted(segment) + noted.kind().word() + "#" + subject);
    }

    static String partition(SubmissionName name) {
        return SUBMISSION + name;
    }

    /// The submission an item belongs to; empty when it belongs to none.
    static Optional<SubmissionName> submission(String pk) {
        return pk.startsWith(SUBMISSION) ? SubmissionName.parse(pk.substring(SUBMISSION.length())) : Optional.empty();
    }

    Map<String, AttributeValue> attributes() {
        return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
    }
}
