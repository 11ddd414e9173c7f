package org.provgate.usecases.ledger;

import org.provgate.core.claim.Word;

/// Where a submission stands.
public enum State implements Word {
    RECEIVING,
    DECIDING,
    ACCEPTED,
    QUARANTINED,
    /// By an operator, with reason and expiry.
    RELEASED,
    /// By an operator.
    REJECTED,
    /// Everything was taken back by its contributor.
    WITHDRAWN;

    /// Whether a verdict or an operator has spoken for all objects there are.
    public boolean settled() {
        return this != RECEIVING && this != DECIDING;
    }
}
