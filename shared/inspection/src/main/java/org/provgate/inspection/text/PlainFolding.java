package org.provgate.inspection.text;

import java.util.Arrays;

/// [FoldedText] of text that is all ASCII, which most is: a byte at a time.
final class PlainFolding {

    private static final byte SPACE = -1;
    private static final byte NOTHING = -2;
    private static final byte[] FOLDED = new byte[0x80];

    static {
        for (int ch = 0; ch < FOLDED.length; ch++) {
            FOLDED[ch] = ch <= ' ' ? SPACE : (byte) (ch >= 'A' && ch <= 'Z' ? ch + 32 : ch);
        }
        FOLDED['*'] = NOTHING;
        FOLDED['`'] = NOTHING;
    }

    private PlainFolding() {}

    static byte[] of(byte[] from) {
        byte[] to = new byte[from.length];
        int size = 0;
        for (int i = 0; i < from.length; ) {
            byte folded = FOLDED[from[i]];
            if (folded >= 0) {
                to[size++] = folded;
                i++;
            } else if (folded == NOTHING) {
                i++;
            } else {
                int breaks = 0;
                for (; i < from.length && from[i] <= ' '; i++) {
                    breaks += from[i] == '\n' ? 1 : 0;
                }
                to[size++] = (byte) (breaks > 1 ? '\n' : ' ');
            }
        }
        return size == to.length ? to : Arrays.copyOf(to, size);
    }

    /// Where the characters of the folded text stand in the text.
    static int[] origin(String shown, int size) {
        int[] origin = new int[size];
        int at = 0;
        for (int i = 0; i < shown.length() && at < size; ) {
            byte folded = FOLDED[shown.charAt(i)];
            if (folded != NOTHING) {
                origin[at++] = i;
            }
            i++;
            while (folded == SPACE && i < shown.length() && shown.charAt(i) <= ' ') {
                i++;
            }
        }
        return origin;
    }
}
