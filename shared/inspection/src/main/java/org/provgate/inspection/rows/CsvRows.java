package org.provgate.inspection.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Records of delimited text; line breaks inside quotes belong to the field.
public final class CsvRows extends RowSplitter {

    private static final int NOWHERE = -2;

    private final byte delimiter;
    private boolean quoted;
    private boolean unclosed;
    private int closed = NOWHERE;

    public CsvRows(byte delimiter) {
        this.delimiter = delimiter;
    }

    @Override
    public boolean find(byte[] bytes, int from, int end, boolean last) {
        int at = from + searched;
        while (at < end) {
            if (quoted) {
                int quote = Bytes.indexOf(bytes, (byte) '"', at, end);
                quoted = quote < 0;
                at = quoted ? end : quote + 1;
                closed = at - from;
            } else {
                at = Bytes.indexOfEither(bytes, (byte) '"', (byte) '\n', at, end);
                if (at < end && bytes[at] == '\n') {
                    return found(from, at, at + 1);
                }
                if (at < end) {
                    // A quote opens a field where a field begins, or goes on with one that a quote just closed.
                    quoted = at == from || bytes[at - 1] == delimiter || closed == at - from;
                    at++;
                }
            }
        }
        if (last && from < end) {
            unclosed |= quoted;
            return found(from, end, end);
        }
        searched = end - from;
        return false;
    }

    private boolean found(int from, int to, int behind) {
        rowFrom = from;
        rowTo = to;
        next = behind;
        restart();
        return true;
    }

    private void restart() {
        searched = 0;
        quoted = false;
        closed = NOWHERE;
    }

    /// Whether a field that a quote opened ran on to the end of everything.
    public boolean unclosed() {
        return unclosed;
    }

    /// Begin and end of every field of a record, quotes included.
    public List<int[]> fields(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        List<int[]> fields = new ArrayList<>();
        int start = from;
        while (true) {
            int at = start < end && bytes[start] == '"' ? behindQuotes(bytes, start, end) : start;
            int stop = Bytes.indexOf(bytes, delimiter, at, end);
            fields.add(new int[] {start, stop < 0 ? end : stop});
            if (stop < 0) {
                return fields;
            }
            start = stop + 1;
        }
    }

    private static int behindQuotes(byte[] bytes, int start, int end) {
        int at = start + 1;
        while (true) {
            int quote = Bytes.indexOf(bytes, (byte) '"', at, end);
            if (quote < 0) {
                return end;
            }
            if (quote + 1 < end && bytes[quote + 1] == '"') {
                at = quote + 2;
            } else {
                return quote + 1;
            }
        }
    }

    /// What a field says, without the quotes that hold it.
    public static String text(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '"') {
            boolean closed = to - from >= 2 && bytes[to - 1] == '"';
            return new String(bytes, from + 1, to - from - (closed ? 2 : 1), StandardCharsets.UTF_8)
                    .replace("\"\"", "\"");
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
