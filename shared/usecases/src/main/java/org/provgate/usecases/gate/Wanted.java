package org.provgate.usecases.gate;

import java.util.stream.Stream;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Placement.Move;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.port.Bucket;

/// Where the verdict in force, or an operator's word, wants an object.
enum Wanted {
    AS_IT_IS,
    READABLE,
    QUARANTINED;

    static Wanted of(ObjectRecord object, SubmissionRecord record, VerdictDocument document) {
        return switch (object.standing()) {
            case SUPERSEDED -> object.placement().everReadable() ? AS_IT_IS : QUARANTINED;
            case WITHDRAWN -> AS_IT_IS;
            case CURRENT -> document.covers(object) ? current(object, record, document) : AS_IT_IS;
        };
    }

    private static Wanted current(ObjectRecord object, SubmissionRecord record, VerdictDocument document) {
        return switch (record.state()) {
            case RELEASED -> READABLE;
            case REJECTED -> QUARANTINED;
            case RECEIVING, DECIDING, ACCEPTED, QUARANTINED, WITHDRAWN ->
                document.admits(object) ? READABLE : QUARANTINED;
        };
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
                    case READABLE -> placement.bucket() == Bucket.DATASET && placement.readable();
                    case QUARANTINED -> placement.bucket() == Bucket.QUARANTINE;
                };
    }
}
