package org.provgate.usecases.ledger;

import org.provgate.core.claim.Word;

/// What a rescan found out about one submission and has to be remembered.
///
/// @param subject the submission's name; the item's key where that cannot be read
/// @param from the outcome there was; empty for damage
/// @param cause of the change, or the damage
public record Noted(String subject, Kind kind, String from, String to, String cause) {

    public enum Kind implements Word {
        CHANGED,
        FLIPPED,
        /// It could not be read, and was passed over.
        DAMAGED
    }
}
