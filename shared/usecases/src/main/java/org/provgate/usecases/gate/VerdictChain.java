package org.provgate.usecases.gate;

import java.time.Instant;
import java.util.Optional;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Gist;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.VerdictRecord.Inputs;

/// Verdicts of a submission, each carrying the hash of the one before, so that none can be changed unseen.
public final class VerdictChain {

    private VerdictChain() {}

    static VerdictRecord append(
            SubmissionName name,
            int number,
            Instant at,
            String outcome,
            Cause cause,
            Inputs inputs,
            Gist gist,
            KeptText document,
            Optional<VerdictRecord> before) {
        String previous = before.map(VerdictRecord::hash).orElse("");
        VerdictRecord open = new VerdictRecord(name, number, at, outcome, cause, inputs, gist, document, previous, "");
        return new VerdictRecord(name, number, at, outcome, cause, inputs, gist, document, previous, hash(open));
    }

    /// Whether the record is what was written, and follows on that one.
    public static boolean holds(VerdictRecord record, Optional<VerdictRecord> before) {
        return record.hash().equals(hash(record))
                && record.previous().equals(before.map(VerdictRecord::hash).orElse(""));
    }

    private static String hash(VerdictRecord record) {
        String document = switch (record.document()) {
            case KeptText.Inline(var gzip) -> Digests.sha256(gzip.toArray()).hex();
            case KeptText.InReportBucket(String key) -> key;
            case KeptText.None _ -> "";
        };
        return Digests.sha256(String.join(
                        "\n",
                        record.id(),
                        record.at().toString(),
                        record.outcome(),
                        record.cause().word(),
                        record.inputs().digest(),
                        document,
                        record.previous()))
                .hex();
    }
}
