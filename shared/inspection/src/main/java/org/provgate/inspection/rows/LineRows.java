package org.provgate.inspection.rows;

/// A row a line.
public final class LineRows extends RowSplitter {

    @Override
    public boolean oneLineEach() {
        return true;
    }

    @Override
    public boolean find(byte[] bytes, int from, int end, boolean last) {
        int newline = Bytes.indexOf(bytes, (byte) '\n', from + searched, end);
        if (newline < 0 && (!last || from == end)) {
            searched = end - from;
            return false;
        }
        searched = 0;
        rowFrom = from;
        rowTo = newline < 0 ? end : newline;
        next = newline < 0 ? end : newline + 1;
        return true;
    }
}
