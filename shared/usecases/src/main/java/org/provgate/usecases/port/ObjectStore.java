package org.provgate.usecases.port;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.facts.Sha256;

/// The object store, always by version id. An outage is an [UncheckedStoreException]; a missing version is a value.
public interface ObjectStore {

    /// @param size in bytes
    record Stored(String version, long size, Instant modified) {}

    /// One line of a listing: a version, or a delete marker.
    record Listed(String key, String version, boolean deleteMarker, boolean latest, long size, Instant modified) {}

    /// @param next where the next page begins; empty at the end
    record Page(List<Listed> versions, String next) {
        public Page {
            versions = List.copyOf(versions);
        }
    }

    Optional<Stored> describe(Bucket bucket, String key, String version);

    /// The version that a plain read of the key would get; empty when there is none or a delete marker hides it.
    Optional<String> latest(Bucket bucket, String key);

    /// The bytes from `offset` on. The caller closes it.
    InputStream open(Bucket bucket, String key, String version, long offset);

    /// SHA-256 of the stored bytes: as the store measured it over the whole object, or else by reading them.
    Sha256 digest(Bucket bucket, String key, String version);

    /// The same, where the store measured it over the whole object; nothing is read.
    default Optional<Sha256> knownDigest(Bucket bucket, String key, String version) {
        return Optional.empty();
    }

    Map<String, String> tags(Bucket bucket, String key, String version);

    /// Replaces all tags of a version.
    void tag(Bucket bucket, String key, String version, Map<String, String> tags);

    /// Copies one version, with exactly these tags.
    ///
    /// @return the version id of the copy
    String copy(Bucket from, String key, String version, Bucket to, Map<String, String> tags);

    /// Removes one version for good; nothing happens when it is gone already.
    void delete(Bucket bucket, String key, String version);

    void put(Bucket bucket, String key, String mediaType, byte[] bytes);

    /// The newest version of a small object of ours; empty when there is none.
    Optional<byte[]> read(Bucket bucket, String key);

    /// @param after the `next` of the page before; empty for the first
    Page versions(Bucket bucket, String prefix, String after);
}
