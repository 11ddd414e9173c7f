package org.provgate.core.registry;

import org.provgate.core.claim.Word;

/// What terms say about training on a model's output, from mild to strict.
public enum Category implements Word {
    /// Allowed; at most notice or general-use conditions.
    PERMITTED,
    /// Allowed if the listed conditions are met.
    CONDITIONAL,
    /// Not established.
    UNKNOWN,
    /// Not for models that compete with the provider.
    PROHIBITED_COMPETING,
    /// Not for other models at all, or none outside the same family.
    PROHIBITED;

    public boolean stricterThan(Category other) {
        return compareTo(other) > 0;
    }
}
