package org.provgate.core.manifest;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.provgate.core.claim.Place;
import org.provgate.core.signing.Envelope;

/// Whether somebody signed a document. That a signature stands there says nothing; a rule checks it by the policy's
/// keys.
public sealed interface Seal {

    /// The format has no place for signatures.
    record NotUsual() implements Seal {}

    /// A statement that could be signed and is not.
    record Missing(Place at) implements Seal {}

    /// @param at where the signatures stand
    /// @param manifests digests of the manifests it was given for, by path, as it states them
    record Signed(Place at, Envelope envelope, NavigableMap<String, String> manifests) implements Seal {
        public Signed {
            manifests = Collections.unmodifiableNavigableMap(new TreeMap<>(manifests));
        }
    }
}
