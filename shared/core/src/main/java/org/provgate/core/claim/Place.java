package org.provgate.core.claim;

/// Where something stands in a submission.
///
/// @param file path relative to the submission's root; empty for the submission as a whole
/// @param pointer RFC 6901 JSON Pointer inside the file; empty for the whole document or for a file that is no tree
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 code units
public record Place(String file, String pointer, long line, int column) implements Comparable<Place> {

    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + line + ":" + column);
        }
    }

    /// The beginning of a file.
    public static Place startOf(String file) {
        return new Place(file, "", 1, 1);
    }

    /// A line of a file that is not a tree of values.
    public static Place line(String file, long line) {
        return new Place(file, "", Math.max(1, line), 1);
    }

    /// The place a missing member would have: its own pointer, at the line of the parent.
    public Place child(String name) {
        return new Place(file, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), line, column);
    }

    public Place child(int index) {
        return new Place(file, pointer + "/" + index, line, column);
    }

    /// In reading order.
    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Long.compare(line, other.line);
        if (byLine != 0) {
            return byLine;
        }
        int byColumn = Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : pointer.compareTo(other.pointer);
    }
}
