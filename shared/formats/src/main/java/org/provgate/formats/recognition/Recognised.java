package org.provgate.formats.recognition;

import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestReading;

/// What came of looking into a file that may be a manifest.
sealed interface Recognised {

    /// It is one, readable or not.
    record As(ManifestReading reading) implements Recognised {}

    /// It is something else.
    ///
    /// @param why what stands there instead, as a sentence without a full stop
    record No(Place at, String why) implements Recognised {}
}
