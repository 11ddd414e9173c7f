package org.provgate.formats.fields;

import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;

/// Something in a readable document that its format does not allow.
///
/// @param message a sentence without a full stop that names the thing and the fact
/// @param remedy what to write instead; empty when the message says it
public record Fault(Place at, String message, String remedy, List<Fix> fix) {

    public Fault {
        fix = List.copyOf(fix);
    }
}
