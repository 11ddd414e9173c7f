package org.provgate.core.facts;

/// One hit of one fingerprint. Facts only count them; they are told one by one to whoever wants an explanation.
///
/// @param within the way through archives and their members, such as `in a.zip: in b.jsonl`; empty outside of them
/// @param strength of the sign in its place; seen too rarely, it may count for less in the facts
/// @param line (or row, in formats without lines), from 1; 0 where nobody counted what lies before it
/// @param excerpt text round the hit, at most [Evidence#EXCERPT_LIMIT] UTF-16 units, without control characters
public record Sighting(String within, Maker maker, Strength strength, String fingerprint, long line, String excerpt) {}
