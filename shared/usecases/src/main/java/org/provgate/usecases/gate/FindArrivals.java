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

/// Compares the dataset bucket with the ledger and gives notice of what the ledger has not seen: how a bucket that
/// existed before is taken in, and how lost notices are found.
public final class FindArrivals {

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

    /// One page of the bucket's listing.
    public Found page(String prefix, String after) {
        ObjectStore.Page page = store.versions(Bucket.DATASET, prefix, after);
        List<Notice> notices = new ArrayList<>();
        // A listing gives the newest version of a key first; the ledger is to hear of the oldest first.
        for (Listed listed : page.versions().reversed()) {
            notice(listed).ifPresent(notices::add);
        }
        return new Found(notices, page.versions().size(), page.next());
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
        Optional<ObjectRecord> standing = ledger.object(name, path);
        if (listed.deleteMarker()) {
            boolean news = listed.latest()
                    && standing.filter(object -> object.standing() == Standing.CURRENT)
                            .isPresent();
            return news
                    ? Optional.of(new Notice(listed.key(), listed.version(), "", Notice.Kind.MARKED_DELETED))
                    : Optional.empty();
        }
        boolean putBack = listed.latest()
                && standing.filter(
                                object -> object.standing() == Standing.WITHDRAWN && object.isVersion(listed.version()))
                        .isPresent();
        if (putBack) {
            return Optional.of(new Notice(listed.key(), listed.version(), "", Notice.Kind.REMOVED));
        }
        boolean known = ledger.versions(name, path).stream().anyMatch(object -> object.isVersion(listed.version()));
        return known
                ? Optional.empty()
                : Optional.of(new Notice(listed.key(), listed.version(), "", Notice.Kind.CREATED));
    }
}
