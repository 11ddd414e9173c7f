package org.provgate.usecases.ledger;

/// The text of a small file that decisions read again: a manifest or a list of checksums.
public sealed interface KeptText {

    record None() implements KeptText {}

    /// @param gzip the text's bytes as they were uploaded, compressed
    record Inline(Bytes gzip) implements KeptText {}

    /// Too large for the ledger.
    ///
    /// @param key of the compressed text in the report bucket
    record InReportBucket(String key) implements KeptText {}
}
