package org.provgate.inspection.text;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/// Letters that stand for an ASCII letter to the eye, and characters the eye does not see at all.
public final class LookAlikes {

    private static final String FROM = "аеорсухіјѕԁһԛԝктмнвӏɡαορνικτηευχβμζɑ";
    private static final String TO = "aeopcyxijsdhqwktmhblgaopvikthevxbmza";

    private static final BitSet DISGUISES = new BitSet();

    static {
        IntStream.rangeClosed(0x80, 0xffff)
                .filter(ch -> hidden(ch) || FROM.indexOf(Character.toLowerCase(ch)) >= 0)
                .forEach(DISGUISES::set);
    }

    private LookAlikes() {}

    /// Zero-width, direction and variation characters: a phrase may be full of them and reads the same.
    public static boolean hidden(int ch) {
        return ch == 0xAD
                || ch == 0x34F
                || ch == 0x61C
                || (ch >= 0x115F && ch <= 0x1160)
                || ch == 0x180E
                || (ch >= 0x200B && ch <= 0x200F)
                || (ch >= 0x202A && ch <= 0x202E)
                || (ch >= 0x2060 && ch <= 0x206F)
                || ch == 0x3164
                || (ch >= 0xFE00 && ch <= 0xFE0F)
                || ch == 0xFEFF
                || (ch >= 0xE0000 && ch <= 0xE01EF);
    }

    /// The ASCII letter that a lower-case Cyrillic or Greek letter looks like, or the letter itself.
    static char ascii(char letter) {
        int at = FROM.indexOf(letter);
        return at < 0 ? letter : TO.charAt(at);
    }

    static boolean looksAscii(char letter) {
        return FROM.indexOf(letter) >= 0;
    }

    /// Full-width and mathematical letters and digits are the plain ones in another dress.
    static int plain(int ch) {
        if ((ch >= 0xFF10 && ch <= 0xFF19) || (ch >= 0xFF21 && ch <= 0xFF3A) || (ch >= 0xFF41 && ch <= 0xFF5A)) {
            return ch - 0xFEE0;
        }
        if (ch >= 0x1D400 && ch <= 0x1D7FF) {
            return Normalizer.normalize(Character.toString(ch), Normalizer.Form.NFKC)
                    .codePointAt(0);
        }
        return ch;
    }

    /// Whether the character may disguise a word of ASCII letters that it stands in.
    public static boolean disguise(int ch) {
        return ch > 0x7f && ch <= 0xffff && DISGUISES.get(ch);
    }

    /// The most usual of them.
    public static int[] disguises() {
        return IntStream.concat(
                        (FROM + FROM.toUpperCase(Locale.ROOT)).chars(),
                        IntStream.of(0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
                .distinct()
                .toArray();
    }
}
