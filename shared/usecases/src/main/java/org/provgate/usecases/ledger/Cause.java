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
    ENGINE
}
