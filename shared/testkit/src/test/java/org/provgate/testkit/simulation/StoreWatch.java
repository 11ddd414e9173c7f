package org.provgate.testkit.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.Sha256;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.Tags;
import org.provgate.usecases.port.Bucket;

/// Knows which upload each stored version holds, and that none is lost and none let through unjudged. Gives notice of
/// every change, as S3 does.
final class StoreWatch {

    /// @param order of all that contributors did
    record Upload(String key, String version, Sha256 digest, int order) {}

    /// A delete marker.
    record Marker(String version, int order) {}

    /// Where a version lies, and what it holds.
    record Held(Bucket bucket, String key, String upload) {}

    interface Judged {
        /// Whether some verdict lets this upload be read.
        boolean admitted(String key, String upload);
    }

    final Map<String, Upload> uploads = new HashMap<>();
    final Map<String, List<Upload>> byKey = new HashMap<>();
    final Map<String, List<Marker>> markers = new HashMap<>();
    final Map<String, Held> held = new HashMap<>();
    final Set<String> openVersions = new HashSet<>();
    final Set<String> everOpen = new HashSet<>();
    final List<Notice> notices = new ArrayList<>();
    long changes;
    private final InMemoryObjectStore store;
    private final Judged judged;
    private int order;

    StoreWatch(InMemoryObjectStore store, Judged judged) {
        this.store = store;
        this.judged = judged;
    }

    void uploaded(String key, String version, byte[] bytes) {
        Upload upload = new Upload(key, version, Digests.sha256(bytes), ++order);
        uploads.put(version, upload);
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(upload);
        held.put(version, new Held(Bucket.DATASET, key, version));
        notices.add(notice(key, version, Notice.Kind.CREATED));
    }

    void hidden(String key, String marker) {
        markers.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Marker(marker, ++order));
        notices.add(notice(key, marker, Notice.Kind.MARKED_DELETED));
    }

    void shown(String key, String marker) {
        order++;
        markers.getOrDefault(key, List.of()).removeIf(each -> each.version().equals(marker));
        notices.add(notice(key, marker, Notice.Kind.REMOVED));
    }

    void copied(String key, String version, Bucket to, String copy, Map<String, String> tags) {
        changes++;
        Held from = held(version);
        held.put(copy, new Held(to, key, from.upload()));
        if (to == Bucket.DATASET) {
            notices.add(notice(key, copy, Notice.Kind.CREATED));
        }
        tagged(to, copy, tags);
    }

    void deleted(Bucket bucket, String key, String version) {
        changes++;
        String upload = held(version).upload();
        held.remove(version);
        openVersions.remove(version);
        Violation.unless(isWhole(upload), "upload %s of %s is lost", upload, key);
        if (bucket == Bucket.DATASET) {
            order++;
            notices.add(notice(key, version, Notice.Kind.REMOVED));
        }
    }

    void tagged(Bucket bucket, String version, Map<String, String> tags) {
        changes++;
        if (bucket != Bucket.DATASET || !Tags.ACCEPTED.equals(tags.get(Tags.PROVENANCE))) {
            openVersions.remove(version);
            return;
        }
        Held of = held(version);
        Violation.unless(
                judged.admitted(of.key(), of.upload()),
                "upload %s of %s is readable, and no verdict on it says so",
                of.upload(),
                of.key());
        openVersions.add(version);
        everOpen.add(of.upload());
    }

    void changed() {
        changes++;
    }

    /// Versions in either bucket that hold the upload.
    List<String> versionsOf(String upload) {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().upload().equals(upload))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean isWhole(String upload) {
        Sha256 digest = Objects.requireNonNull(uploads.get(upload)).digest();
        return versionsOf(upload).stream().anyMatch(version -> {
            Held at = held(version);
            return store.describe(at.bucket(), at.key(), version).isPresent()
                    && store.digest(at.bucket(), at.key(), version).equals(digest);
        });
    }

    Held held(String version) {
        Held there = held.get(version);
        if (there == null) {
            throw new Violation("nobody knows what version " + version + " holds");
        }
        return there;
    }

    private Notice notice(String key, String version, Notice.Kind kind) {
        // Of unequal length, as the sequencers of S3 are.
        return new Notice(key, version, Integer.toHexString(++order), kind);
    }
}
