package org.provgate.usecases.ledger;

import java.time.Instant;
import org.provgate.core.claim.Word;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.port.Bucket;

/// One uploaded version of one object: what was measured, and where it lies.
///
/// @param upload version id under which it was uploaded; its identity for ever
/// @param sequencer of the notice, as S3 writes it; empty when it was found by a listing
/// @param uploaded when it was, by the store's clock; orders it among versions that lie elsewhere by now
/// @param arrived when its notice was taken in
/// @param standing whether it is the one at its path
/// @param revision optimistic lock
public record ObjectRecord(
        SubmissionName submission,
        String path,
        String upload,
        String sequencer,
        Instant uploaded,
        Instant arrived,
        ObjectFacts facts,
        KeptText text,
        Placement placement,
        Standing standing,
        long revision) {

    public enum Standing implements Word {
        CURRENT,
        /// Hidden by a delete marker: taken back by its contributor.
        WITHDRAWN,
        /// Another version was uploaded to its path.
        SUPERSEDED
    }

    /// The key in the dataset and quarantine buckets.
    public String key() {
        return submission.keyOf(path);
    }

    /// Whether the bytes under this version id of the dataset bucket are known as this record: as they were uploaded,
    /// or as the gate's own copy.
    public boolean isVersion(String version) {
        return upload.equals(version)
                || (placement.bucket() == Bucket.DATASET && placement.version().equals(version));
    }

    public ObjectRecord placed(Placement next) {
        return new ObjectRecord(
                submission, path, upload, sequencer, uploaded, arrived, facts, text, next, standing, revision + 1);
    }

    /// Taken back, put back, or replaced.
    public ObjectRecord standing(Standing next) {
        return new ObjectRecord(
                submission, path, upload, sequencer, uploaded, arrived, facts, text, placement, next, revision + 1);
    }

    public ObjectRecord superseded() {
        return standing(Standing.SUPERSEDED);
    }
}
