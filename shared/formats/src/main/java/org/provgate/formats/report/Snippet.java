package org.provgate.formats.report;

import java.util.Locale;

/// A line of a submission, cut to what can be shown, and the column a finding points at.
///
/// @param text printable
/// @param caret terminal columns before the place
record Snippet(String text, int caret) {

    private static final int BEFORE = 50;
    private static final int WIDTH = 90;
    private static final String CUT = "…";

    /// What stands before the caret.
    static final String EMPTY_GUTTER = "      | ";

    /// @param line as it stands in the file
    /// @param column counted from 1, in UTF-16 units; beyond the end counts as the end
    static Snippet of(String line, int column) {
        int at = boundary(line, Math.min(column - 1, line.length()));
        int from = at > BEFORE ? boundary(line, at - BEFORE) : 0;
        int after = WIDTH - Math.min(at, BEFORE);
        int to = line.length() - at > after ? boundary(line, at + after) : line.length();
        String before = (from > 0 ? CUT : "") + Printable.line(line.substring(from, at));
        String rest = Printable.line(line.substring(at, to)) + (to < line.length() ? CUT : "");
        return new Snippet((before + rest).stripTrailing(), Columns.of(before));
    }

    /// What stands before the text.
    static String gutter(long line) {
        return String.format(Locale.ROOT, "%5d | ", line);
    }

    private static int boundary(String line, int index) {
        boolean splits = index > 0
                && index < line.length()
                && Character.isLowSurrogate(line.charAt(index))
                && Character.isHighSurrogate(line.charAt(index - 1));
        return splits ? index - 1 : index;
    }
}
