package org.provgate.inspection.scan;

/// Finds which of many short literals occur where in bytes, ASCII letters taken without regard to case.
public interface LiteralScanner {

    /// Reports every literal that ends within `from` (excluded) to `to` (included), in order of its end.
    /// Bytes before `from` are looked at as far back as `lead`, so that a literal across the border is found.
    void scan(byte[] bytes, int lead, int from, int to, Hits hits);

    /// Length in bytes of the longest literal: how far back a border must be looked across.
    int longest();

    /// Length in bytes of one literal.
    int length(int literal);
}
