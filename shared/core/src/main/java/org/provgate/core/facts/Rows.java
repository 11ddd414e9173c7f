package org.provgate.core.facts;

/// How many rows an object has.
public sealed interface Rows {

    record Counted(long count) implements Rows {}

    /// Plain text, Markdown, images: there is nothing to count.
    record NotTabular() implements Rows {}

    /// It should have rows, but they were not all seen.
    record Unknown() implements Rows {}
}
