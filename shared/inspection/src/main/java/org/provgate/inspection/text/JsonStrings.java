package org.provgate.inspection.text;

import java.nio.charset.StandardCharsets;

/// The characters that the inside of a JSON string stands for.
public final class JsonStrings {

    private JsonStrings() {}

    /// @param from index behind the opening quote
    /// @param to index of the closing quote
    public static String decode(byte[] bytes, int from, int to) {
        int escape = indexOf(bytes, (byte) '\\', from, to);
        if (escape < 0) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        while (escape >= 0 && escape + 1 < to) {
            text.append(new String(bytes, plain, escape - plain, StandardCharsets.UTF_8));
            plain = escape + 2;
            switch (bytes[escape + 1]) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> plain = unicode(bytes, escape, to, text);
                default -> text.append((char) (bytes[escape + 1] & 0xff));
            }
            escape = indexOf(bytes, (byte) '\\', plain, to);
        }
        return text.append(new String(bytes, plain, Math.max(0, to - plain), StandardCharsets.UTF_8))
                .toString();
    }

    private static int unicode(byte[] bytes, int escape, int to, StringBuilder text) {
        int value = 0;
        for (int i = escape + 2; i < escape + 6; i++) {
            int digit = i < to ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                text.append("\\u");
                return escape + 2;
            }
            value = value * 16 + digit;
        }
        text.append((char) value);
        return escape + 6;
    }

    private static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
