package org.provgate.usecases.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.Layout.Located;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.ObjectStore.Listed;

/// Compares the buckets with the ledger and gives notice of what the ledger has not seen: how a bucket that
/// existed before is taken in, and how lost notices are found.
public final class FindArrivals {

    /// How places in the listing of each bucket begin.
    private static final String DATASET = "dataset ";

    private static final String QUARANTINE = "quarantine ";

    private final Ledger ledger;
    private final ObjectStore store;
    private final Layout layout;

    public FindArrivals(Ledger ledger, ObjectStore store, Layout layout) {
        this.ledger = ledger;
        this.store = store;
        this.layout = layout;
    }

    /// @param notices oldest first for each key
    /// @param next where the next page begins; empty at the end
    public record Found(List<Notice> notices, int looked, String next) {
        public Found {
            notices = List.copyOf(notices);
        }
    }

    /// One page of the listings: of the dataset bucket, then of the quarantine.
    ///
    /// @param after the `next` of the page before; empty for the first
    public Found page(String prefix, String after) {
        return after.startsWith(QUARANTINE)
                ? quarantinePage(prefix, after.substring(QUARANTINE.length()))
                : datasetPage(prefix, after.isEmpty() ? after : after.substring(DATASET.length()));
    }

    private Found datasetPage(String prefix, String after) {
        ObjectStore.Page page = store.versions(Bucket.DATASET, prefix, after);
        List<Notice> notices = new ArrayList<>();
        // A listing gives the newest version of a key first; the ledger is to hear of the oldest first.
        for (Listed listed : page.versions().reversed()) {
            notice(listed).ifPresent(notices::add);
        }
        return new Found(notices, page.versions().size(), page.next().isEmpty() ? QUARANTINE : DATASET + page.next());
    }

    /// Where a quarantined object was taken back and put back, nothing of it is left in the dataset bucket to be
    /// listed.
    private Found quarantinePage(String prefix, String after) {
        ObjectStore.Page page = store.versions(Bucket.QUARANTINE, prefix, after);
        List<Notice> notices = new ArrayList<>();
        for (Listed listed : page.versions()) {
            putBack(listed).ifPresent(notices::add);
        }
        return new Found(notices, page.versions().size(), page.next().isEmpty() ? "" : QUARANTINE + page.next());
    }

    private Optional<Notice> putBack(Listed listed) {
        Optional<ObjectRecord> standing = switch (layout.locate(listed.key(), 1)) {
            case Located.InSubmission(SubmissionName name, String path) -> ledger.object(name, path);
            case Located.Stray(SubmissionName name, String path) -> ledger.object(name, path);
            case Located.FolderMarker _ -> Optional.empty();
        };
        return standing.filter(object -> object.standing() == Standing.WITHDRAWN
                        && object.placement().bucket() == Bucket.QUARANTINE
                        && object.placement().version().equals(listed.version())
                        && !versions(listed).hide(object))
                .map(object -> new Notice(listed.key(), object.upload(), "", Notice.Kind.REMOVED));
    }

    /// What the ledger does not know about one line of a listing.
    public Optional<Notice> notice(Listed listed) {
        return switch (layout.locate(listed.key(), listed.deleteMarker() ? 1 : listed.size())) {
            case Located.InSubmission(SubmissionName name, String path) -> unknown(name, path, listed);
            case Located.Stray(SubmissionName name, String path) -> unknown(name, path, listed);
            case Located.FolderMarker _ -> Optional.empty();
        };
    }

    private Optional<Notice> unknown(SubmissionName name, String path, Listed listed) {
        boolean known = listed.deleteMarker()
                || ledger.versions(name, path).stream().anyMatch(object -> object.isVersion(listed.version()));
        if (!known) {
            return Optional.of(new Notice(listed.key(), listed.version(), "", Notice.Kind.CREATED));
        }
        return ledger.object(name, path).flatMap(standing -> switch (standing.standing()) {
            case CURRENT ->
                listed.deleteMarker() && versions(listed).hide(standing)
                        ? Optional.of(new Notice(listed.key(), listed.version(), "", Notice.Kind.MARKED_DELETED))
                        : Optional.empty();
            case WITHDRAWN ->
                listed.latest() && !versions(listed).hide(standing)
                        ? Optional.of(new Notice(listed.key(), listed.version(), "", Notice.Kind.REMOVED))
                        : Optional.empty();
            case SUPERSEDED -> Optional.empty();
        });
    }

    private KeyVersions versions(Listed listed) {
        return KeyVersions.of(store, Bucket.DATASET, listed.key());
    }
}
