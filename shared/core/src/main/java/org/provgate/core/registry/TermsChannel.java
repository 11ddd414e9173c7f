package org.provgate.core.registry;

import org.provgate.core.claim.Word;

/// The door whose terms a document governs.
public enum TermsChannel implements Word {
    API,
    CONSUMER,
    CLOUD,
    WEIGHTS,
    HOST
}
