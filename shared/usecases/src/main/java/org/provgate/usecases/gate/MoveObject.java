package org.provgate.usecases.gate;

import java.util.Map;
import java.util.Optional;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.Sha256;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Placement.Move;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.ObjectStore.Listed;
import org.provgate.usecases.port.ObjectStore.Stored;

/// Moves one version between buckets so that it is never lost and never held twice, wherever a crash falls:
/// write down the intent, copy, verify, delete the original, write down where it lies.
final class MoveObject {

    private final Ledger ledger;
    private final ObjectStore store;

    MoveObject(Ledger ledger, ObjectStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /// By what readers are let in.
    enum Leave {
        VERDICT,
        /// Ends, and then counts as if it had never been.
        RELEASE
    }

    /// Whether the object can be read now. `false`: somebody else wrote; look again.
    boolean makeReadable(ObjectRecord object, Leave leave) {
        Placement placement = object.placement();
        if (placement.bucket() == Bucket.DATASET && !(placement.move() instanceof Move.Underway)) {
            boolean done = placement.readable() && (leave == Leave.RELEASE || placement.everReadable());
            return done || tagged(object, Tags.ACCEPTED, opened(placement, leave));
        }
        return move(object, Bucket.DATASET, Tags.ACCEPTED, leave);
    }

    /// Whether the object, left where it lies, can be read no more.
    boolean close(ObjectRecord object) {
        return !object.placement().readable()
                || tagged(object, Tags.QUARANTINED, object.placement().readable(false));
    }

    private static Placement opened(Placement placement, Leave leave) {
        return switch (leave) {
            case VERDICT -> placement.readable(true);
            case RELEASE -> placement.released();
        };
    }

    /// Whether the object lies in quarantine now.
    boolean quarantine(ObjectRecord object) {
        Placement placement = object.placement();
        if (placement.bucket() == Bucket.QUARANTINE && !(placement.move() instanceof Move.Underway)) {
            return true;
        }
        ObjectRecord closed = object;
        if (placement.readable()) {
            if (!tagged(object, Tags.QUARANTINED, placement.readable(false))) {
                return false;
            }
            closed = object.placed(placement.readable(false));
        }
        return move(closed, Bucket.QUARANTINE, Tags.QUARANTINED, Leave.RELEASE);
    }

    private boolean tagged(ObjectRecord object, String word, Placement next) {
        Placement placement = object.placement();
        Map<String, String> tags = store.tags(placement.bucket(), object.key(), placement.version());
        store.tag(
                placement.bucket(),
                object.key(),
                placement.version(),
                Tags.withOurs(tags, Map.of(Tags.PROVENANCE, word)));
        return ledger.update(object, object.placed(next));
    }

    private boolean move(ObjectRecord object, Bucket wanted, String word, Leave leave) {
        // A move that was begun is finished first, even when it goes the other way: then all is where the ledger says.
        if (object.placement().move() instanceof Move.Underway(Bucket to, String token)) {
            String unfinished = to == Bucket.DATASET ? Tags.ACCEPTED : Tags.QUARANTINED;
            if (to == wanted) {
                return carryOut(object, to, token, word, leave);
            }
            carryOut(object, to, token, unfinished, Leave.RELEASE);
            return false;
        }
        if (object.placement().bucket() == wanted) {
            return true;
        }
        String token = token(object, wanted);
        ObjectRecord intent = object.placed(object.placement().moving(wanted, token));
        return ledger.update(object, intent) && carryOut(intent, wanted, token, word, leave);
    }

    private boolean carryOut(ObjectRecord object, Bucket to, String token, String word, Leave leave) {
        Placement from = object.placement();
        Optional<String> earlier = copyMadeBefore(object, to, token);
        String copy;
        if (earlier.isPresent()) {
            copy = earlier.get();
        } else {
            Map<String, String> tags = store.tags(from.bucket(), object.key(), from.version());
            copy = store.copy(
                    from.bucket(),
                    object.key(),
                    from.version(),
                    to,
                    Tags.withOurs(tags, Map.of(Tags.PROVENANCE, word, Tags.MOVE, token)));
        }
        verify(object, to, copy);
        store.delete(from.bucket(), object.key(), from.version());
        Placement arrived = from.moved(to, copy, false);
        return ledger.update(object, object.placed(word.equals(Tags.ACCEPTED) ? opened(arrived, leave) : arrived));
    }

    /// The original is deleted only after its copy was seen, whole, where it belongs.
    private void verify(ObjectRecord object, Bucket to, String copy) {
        Optional<Stored> stored = store.describe(to, object.key(), copy);
        if (stored.isEmpty() || stored.get().size() != object.facts().bytes()) {
            throw new IllegalStateException("the copy of " + object.key() + " did not arrive whole");
        }
        Sha256 digest = store.digest(to, object.key(), copy);
        if (!digest.equals(object.facts().sha256())) {
            throw new IllegalStateException("the copy of " + object.key() + " differs from what was inspected");
        }
    }

    private Optional<String> copyMadeBefore(ObjectRecord object, Bucket to, String token) {
        String after = "";
        do {
            ObjectStore.Page page = store.versions(to, object.key(), after);
            for (Listed version : page.versions()) {
                if (version.key().equals(object.key())
                        && !version.deleteMarker()
                        && token.equals(
                                store.tags(to, version.key(), version.version()).get(Tags.MOVE))) {
                    return Optional.of(version.version());
                }
            }
            after = page.next();
        } while (!after.isEmpty());
        return Optional.empty();
    }

    /// One move of one version: the same when it is tried again, another when it is moved again.
    private static String token(ObjectRecord object, Bucket to) {
        return Digests.sha256(String.join(
                        "\n",
                        object.key(),
                        object.upload(),
                        object.placement().version(),
                        to.word(),
                        Long.toString(object.revision())))
                .hex()
                .substring(0, 32);
    }
}
