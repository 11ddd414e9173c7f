package org.provgate.core.facts;

/// All hits of one fingerprint for one maker in one object.
///
/// @param fingerprint id of the fingerprint in the registry's data
/// @param count how often it was seen
/// @param rows in how many rows it was seen
/// @param firstLine line (or row, in formats without lines) of the first hit, from 1; 0 where it lies behind parts of
/// the object that were not read, so that nobody counted
/// @param excerpt text round the first hit, at most [#EXCERPT_LIMIT] UTF-16 units, without control characters
public record Evidence(
        Maker maker, Strength strength, String fingerprint, long count, long rows, long firstLine, String excerpt) {

    public static final int EXCERPT_LIMIT = 80;

    public Evidence {
        if (count < 1 || rows < 1 || firstLine < 0) {
            throw new IllegalArgumentException("evidence has at least one hit in one row");
        }
        if (excerpt.length() > EXCERPT_LIMIT) {
            throw new IllegalArgumentException("an excerpt has at most " + EXCERPT_LIMIT + " characters");
        }
    }

    /// Where the first hit is, in words.
    public String where() {
        return firstLine == 0 ? "a part that was sampled" : "line " + firstLine;
    }
}
