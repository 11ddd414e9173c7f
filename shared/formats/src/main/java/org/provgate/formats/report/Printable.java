package org.provgate.formats.report;

/// Makes contributors' strings safe to show: nothing in them can move a cursor, reorder a line or break markup.
public final class Printable {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final char REPLACEMENT = '\uFFFD';
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Printable() {}

    /// The text on one line: blanks for tabs and line ends, pictures or code points for what steers.
    public static String line(String text) {
        int clean = 0;
        while (clean < text.length() && isPlain(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, clean);
        text.codePoints().skip(text.codePointCount(0, clean)).forEach(point -> append(line, point));
        return line.toString();
    }

    /// How one code point is shown.
    static String shown(int point) {
        StringBuilder shown = new StringBuilder(2);
        append(shown, point);
        return shown.toString();
    }

    /// The same text with a replacement character for every half of a surrogate pair that stands alone.
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    /// Whether a code point acts on a terminal or on the order of the text instead of being shown.
    static boolean steers(int point) {
        if (point < ' ' || (point >= 0x7f && point < 0xa0)) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.FORMAT -> point != ZERO_WIDTH_JOINER && point != ZERO_WIDTH_NON_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < 0x7f;
    }

    private static void append(StringBuilder line, int point) {
        if (point == '\t' || point == '\n' || point == '\r') {
            line.append(' ');
        } else if (point < ' ') {
            line.append((char) (CONTROL_PICTURES + point));
        } else if (isLoneSurrogate(point) || isNoCharacter(point)) {
            line.append(REPLACEMENT);
        } else if (steers(point)) {
            line.append("<U+%04X>".formatted(point));
        } else {
            line.appendCodePoint(point);
        }
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isNoCharacter(int point) {
        return (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isLoneSurrogate(point)) {
                repaired.append(REPLACEMENT);
            } else {
                repaired.appendCodePoint(point);
            }
        });
        return repaired.toString();
    }
}
