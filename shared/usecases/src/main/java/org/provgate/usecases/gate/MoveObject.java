package org.provgate.usecases.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.Sha256;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Placement.Move;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.ObjectStore.Listed;
import org.provgate.usecases.port.ObjectStore.Stored;
import org.provgate.usecases.port.UncheckedStoreException;

/// Moves one version between buckets so that it is never lost and never held twice, wherever a crash falls and however
/// many do it at once: write down the intent, copy, verify, delete the original, delete what others copied too, write
/// down where it lies.
final class MoveObject {

    /// How tokens of moves begin that a release asked for.
    private static final String FOR_A_RELEASE = "released-";

    private final Ledger ledger;
    private final ObjectStore store;

    MoveObject(Ledger ledger, ObjectStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /// The object where a move that was begun has brought it. A move is finished even when it goes the wrong way:
    /// others may be in the middle of it.
    ///
    /// @param word tag of a copy that has still to be made
    /// @return empty when somebody else wrote; look again
    Optional<ObjectRecord> settled(ObjectRecord object, String word) {
        return object.placement().move() instanceof Move.Underway(Bucket to, String token)
                ? carriedOut(object, to, token, copiesMade(object, to, token), word)
                : Optional.of(object);
    }

    /// By what readers are let in.
    enum Leave {
        VERDICT,
        /// Ends, and then counts as if it had never been.
        RELEASE
    }

    /// Whether the object can be read now. `false`: somebody else wrote; look again.
    boolean makeReadable(ObjectRecord object, Leave leave, SubmissionRecord inForce) {
        Optional<ObjectRecord> settled = settled(object, Tags.ACCEPTED);
        if (settled.isEmpty()) {
            return false;
        }
        return settled.get().placement().bucket() == Bucket.DATASET
                ? open(settled.get(), leave)
                : move(
                        settled.get(),
                        Bucket.DATASET,
                        Tags.ACCEPTED,
                        token(settled.get(), Bucket.DATASET, leave),
                        inForce);
    }

    /// Whether the object lies in quarantine now.
    boolean quarantine(ObjectRecord object, SubmissionRecord inForce) {
        return settled(object, Tags.QUARANTINED)
                .filter(settled -> settled.placement().bucket() == Bucket.QUARANTINE
                        || move(
                                settled,
                                Bucket.QUARANTINE,
                                Tags.QUARANTINED,
                                token(settled, Bucket.QUARANTINE, Leave.VERDICT),
                                inForce))
                .isPresent();
    }

    private boolean open(ObjectRecord object, Leave leave) {
        Placement opened = opened(object.placement(), leave);
        if (opened.equals(object.placement())) {
            return true;
        }
        tag(object, Tags.ACCEPTED);
        return ledger.update(object, object.placed(opened));
    }

    private static Placement opened(Placement placement, Leave leave) {
        return switch (leave) {
            case VERDICT -> placement.opened();
            case RELEASE -> placement.released();
        };
    }

    private void tag(ObjectRecord object, String word) {
        Placement placement = object.placement();
        Map<String, String> tags = store.tags(placement.bucket(), object.key(), placement.version());
        store.tag(
                placement.bucket(),
                object.key(),
                placement.version(),
                Tags.withOurs(tags, Map.of(Tags.PROVENANCE, word)));
    }

    private boolean move(ObjectRecord object, Bucket to, String word, String token, SubmissionRecord inForce) {
        ObjectRecord intent = object.placed(object.placement().moving(to, token));
        return ledger.update(object, intent, inForce)
                && carriedOut(intent, to, token, List.of(), word).isPresent();
    }

    private Optional<ObjectRecord> carriedOut(
            ObjectRecord object, Bucket to, String token, List<Copy> made, String word) {
        Placement from = object.placement();
        if (from.readable()
                && store.describe(from.bucket(), object.key(), from.version()).isPresent()) {
            tag(object, Tags.QUARANTINED);
        }
        if (!made.isEmpty()) {
            verify(object, to, made.getLast().version());
        } else if (!copied(object, to, token, word)) {
            return Optional.empty();
        }
        store.delete(from.bucket(), object.key(), from.version());
        return onlyCopy(object, to, token).flatMap(copy -> {
            Placement closed = from.moved(to, copy.version(), false);
            Leave leave = token.startsWith(FOR_A_RELEASE) ? Leave.RELEASE : Leave.VERDICT;
            ObjectRecord moved = object.placed(to == Bucket.DATASET && copy.open() ? opened(closed, leave) : closed);
            return ledger.update(object, moved) ? Optional.of(moved) : Optional.empty();
        });
    }

    /// @return false when there is nothing left to copy: another hand has carried the same move out
    private boolean copied(ObjectRecord object, Bucket to, String token, String word) {
        Placement from = object.placement();
        String copy;
        try {
            Map<String, String> tags = store.tags(from.bucket(), object.key(), from.version());
            Map<String, String> ours = Map.of(Tags.PROVENANCE, word, Tags.MOVE, token);
            copy = store.copy(from.bucket(), object.key(), from.version(), to, Tags.withOurs(tags, ours));
        } catch (UncheckedStoreException fault) {
            if (store.describe(from.bucket(), object.key(), from.version()).isPresent()) {
                throw fault;
            }
            return false;
        }
        verify(object, to, copy);
        return true;
    }

    /// Whoever else found the intent may have made a copy too. Now that the original is gone no more can be made, so
    /// all who look see the same, and all keep the oldest.
    ///
    /// @return empty when the version has been moved on
    private Optional<Copy> onlyCopy(ObjectRecord object, Bucket to, String token) {
        List<Copy> copies = copiesMade(object, to, token);
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        Copy kept = copies.getLast();
        if (copies.size() > 1) {
            verify(object, to, kept.version());
            copies.subList(0, copies.size() - 1).forEach(copy -> store.delete(to, object.key(), copy.version()));
        }
        return Optional.of(kept);
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

    /// @param open whether it was made for readers
    private record Copy(String version, boolean open) {}

    /// Copies that carry the token of a move, the newest first.
    private List<Copy> copiesMade(ObjectRecord object, Bucket to, String token) {
        List<Copy> copies = new ArrayList<>();
        for (Listed version : KeyVersions.of(store, to, object.key()).newestFirst()) {
            if (!version.deleteMarker()) {
                Map<String, String> tags = store.tags(to, version.key(), version.version());
                if (token.equals(tags.get(Tags.MOVE))) {
                    copies.add(new Copy(version.version(), Tags.ACCEPTED.equals(tags.get(Tags.PROVENANCE))));
                }
            }
        }
        return copies;
    }

    /// One move of one version: the same when it is tried again, another when it is moved again.
    private static String token(ObjectRecord object, Bucket to, Leave leave) {
        String digest = Digests.sha256(String.join(
                        "\n",
                        object.key(),
                        object.upload(),
                        object.placement().version(),
                        to.word(),
                        Long.toString(object.revision())))
                .hex()
                .substring(0, 32);
        return switch (leave) {
            case VERDICT -> digest;
            case RELEASE -> FOR_A_RELEASE + digest;
        };
    }
}
