package org.provgate.usecases.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.ObjectStore.Listed;

/// Every version and delete marker of one key, the newest first.
record KeyVersions(List<Listed> newestFirst) {

    KeyVersions {
        newestFirst = List.copyOf(newestFirst);
    }

    static KeyVersions of(ObjectStore store, Bucket bucket, String key) {
        List<Listed> versions = new ArrayList<>();
        String after = "";
        do {
            ObjectStore.Page page = store.versions(bucket, key, after);
            for (Listed listed : page.versions()) {
                // Of all keys that begin with this one, it comes first.
                if (!listed.key().equals(key)) {
                    return new KeyVersions(versions);
                }
                versions.add(listed);
            }
            after = page.next();
        } while (!after.isEmpty());
        return new KeyVersions(versions);
    }

    /// Whether a plain read of the key would not get the object because its contributor deleted it.
    boolean hide(ObjectRecord object) {
        int own = position(object.upload());
        for (int i = 0; i < newestFirst.size(); i++) {
            Listed listed = newestFirst.get(i);
            boolean later = own >= 0 ? i < own : listed.modified().isAfter(object.uploaded());
            if (listed.deleteMarker() && later) {
                return true;
            }
        }
        return false;
    }

    /// When the version was uploaded: not before what lies below it, as the time of an upload in parts would have it.
    Instant uploaded(String version, Instant modified) {
        Instant uploaded = modified;
        for (Listed below : newestFirst.subList(position(version) + 1, newestFirst.size())) {
            uploaded = below.modified().isAfter(uploaded) ? below.modified() : uploaded;
        }
        return uploaded;
    }

    /// Whether the one was uploaded after the other, which may lie elsewhere by now.
    boolean overtakes(ObjectRecord arrived, ObjectRecord standing) {
        int own = position(arrived.upload());
        int other = position(standing.upload());
        return (own >= 0 && other >= 0) ? own < other : !arrived.uploaded().isBefore(standing.uploaded());
    }

    /// Whether the version lies on top of that one, or of a delete marker where there is no such version.
    boolean isAbove(String version, String other) {
        int own = position(version);
        int below = position(other);
        return own >= 0 && own < below;
    }

    boolean isAboveMarker(String version) {
        int own = position(version);
        return own >= 0 && newestFirst.subList(own, newestFirst.size()).stream().anyMatch(Listed::deleteMarker);
    }

    /// From 0 for the newest; -1 when it is not there.
    private int position(String version) {
        for (int i = 0; i < newestFirst.size(); i++) {
            if (newestFirst.get(i).version().equals(version)) {
                return i;
            }
        }
        return -1;
    }
}
