package org.provgate.core.facts;

import org.provgate.core.claim.Word;

/// How much one sign says, from mild to grave. What counts as which is said in the fingerprint data.
public enum Strength implements Word {
    WEAK,
    STRONG,
    CONCLUSIVE
}
