package org.provgate.inspection.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A string in the form that patterns are matched on: lower case, one space between words, plain apostrophes, without
/// hidden characters and emphasis marks, look-alike letters taken for the letter they look like. Two line breaks or
/// more stay one line break: a clause does not reach across them.
public final class FoldedText {

    /// Lower-case letters in the places of ASCII's letters, else zero.
    private static final char[] LOWER = new char[0x80];

    static {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            LOWER[letter] = letter;
            LOWER[letter - 32] = letter;
        }
    }

    private final String shown;
    private final String folded;
    private final byte[] utf8;
    private int @Nullable [] origin;

    private FoldedText(String shown, String folded, byte[] utf8, int @Nullable [] origin) {
        this.shown = shown;
        this.folded = folded;
        this.utf8 = utf8;
        this.origin = origin;
    }

    public static FoldedText of(String shown) {
        byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == shown.length() && new String(bytes, StandardCharsets.ISO_8859_1).equals(shown)) {
            byte[] plain = PlainFolding.of(bytes);
            return new FoldedText(shown, new String(plain, StandardCharsets.ISO_8859_1), plain, null);
        }
        Folding folding = new Folding(shown);
        String folded = folding.text();
        return new FoldedText(shown, folded, folded.getBytes(StandardCharsets.UTF_8), folding.origin());
    }

    public String shown() {
        return shown;
    }

    public String folded() {
        return folded;
    }

    /// Where in [#shown()] the character at `index` of [#folded()] stands.
    public int shownAt(int index) {
        int[] places = origin;
        if (places == null) {
            places = PlainFolding.origin(shown, folded.length());
            origin = places;
        }
        return index < places.length ? places[index] : shown.length();
    }

    /// The folded text. Belongs to this object.
    public byte[] utf8() {
        return utf8;
    }

    private static final class Folding {

        private final char[] from;
        private char[] to;
        private int[] origin;
        private int size;
        private int wordStart;
        private boolean wordHasAscii;
        private boolean wordHasLookAlike;

        Folding(String shown) {
            from = shown.toCharArray();
            to = new char[from.length];
            origin = new int[from.length];
            for (int i = 0; i < from.length; ) {
                i = from[i] < 0x80 && LOWER[from[i]] != 0 ? letters(i) : other(i);
            }
            endWord();
        }

        /// Most of any text.
        private int letters(int start) {
            int i = start;
            int end = Math.min(from.length, start + to.length - size);
            for (; i < end && from[i] < 0x80 && LOWER[from[i]] != 0; i++) {
                to[size] = LOWER[from[i]];
                origin[size++] = i;
            }
            wordHasAscii = true;
            return i == start ? fold(i, from[i]) : i;
        }

        private int other(int at) {
            int ch = from[at] < 0x80 ? from[at] : Character.codePointAt(from, at);
            return ch <= ' ' || ch == 0xA0 || ch == 0x3000 || ch == 0x2028 ? space(at) : fold(at, ch);
        }

        String text() {
            return new String(to, 0, size);
        }

        int[] origin() {
            return Arrays.copyOf(origin, size);
        }

        private int space(int start) {
            endWord();
            int breaks = 0;
            int i = start;
            for (; i < from.length; i++) {
                char ch = from[i];
                if (ch == '\n' || ch == 0x2028) {
                    breaks++;
                } else if (ch > ' ' && (ch < 0x80 || (ch != 0xA0 && ch != 0x3000 && !LookAlikes.hidden(ch)))) {
                    break;
                }
            }
            put(breaks > 1 ? '\n' : ' ', start);
            wordStart = size;
            return i;
        }

        private int fold(int at, int ch) {
            int next = at + Character.charCount(ch);
            if (ch < 0x80) {
                ascii(at, (char) ch);
            } else if (!LookAlikes.hidden(ch)) {
                other(at, LookAlikes.plain(ch));
            }
            return next;
        }

        private void ascii(int at, char ch) {
            if (ch >= 'A' && ch <= 'Z') {
                put((char) (ch + 32), at);
                wordHasAscii = true;
            } else if (ch >= 'a' && ch <= 'z') {
                put(ch, at);
                wordHasAscii = true;
            } else if (ch != '*' && ch != '`') {
                endWord();
                put(ch, at);
                wordStart = size;
            }
        }

        private void other(int at, int ch) {
            if (ch < 0x80) {
                ascii(at, (char) ch);
            } else if (ch == 0x2018 || ch == 0x2019 || ch == 0x2BC || ch == 0x2032 || ch == 0xFF07) {
                put('\'', at);
            } else if (ch == 0x2010 || ch == 0x2011) {
                put('-', at);
            } else if (Character.isBmpCodePoint(ch)) {
                char lower = Character.toLowerCase((char) ch);
                wordHasLookAlike |= LookAlikes.looksAscii(lower);
                put(lower, at);
            } else {
                put(Character.highSurrogate(ch), at);
                put(Character.lowSurrogate(ch), at);
            }
        }

        private void endWord() {
            if (wordHasAscii && wordHasLookAlike) {
                for (int i = wordStart; i < size; i++) {
                    to[i] = LookAlikes.ascii(to[i]);
                }
            }
            wordHasAscii = false;
            wordHasLookAlike = false;
            wordStart = size;
        }

        private void put(char ch, int at) {
            if (size == to.length) {
                to = Arrays.copyOf(to, size + 16);
                origin = Arrays.copyOf(origin, size + 16);
            }
            to[size] = ch;
            origin[size++] = at;
        }
    }
}
