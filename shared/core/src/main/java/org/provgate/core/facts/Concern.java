package org.provgate.core.facts;

/// Why an object, or a part of it, could not be looked into as it should be.
///
/// @param detail a clause that says what and where, for people
/// @param line where, from 1; 1 when the format has no lines
public record Concern(Kind kind, String detail, long line) {

    public enum Kind {
        /// Corrupt, truncated, encrypted, or not a file at all.
        UNREADABLE,
        /// Readable, but not looked into: unknown format, over a budget of time or length.
        NOT_INSPECTED,
        /// Unpacks to more than the budget allows.
        EXPANDS_TOO_FAR,
        /// The content is not what the name says.
        TYPE_DIFFERS
    }
}
