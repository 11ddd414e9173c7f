package org.provgate.core.manifest;

import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;

/// Something in a readable manifest that its format does not allow, and for which no rule has a code of its own.
///
/// @param message names the thing, the fact and the place
/// @param remedy what to write instead; empty when the rule's own remedy says it
public record ManifestFault(Place at, String message, String remedy, List<Fix> fix) {

    public ManifestFault {
        fix = List.copyOf(fix);
    }
}
