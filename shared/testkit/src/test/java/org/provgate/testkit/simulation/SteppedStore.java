package org.provgate.testkit.simulation;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.facts.Sha256;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;

/// The store as the gate sees it: each call may go wrong, and what it does is watched.
final class SteppedStore implements ObjectStore {

    private final InMemoryObjectStore store;
    private final Crossing crossing;
    private final StoreWatch watch;

    SteppedStore(InMemoryObjectStore store, Crossing crossing, StoreWatch watch) {
        this.store = store;
        this.crossing = crossing;
        this.watch = watch;
    }

    @Override
    public Optional<Stored> describe(Bucket bucket, String key, String version) {
        return crossing.read(() -> line("describe", bucket, key, version), () -> store.describe(bucket, key, version));
    }

    @Override
    public Optional<String> latest(Bucket bucket, String key) {
        return crossing.read(() -> line("latest", bucket, key, ""), () -> store.latest(bucket, key));
    }

    @Override
    public InputStream open(Bucket bucket, String key, String version, long offset) {
        return crossing.read(() -> line("open", bucket, key, version), () -> store.open(bucket, key, version, offset));
    }

    @Override
    public Sha256 digest(Bucket bucket, String key, String version) {
        return crossing.read(() -> line("digest", bucket, key, version), () -> store.digest(bucket, key, version));
    }

    @Override
    public Map<String, String> tags(Bucket bucket, String key, String version) {
        return crossing.read(() -> line("tags", bucket, key, version), () -> store.tags(bucket, key, version));
    }

    @Override
    public void tag(Bucket bucket, String key, String version, Map<String, String> tags) {
        crossing.run(() -> line("tag", bucket, key, version + " " + tags), () -> {
            store.tag(bucket, key, version, tags);
            watch.tagged(bucket, version, tags);
        });
    }

    @Override
    public String copy(Bucket from, String key, String version, Bucket to, Map<String, String> tags) {
        return crossing.call(() -> line("copy", from, key, version + " to " + to), () -> {
            String copy = store.copy(from, key, version, to, tags);
            watch.copied(key, version, to, copy, tags);
            return copy;
        });
    }

    @Override
    public void delete(Bucket bucket, String key, String version) {
        crossing.run(() -> line("delete", bucket, key, version), () -> {
            boolean there = store.describe(bucket, key, version).isPresent();
            store.delete(bucket, key, version);
            if (there) {
                watch.deleted(bucket, key, version);
            }
        });
    }

    @Override
    public void put(Bucket bucket, String key, String mediaType, byte[] bytes) {
        crossing.run(() -> line("put", bucket, key, ""), () -> {
            store.put(bucket, key, mediaType, bytes);
            watch.changed();
        });
    }

    @Override
    public Optional<byte[]> read(Bucket bucket, String key) {
        return crossing.read(() -> line("read", bucket, key, ""), () -> store.read(bucket, key));
    }

    @Override
    public Page versions(Bucket bucket, String prefix, String after) {
        return crossing.read(() -> line("list", bucket, prefix, ""), () -> store.versions(bucket, prefix, after));
    }

    private static String line(String verb, Bucket bucket, String key, String more) {
        return verb + " " + bucket + " " + key + " " + more;
    }
}
