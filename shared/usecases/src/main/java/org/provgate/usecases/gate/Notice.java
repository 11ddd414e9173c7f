package org.provgate.usecases.gate;

/// Word that something happened to a version in the dataset bucket. May come twice, late, out of order, or never.
///
/// @param sequencer as S3 writes it, for notices of one key; empty when a listing found it
public record Notice(String key, String version, String sequencer, Kind kind) {

    public enum Kind {
        CREATED,
        /// The version is a delete marker.
        MARKED_DELETED,
        /// The version, or a delete marker, is gone.
        REMOVED
    }

    /// Whether this notice of a key was written before that one. S3 sequencers are hexadecimal numbers of unequal
    /// length, to be compared after padding on the left.
    public static boolean earlier(String sequencer, String other) {
        int width = Math.max(sequencer.length(), other.length());
        return "0"
                        .repeat(width - sequencer.length())
                        .concat(sequencer)
                        .compareToIgnoreCase("0".repeat(width - other.length()).concat(other))
                < 0;
    }
}
