package org.provgate.inspection.rows;

import org.provgate.inspection.scan.Hits;

/// Where rows go.
public interface RowSink {

    /// A row in which the scanner found nothing.
    ///
    /// @param line where it begins, from 1
    void quiet(byte[] bytes, int from, int to, long line);

    /// A row in which it found something.
    void row(byte[] bytes, int from, int to, Hits hits, int firstHit, int lastHit, long line);

    /// A row that is too long to be kept as a whole.
    void tooLong(long line);

    /// A piece of such a row.
    void piece(byte[] bytes, int from, int to, long line);

    /// Bytes that are no UTF-8.
    void malformed(long line);
}
