package org.provgate.usecases.gate;

import java.time.Instant;
import java.util.Optional;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;

/// Sees to it that what derives from a submission is decided again: it is due at once, and the next sweep finds it.
final class TellDownstream {

    private static final int PAGE = 100;

    private static final int ATTEMPTS = 8;

    private final Ledger ledger;

    TellDownstream(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Whether all know. Those that are being decided or placed look again by themselves.
    boolean tell(SubmissionName changed, Instant now) {
        Mark mark = Mark.of(Mark.Kind.SUBMISSION, changed.toString());
        boolean all = true;
        for (int shard = 0; shard < Ledger.MARK_SHARDS; shard++) {
            String after = "";
            do {
                Ledger.Page<SubmissionName> page = ledger.marked(mark, shard, after, PAGE);
                for (SubmissionName name : page.items()) {
                    all &= name.equals(changed) || knows(name, now);
                }
                after = page.next();
            } while (!after.isEmpty());
        }
        return all;
    }

    private boolean knows(SubmissionName name, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SubmissionRecord> record =
                    ledger.submission(name).filter(TellDownstream::isByRule).filter(one -> rests(one, now));
            if (record.isEmpty() || ledger.update(record.get(), record.get().due(now))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isByRule(SubmissionRecord record) {
        return record.state() == State.ACCEPTED || record.state() == State.QUARANTINED;
    }

    private static boolean rests(SubmissionRecord record, Instant now) {
        return switch (record.watch()) {
            case Watch.Rest _ -> true;
            case Watch.Until(Watch.Kind kind, Instant due) -> kind == Watch.Kind.EXPIRY && due.isAfter(now);
        };
    }
}
