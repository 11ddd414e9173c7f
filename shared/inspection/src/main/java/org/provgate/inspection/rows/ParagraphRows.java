package org.provgate.inspection.rows;

/// Running text, cut between paragraphs, or between lines where a paragraph is very long.
public final class ParagraphRows extends RowSplitter {

    private static final int LONG = 1 << 15;

    @Override
    public boolean find(byte[] bytes, int from, int end, boolean last) {
        int at = from + searched;
        while (true) {
            int newline = Bytes.indexOf(bytes, (byte) '\n', at, end);
            if (newline < 0) {
                break;
            }
            boolean blank = newline > from && (bytes[newline - 1] == '\n' || blankLine(bytes, from, newline));
            if (blank || newline - from > LONG) {
                return found(from, newline, newline + 1);
            }
            at = newline + 1;
        }
        if (last && from < end) {
            return found(from, end, end);
        }
        searched = end - from;
        return false;
    }

    private static boolean blankLine(byte[] bytes, int from, int newline) {
        return newline - 1 > from && bytes[newline - 1] == '\r' && bytes[newline - 2] == '\n';
    }

    private boolean found(int from, int to, int behind) {
        searched = 0;
        rowFrom = from;
        rowTo = to;
        next = behind;
        return true;
    }
}
