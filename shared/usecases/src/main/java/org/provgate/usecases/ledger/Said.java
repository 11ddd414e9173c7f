package org.provgate.usecases.ledger;

import java.time.Instant;

/// A word about a rescan: that it begins, or how it goes on.
///
/// @param word as interfaces have it
public record Said(Instant at, String word, Asker asker) {

    /// The first word about every rescan.
    public static final String BEGIN = "begin";

    /// Who says it and why.
    ///
    /// @param reason empty when none was given
    public record Asker(String by, String reason, Act.Request request) {

        /// A schedule did.
        public static Asker gate() {
            return new Asker(Act.GATE, "", Act.Request.none());
        }
    }
}
