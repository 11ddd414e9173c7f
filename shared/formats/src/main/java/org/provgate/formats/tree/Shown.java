package org.provgate.formats.tree;

/// A document's own text inside a message: short, on one line, nothing that a terminal would obey.
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /// In backquotes.
    public static String code(String text) {
        return "`" + clipped(text) + "`";
    }

    /// In quotation marks.
    public static String quoted(String text) {
        return "\"" + clipped(text) + "\"";
    }

    public static String clipped(String text) {
        StringBuilder shown = new StringBuilder();
        int i = 0;
        while (i < text.length() && shown.length() < LONGEST) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\r' || c == '\t') {
                shown.append(' ');
            } else if (isVisible(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u%04X".formatted(c));
            }
        }
        return i < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// A JSON Pointer as people write paths: `/teachers/0/uses` becomes `teachers[0].uses`.
    public static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            if (step.chars().allMatch(c -> c >= '0' && c <= '9') && !path.isEmpty()) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".")
                        .append(clipped(step.replace("~1", "/").replace("~0", "~")));
            }
        }
        return path.toString();
    }
}
