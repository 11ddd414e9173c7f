package org.provgate.inspection.text;

/// Text for a regular expression that may be looked at so many times and no more: no pattern can run away.
public final class CountedText implements CharSequence {

    private static final long LOOKS = 1_000_000;
    private static final long LOOKS_A_CHARACTER = 200;

    private final String text;
    private long left;

    /// With enough looks for all patterns on any honest text.
    public CountedText(String text) {
        this.text = text;
        this.left = LOOKS + LOOKS_A_CHARACTER * text.length();
    }

    /// Thrown out of the matcher when the looks are used up.
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("a pattern looked at its text too often", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
