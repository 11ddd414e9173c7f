package org.provgate.core.submission;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Sha256;

/// A list of digests as `sha256sum` writes it; names are relative to the list's own folder.
///
/// @param digests by path relative to the submission's root
/// @param places of the entries, by the same paths
/// @param faults lines that are no entries
public record ChecksumList(
        String path, NavigableMap<String, Sha256> digests, NavigableMap<String, Place> places, List<Fault> faults) {

    public record Fault(Place at, String message) {}

    public ChecksumList {
        digests = Collections.unmodifiableNavigableMap(new TreeMap<>(digests));
        places = Collections.unmodifiableNavigableMap(new TreeMap<>(places));
        faults = List.copyOf(faults);
    }
}
