package org.provgate.usecases.gate;

import java.util.stream.Stream;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Placement.Move;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.port.Bucket;

/// Where the verdict in force, or an operator's word, wants an object.
enum Wanted {
    AS_IT_IS,
    READABLE,
    /// Readable as long as an operator's release holds.
    RELEASED,
    QUARANTINED;

    static Wanted of(ObjectRecord object, SubmissionRecord record, VerdictDocument document) {
        // Nothing stays readable, whenever it was accepted, and what a late hand opens is moved away too.
        if (record.state() == State.REJECTED) {
            return QUARANTINED;
        }
        return switch (object.standing()) {
            case SUPERSEDED -> object.placement().everReadable() ? AS_IT_IS : QUARANTINED;
            case WITHDRAWN -> AS_IT_IS;
            case CURRENT -> document.covers(object) ? current(object, record, document) : AS_IT_IS;
        };
    }

    private static Wanted current(ObjectRecord object, SubmissionRecord record, VerdictDocument document) {
        if (document.admits(object)) {
            return READABLE;
        }
        return record.rulings().release() instanceof Release.Granted ? RELEASED : QUARANTINED;
    }

    boolean isForReaders() {
        return this == READABLE || this == RELEASED;
    }

    /// Whether something does not lie where it is wanted.
    static boolean anythingElsewhere(SubmissionFile file, VerdictDocument document) {
        return Stream.concat(file.objects().stream(), file.superseded().stream())
                .anyMatch(object -> !of(object, file.record(), document).isMetBy(object.placement()));
    }

    private boolean isMetBy(Placement placement) {
        return placement.move() instanceof Move.None
                && switch (this) {
                    case AS_IT_IS -> true;
                    case READABLE ->
                        placement.bucket() == Bucket.DATASET && placement.readable() && placement.everReadable();
                    case RELEASED -> placement.bucket() == Bucket.DATASET && placement.readable();
                    case QUARANTINED -> placement.bucket() == Bucket.QUARANTINE;
                };
    }
}
