package org.provgate.usecases.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.provgate.core.claim.Word;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Layout.Located;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement.Move;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.ObjectStore.Listed;
import org.provgate.usecases.port.UncheckedStoreException;

/// How much of what is stored was decided: every object version in the dataset and quarantine buckets, by their
/// listings, against the ledger. Each that no verdict spoke for is a gap, with the reason.
public final class MeasureCoverage {

    /// Versions looked at in one call.
    private static final int LOOK_AT = 2_000;

    private final Ledger ledger;
    private final ObjectStore store;
    private final Layout layout = new Layout();

    public MeasureCoverage(Ledger ledger, ObjectStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    public enum Reason implements Word {
        /// The ledger does not know the version. The next backlog takes it in.
        UNSEEN,
        /// Objects of its submission are still awaited.
        RECEIVING,
        /// It is about to be decided.
        DECIDING,
        /// What the ledger says of it cannot be read.
        DAMAGED,
        /// A copy in quarantine that the ledger does not place there.
        MISPLACED
    }

    /// @param since when its generation began, or when the version was stored where the ledger does not know it
    public record Gap(Bucket bucket, String key, String version, long bytes, Reason reason, Instant since) {}

    /// @param next where the next part begins; empty at the end
    public record Part(long stored, long decided, long storedBytes, long decidedBytes, List<Gap> gaps, String next) {
        public Part {
            gaps = List.copyOf(gaps);
        }
    }

    /// @param after the `next` of the part before; empty for the first
    public Part measure(String after, BooleanSupplier timeLeft) {
        Count count = new Count();
        String at = after;
        do {
            boolean quarantine = at.startsWith(Bucket.QUARANTINE.word() + " ");
            Bucket bucket = quarantine ? Bucket.QUARANTINE : Bucket.DATASET;
            String cursor = at.isEmpty() ? "" : at.substring(bucket.word().length() + 1);
            ObjectStore.Page page = store.versions(bucket, "", cursor);
            for (Listed listed : page.versions()) {
                count.count(bucket, listed);
            }
            at = page.next().isEmpty()
                    ? quarantine ? "" : Bucket.QUARANTINE.word() + " "
                    : bucket.word() + " " + page.next();
        } while (!at.isEmpty() && count.stored < LOOK_AT && timeLeft.getAsBoolean());
        return new Part(count.stored, count.decided, count.storedBytes, count.decidedBytes, count.gaps, at);
    }

    private final class Count {

        private final Map<SubmissionName, Optional<SubmissionRecord>> records = new HashMap<>();
        private final List<Gap> gaps = new ArrayList<>();
        private long stored;
        private long decided;
        private long storedBytes;
        private long decidedBytes;

        void count(Bucket bucket, Listed listed) {
            if (listed.deleteMarker()) {
                return;
            }
            switch (layout.locate(listed.key(), listed.size())) {
                case Located.FolderMarker _ -> {}
                case Located.InSubmission(SubmissionName name, String path) ->
                    count(listed, gap(bucket, listed, name, path));
                case Located.Stray(SubmissionName name, String path) -> count(listed, gap(bucket, listed, name, path));
            }
        }

        private void count(Listed listed, Optional<Gap> gap) {
            stored++;
            storedBytes += listed.size();
            gap.ifPresentOrElse(gaps::add, () -> {
                decided++;
                decidedBytes += listed.size();
            });
        }

        private Optional<Gap> gap(Bucket bucket, Listed listed, SubmissionName name, String path) {
            try {
                return reason(bucket, listed, name, path)
                        .map(reason -> new Gap(
                                bucket,
                                listed.key(),
                                listed.version(),
                                listed.size(),
                                reason,
                                since(listed, name, reason)));
            } catch (UncheckedStoreException outage) {
                throw outage;
            } catch (RuntimeException damage) {
                return Optional.of(new Gap(
                        bucket, listed.key(), listed.version(), listed.size(), Reason.DAMAGED, listed.modified()));
            }
        }

        private Optional<Reason> reason(Bucket bucket, Listed listed, SubmissionName name, String path) {
            Optional<ObjectRecord> record = ledger.versions(name, path).stream()
                    .filter(object -> object.isVersion(listed.version()) || isMoving(object, bucket, listed))
                    .findFirst();
            if (record.isEmpty()) {
                return isStillThere(bucket, listed)
                        ? Optional.of(bucket == Bucket.QUARANTINE ? Reason.MISPLACED : Reason.UNSEEN)
                        : Optional.empty();
            }
            // What was replaced or taken back follows the verdict that was, or is closed by the next.
            if (record.get().standing() != ObjectRecord.Standing.CURRENT) {
                return Optional.empty();
            }
            return record(name).map(SubmissionRecord::state).flatMap(state -> switch (state) {
                case RECEIVING -> Optional.of(Reason.RECEIVING);
                case DECIDING -> Optional.of(Reason.DECIDING);
                case ACCEPTED, QUARANTINED, RELEASED, REJECTED, WITHDRAWN -> Optional.empty();
            });
        }

        /// What was moved between the listing and the look into the ledger is no gap.
        private boolean isStillThere(Bucket bucket, Listed listed) {
            return store.versions(bucket, listed.key(), "").versions().stream()
                    .anyMatch(now -> now.version().equals(listed.version()));
        }

        /// In quarantine, or on its way: a copy whose place is about to be written down.
        private static boolean isMoving(ObjectRecord object, Bucket bucket, Listed listed) {
            boolean placed = object.placement().bucket() == bucket
                    && object.placement().version().equals(listed.version());
            boolean moving = object.placement().move() instanceof Move.Underway(Bucket to, var _) && to == bucket;
            return placed || moving;
        }

        private Instant since(Listed listed, SubmissionName name, Reason reason) {
            return switch (reason) {
                case RECEIVING, DECIDING ->
                    record(name).map(SubmissionRecord::began).orElse(listed.modified());
                case UNSEEN, MISPLACED, DAMAGED -> listed.modified();
            };
        }

        private Optional<SubmissionRecord> record(SubmissionName name) {
            return records.computeIfAbsent(name, ledger::submission);
        }
    }
}
