package org.provgate.inspection.text;

import org.provgate.core.facts.Evidence;

/// A few words round a hit, fit to be shown anywhere.
public final class Excerpt {

    private static final int BEFORE = 12;

    private Excerpt() {}

    /// The text from a little before `start`, at most [Evidence#EXCERPT_LIMIT] UTF-16 units of it, without control and
    /// hidden characters, on one line.
    public static String around(String text, int start, int end) {
        int from = end - start >= Evidence.EXCERPT_LIMIT ? start : Math.max(0, start - BEFORE);
        StringBuilder excerpt = new StringBuilder();
        for (int i = from; i < text.length(); ) {
            int ch = text.codePointAt(i);
            int clean = clean(ch);
            if (excerpt.length() + Character.charCount(clean) > Evidence.EXCERPT_LIMIT) {
                break;
            }
            boolean doubled = clean == ' ' && (excerpt.isEmpty() || excerpt.charAt(excerpt.length() - 1) == ' ');
            if (!LookAlikes.hidden(ch) && !doubled) {
                excerpt.appendCodePoint(clean);
            }
            i += Character.charCount(ch);
        }
        return excerpt.toString().strip();
    }

    private static int clean(int ch) {
        if (Character.isISOControl(ch) || Character.isWhitespace(ch) || ch == 0x2028 || ch == 0x2029) {
            return ' ';
        }
        return ch >= Character.MIN_SURROGATE && ch <= Character.MAX_SURROGATE ? 0xFFFD : ch;
    }
}
