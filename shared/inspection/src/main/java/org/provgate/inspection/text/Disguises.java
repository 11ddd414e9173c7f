package org.provgate.inspection.text;

/// The words of a string that are not all plain letters, one by one, in plain letters: with what the eye does not see
/// left out, and every look-alike taken for the letter it looks like.
public final class Disguises {

    private static final int LONGEST = 40;

    private final String text;
    private final StringBuilder word = new StringBuilder();
    private int at;

    public Disguises(String text) {
        this.text = text;
    }

    /// Moves on to the next word; answers `false` when there is none.
    public boolean next() {
        while (at < text.length() && !disguised(at)) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        int from = at;
        while (from > 0 && belongs(text.charAt(from - 1))) {
            from--;
        }
        word.setLength(0);
        for (at = from; at < text.length() && belongs(text.charAt(at)); at++) {
            if (!LookAlikes.hidden(text.charAt(at)) && word.length() <= LONGEST) {
                word.append(LookAlikes.ascii(Character.toLowerCase(text.charAt(at))));
            }
        }
        return true;
    }

    /// In lower case; what is too long to be a word is cut.
    public String word() {
        return word.toString();
    }

    private boolean disguised(int index) {
        char ch = text.charAt(index);
        return ch > 0x7f
                && LookAlikes.disguise(ch)
                && ((index > 0 && letter(text.charAt(index - 1)))
                        || (index + 1 < text.length() && letter(text.charAt(index + 1))));
    }

    private static boolean belongs(char ch) {
        return letter(ch) || LookAlikes.disguise(ch);
    }

    private static boolean letter(char ch) {
        return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
    }
}
