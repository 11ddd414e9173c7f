package org.provgate.inspection.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes rows of columnar files as JSON, one a line, so that they go the same way as all others.
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1 << 16];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void mark(char mark) {
        room(1);
        bytes[size++] = (byte) mark;
    }

    /// A number, `true`, `false` or `null`.
    void bare(String word) {
        room(word.length());
        for (int i = 0; i < word.length(); i++) {
            bytes[size++] = (byte) word.charAt(i);
        }
    }

    void key(String name) {
        string(name);
        mark(':');
    }

    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        string(utf8, 0, utf8.length);
    }

    void string(byte[] text, int from, int to) {
        room((to - from) + 2);
        bytes[size++] = '"';
        int plain = from;
        for (int i = from; i < to; i++) {
            byte value = text[i];
            if (value == '"' || value == '\\' || (value >= 0 && value < ' ')) {
                copy(text, plain, i);
                escape(value);
                plain = i + 1;
            }
        }
        copy(text, plain, to);
        mark('"');
    }

    private void copy(byte[] text, int from, int to) {
        room(to - from);
        System.arraycopy(text, from, bytes, size, to - from);
        size += to - from;
    }

    private void escape(byte value) {
        room(6);
        bytes[size++] = '\\';
        switch (value) {
            case '\n' -> bytes[size++] = 'n';
            case '\t' -> bytes[size++] = 't';
            case '\r' -> bytes[size++] = 'r';
            case '"', '\\' -> bytes[size++] = value;
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[value >> 4];
                bytes[size++] = HEX[value & 15];
            }
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
