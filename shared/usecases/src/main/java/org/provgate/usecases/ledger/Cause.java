package org.provgate.usecases.ledger;

import org.provgate.core.claim.Word;

/// What made a verdict differ from the one before.
public enum Cause implements Word {
    DATA,
    MANIFEST,
    POLICY,
    TERMS,
    WAIVER,
    UPSTREAM,
    ENGINE,
    /// An operator ruled, or what one had ruled came to its end. Never the cause of a verdict.
    OPERATOR
}
