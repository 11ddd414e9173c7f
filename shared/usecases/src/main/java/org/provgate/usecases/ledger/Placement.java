package org.provgate.usecases.ledger;

import org.provgate.usecases.port.Bucket;

/// Where the bytes of one uploaded version lie now.
///
/// @param version id in that bucket; another than the upload's once it has been moved
/// @param readable whether it carries the accepted tag
/// @param everReadable whether a verdict ever let it be read; a release, which ends, does not count
public record Placement(Bucket bucket, String version, boolean readable, boolean everReadable, Move move) {

    /// A move that was begun; found again after a crash by the token that its copy carries as a tag.
    public sealed interface Move {
        record None() implements Move {}

        record Underway(Bucket to, String token) implements Move {}
    }

    public static Placement arrived(String version) {
        return new Placement(Bucket.DATASET, version, false, false, new Move.None());
    }

    /// Opened to readers where it lies. It is closed only by moving it away, so that a late hand that still goes by an
    /// older verdict finds nothing to open or close.
    public Placement opened() {
        return new Placement(bucket, version, true, true, move);
    }

    /// Opened to readers until an operator's release ends.
    public Placement released() {
        return new Placement(bucket, version, true, everReadable, move);
    }

    public Placement moving(Bucket to, String token) {
        return new Placement(bucket, version, readable, everReadable, new Move.Underway(to, token));
    }

    public Placement moved(Bucket to, String newVersion, boolean nowReadable) {
        return new Placement(to, newVersion, nowReadable, everReadable || nowReadable, new Move.None());
    }
}
