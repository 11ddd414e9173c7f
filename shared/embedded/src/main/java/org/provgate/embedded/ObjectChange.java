package org.provgate.embedded;

/// Something that happened to one version in a bucket, as an event notification would tell it.
///
/// @param version of the object or the delete marker
/// @param size in bytes; 0 unless it was created
/// @param sequencer orders the changes of one key, as hexadecimal digits
public record ObjectChange(Kind kind, String bucket, String key, String version, long size, String sequencer) {

    public enum Kind {
        CREATED,
        /// A delete marker was put over the key.
        MARKED_DELETED,
        /// A version or a delete marker is gone.
        REMOVED
    }
}
