package org.provgate.testkit.memory;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.Sha256;
import org.provgate.usecases.ledger.Bytes;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;

/// A versioned object store in memory.
public final class InMemoryObjectStore implements ObjectStore {

    private final NavigableMap<String, List<Version>> dataset = new TreeMap<>();
    private final NavigableMap<String, List<Version>> quarantine = new TreeMap<>();
    private final NavigableMap<String, List<Version>> report = new TreeMap<>();
    private final InstantSource clock;
    private int uploads;

    public InMemoryObjectStore(InstantSource clock) {
        this.clock = clock;
    }

    /// @param bytes empty for a delete marker
    private record Version(Stored stored, boolean marker, Bytes bytes, Map<String, String> tags) {
        Version tagged(Map<String, String> next) {
            return new Version(stored, marker, bytes, new TreeMap<>(next));
        }
    }

    /// What a contributor does.
    ///
    /// @return the version id
    public synchronized String upload(String key, byte[] bytes, Map<String, String> tags) {
        return append(Bucket.DATASET, key, bytes, false, tags);
    }

    /// What a contributor's plain delete does.
    ///
    /// @return the delete marker's version id
    public synchronized String hide(String key) {
        return append(Bucket.DATASET, key, new byte[0], true, Map.of());
    }

    /// What a contributor does who removes the delete marker on top of a key.
    ///
    /// @return the marker's version id; empty when there is none on top
    public synchronized Optional<String> show(String key) {
        List<Version> versions = versionsOf(Bucket.DATASET, key);
        return !versions.isEmpty() && versions.getLast().marker()
                ? Optional.of(versions.removeLast().stored().version())
                : Optional.empty();
    }

    @Override
    public synchronized Optional<Stored> describe(Bucket bucket, String key, String version) {
        return find(bucket, key, version).map(Version::stored);
    }

    @Override
    public synchronized Optional<String> latest(Bucket bucket, String key) {
        List<Version> versions = versionsOf(bucket, key);
        return versions.isEmpty() || versions.getLast().marker()
                ? Optional.empty()
                : Optional.of(versions.getLast().stored().version());
    }

    @Override
    public synchronized InputStream open(Bucket bucket, String key, String version, long offset) {
        byte[] bytes = required(bucket, key, version).bytes().toArray();
        int from = Math.toIntExact(offset);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    public synchronized Sha256 digest(Bucket bucket, String key, String version) {
        return Digests.sha256(required(bucket, key, version).bytes().toArray());
    }

    @Override
    public synchronized Optional<Sha256> knownDigest(Bucket bucket, String key, String version) {
        return Optional.of(digest(bucket, key, version));
    }

    @Override
    public synchronized Map<String, String> tags(Bucket bucket, String key, String version) {
        return required(bucket, key, version).tags();
    }

    @Override
    public synchronized void tag(Bucket bucket, String key, String version, Map<String, String> tags) {
        Version old = required(bucket, key, version);
        List<Version> versions = versionsOf(bucket, key);
        versions.set(versions.indexOf(old), old.tagged(tags));
    }

    @Override
    public synchronized String copy(Bucket from, String key, String version, Bucket to, Map<String, String> tags) {
        return append(to, key, required(from, key, version).bytes().toArray(), false, tags);
    }

    @Override
    public synchronized void delete(Bucket bucket, String key, String version) {
        find(bucket, key, version).ifPresent(versionsOf(bucket, key)::remove);
    }

    @Override
    public synchronized void put(Bucket bucket, String key, String mediaType, byte[] bytes) {
        append(bucket, key, bytes, false, Map.of());
    }

    @Override
    public synchronized Optional<byte[]> read(Bucket bucket, String key) {
        return latest(bucket, key)
                .map(version -> required(bucket, key, version).bytes().toArray());
    }

    @Override
    public synchronized Page versions(Bucket bucket, String prefix, String after) {
        List<Listed> listed = new ArrayList<>();
        keysOf(bucket).tailMap(prefix, true).forEach((key, versions) -> {
            if (key.startsWith(prefix)) {
                for (int i = versions.size() - 1; i >= 0; i--) {
                    Version version = versions.get(i);
                    listed.add(new Listed(
                            key,
                            version.stored().version(),
                            version.marker(),
                            i == versions.size() - 1,
                            version.stored().size(),
                            version.stored().modified()));
                }
            }
        });
        return new Page(listed, "");
    }

    private String append(Bucket bucket, String key, byte[] bytes, boolean marker, Map<String, String> tags) {
        String version = "v%06d".formatted(++uploads);
        Stored stored = new Stored(version, bytes.length, clock.instant());
        versionsOf(bucket, key).add(new Version(stored, marker, Bytes.of(bytes), new TreeMap<>(tags)));
        return version;
    }

    private NavigableMap<String, List<Version>> keysOf(Bucket bucket) {
        return switch (bucket) {
            case DATASET -> dataset;
            case QUARANTINE -> quarantine;
            case REPORT -> report;
        };
    }

    private List<Version> versionsOf(Bucket bucket, String key) {
        return keysOf(bucket).computeIfAbsent(key, _ -> new ArrayList<>());
    }

    private Optional<Version> find(Bucket bucket, String key, String version) {
        return versionsOf(bucket, key).stream()
                .filter(candidate ->
                        !candidate.marker() && candidate.stored().version().equals(version))
                .findFirst();
    }

    private Version required(Bucket bucket, String key, String version) {
        return find(bucket, key, version)
                .orElseThrow(() -> new IllegalStateException("no such version: " + bucket.word() + " " + key));
    }
}
