package org.provgate.formats.mend;

/// The text as lines. A line ends with LF or CRLF.
final class Lines {

    private final String text;
    private final String lineEnd;

    Lines(String text) {
        this.text = text;
        int first = text.indexOf('\n');
        this.lineEnd = first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /// As the first line ends.
    String lineEnd() {
        return lineEnd;
    }

    char at(int offset) {
        return text.charAt(offset);
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    /// Where the line of an offset begins.
    int startOf(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// Where a line begins, in place of its number.
    int line(int offset) {
        return startOf(offset);
    }

    /// Counted from 0; the same for spaces to write before what is to stand under it.
    int column(int offset) {
        return text.codePointCount(startOf(offset), offset);
    }

    /// Where the line after that of the last character before `end` begins.
    int next(int end) {
        int line = text.indexOf('\n', Math.max(0, end));
        return line < 0 ? text.length() : line + 1;
    }

    boolean isFirstOfLine(int offset) {
        return text.substring(startOf(offset), offset).isBlank();
    }

    /// Whole lines put in after the line of the last character before `end`.
    Edit after(int end, String whole) {
        int at = next(end);
        boolean unfinished = at > 0 && text.charAt(at - 1) != '\n';
        return new Edit(at, at, unfinished ? lineEnd + whole.substring(0, whole.length() - lineEnd.length()) : whole);
    }

    /// The dash of an item of a list without brackets; -1 when it does not stand under that of the first.
    int dash(int item, int first) {
        int column = first - startOf(first);
        if (item >= first && startOf(item) == startOf(first)) {
            return first;
        }
        for (int line = startOf(item); line > startOf(first); line = startOf(line - 1)) {
            int at = line + column;
            if (at < text.length()
                    && text.charAt(at) == '-'
                    && text.substring(line, at).isBlank()) {
                return at;
            }
        }
        return -1;
    }

    /// Lines of a mapping as the only item of a list.
    String asItem(int from, int to) {
        return "- " + text.substring(from, to).replace("\n", "\n  ");
    }
}
