package org.provgate.usecases.port;

import org.provgate.core.claim.Word;

/// The three buckets of a gate.
public enum Bucket implements Word {
    /// Contributors write; readers read what is accepted.
    DATASET,
    /// Operators alone.
    QUARANTINE,
    /// Reports, the policy, and what is too large for the ledger.
    REPORT
}
