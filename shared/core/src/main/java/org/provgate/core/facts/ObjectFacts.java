package org.provgate.core.facts;

import java.util.List;

/// What was measured of one object version.
///
/// @param path relative to the submission's root
/// @param bytes stored size
/// @param mediaType by content, in lower case, without parameters
/// @param evidence sorted by strength (grave first), then fingerprint, then maker
/// @param edition of the inspection that measured it; a rescan may ask for a newer one
public record ObjectFacts(
        String path,
        long bytes,
        Sha256 sha256,
        String mediaType,
        Rows rows,
        Coverage coverage,
        List<Evidence> evidence,
        List<Concern> concerns,
        int edition) {

    public ObjectFacts {
        evidence = List.copyOf(evidence);
        concerns = List.copyOf(concerns);
    }
}
