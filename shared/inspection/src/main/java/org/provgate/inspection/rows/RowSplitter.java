package org.provgate.inspection.rows;

/// Finds where rows begin and end in a buffer that fills up piece by piece.
public abstract sealed class RowSplitter permits LineRows, ParagraphRows, CsvRows, JsonRows {

    /// Where the found row's content begins and ends, and where the search goes on.
    protected int rowFrom;

    protected int rowTo;
    protected int next;

    /// How many bytes behind `from` need not be looked at again.
    protected int searched;

    /// Whether a whole row was found at or behind `from`. When not, and more bytes are to come, the search goes on
    /// from where it stopped.
    ///
    /// @param last whether no bytes come behind `end`
    public abstract boolean find(byte[] bytes, int from, int end, boolean last);

    /// The row in the making is too long to be kept: its first bytes, all of them searched, are given up.
    public final void giveUp(int count) {
        searched -= count;
    }

    /// Whether no row has a line break in it.
    public boolean oneLineEach() {
        return false;
    }

    public final int rowFrom() {
        return rowFrom;
    }

    public final int rowTo() {
        return rowTo;
    }

    public final int next() {
        return next;
    }
}
