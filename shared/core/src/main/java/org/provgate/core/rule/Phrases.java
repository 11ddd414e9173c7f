package org.provgate.core.rule;

import java.util.Collection;
import java.util.List;

/// Pieces of messages. Whatever a contributor wrote is cut to a length and freed of control characters.
public final class Phrases {

    private static final int LONGEST = 100;

    private static final int MOST_NAMES = 5;

    private Phrases() {}

    /// Text of the contributor's in quotation marks.
    public static String quoted(String text) {
        return "\"" + plain(text) + "\"";
    }

    /// Text of the contributor's as part of a sentence.
    public static String plain(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        StringBuilder safe = new StringBuilder(end + 1);
        text.substring(0, end).codePoints().forEach(c -> safe.appendCodePoint(unsafe(c) ? '\uFFFD' : c));
        return end < text.length() ? safe.append('…').toString() : safe.toString();
    }

    /// `a`, `a and b`, `a, b and c`; the first few and a number when there are many.
    public static String listed(Collection<String> names) {
        List<String> shown =
                names.stream().limit(MOST_NAMES).map(Phrases::plain).toList();
        int more = names.size() - shown.size();
        if (more > 0) {
            return String.join(", ", shown) + " and %,d more".formatted(more);
        }
        return shown.size() < 2
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast();
    }

    /// `once`, `twice`, `17 times`.
    public static String times(long count) {
        if (count == 1) {
            return "once";
        }
        return count == 2 ? "twice" : "%,d times".formatted(count);
    }

    private static boolean unsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
