package org.provgate.inspection.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.provgate.inspection.rows.Bytes;

/// Writes rows of columnar files as JSON, one a line, so that they go the same way as all others.
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final int LOOKED_AT = 64;

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int rowFrom;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        rowFrom = 0;
    }

    void beginRow() {
        rowFrom = size;
    }

    /// Forgets the row in the making.
    void dropRow() {
        size = rowFrom;
    }

    /// Bytes of the row in the making.
    int rowSize() {
        return size - rowFrom;
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
        for (int at = Bytes.indexOfEscaped(text, from, to); at < to; at = Bytes.indexOfEscaped(text, plain, to)) {
            copy(text, plain, at);
            escape(text[at]);
            plain = at + 1;
        }
        copy(text, plain, to);
        mark('"');
    }

    /// Bytes that may be text. Pictures and the like are left out; what is no UTF-8 among the rest does not count.
    void opaque(byte[] content, int from, int to) {
        if (Bytes.indexOf(content, (byte) 0, from, Math.min(to, from + LOOKED_AT)) >= 0) {
            bare("null");
            return;
        }
        int fault = Bytes.malformed(content, from, to, true);
        if (fault < 0) {
            string(content, from, to);
            return;
        }
        byte[] clean = Arrays.copyOfRange(content, from, to);
        for (int at = fault - from; at >= 0; at = Bytes.malformed(clean, at + 1, clean.length, true)) {
            clean[at] = ' ';
        }
        string(clean, 0, clean.length);
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
