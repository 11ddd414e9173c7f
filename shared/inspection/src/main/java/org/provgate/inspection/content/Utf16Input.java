package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// UTF-16 with a byte order mark, as some spreadsheets write it, turned into UTF-8.
final class Utf16Input extends InputStream {

    private final Reader reader;
    private final char[] characters = new char[1 << 13];
    private byte[] bytes = new byte[0];
    private int at;
    private int kept;

    Utf16Input(InputStream in) {
        reader = new InputStreamReader(in, StandardCharsets.UTF_16);
    }

    static boolean marked(byte[] head, int length) {
        if (length < 4) {
            return false;
        }
        boolean little = head[0] == (byte) 0xff && head[1] == (byte) 0xfe && (head[2] != 0 || head[3] != 0);
        boolean big = head[0] == (byte) 0xfe && head[1] == (byte) 0xff;
        return little || big;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == bytes.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, to, from, count);
        at += count;
        return count;
    }

    /// A surrogate pair is not torn apart between two fills.
    private boolean fill() throws IOException {
        int read = reader.read(characters, kept, characters.length - kept);
        int size = kept + Math.max(0, read);
        if (size == 0) {
            return false;
        }
        kept = read > 0 && Character.isHighSurrogate(characters[size - 1]) ? 1 : 0;
        bytes = new String(characters, 0, size - kept).getBytes(StandardCharsets.UTF_8);
        at = 0;
        if (kept == 1) {
            characters[0] = characters[size - 1];
        }
        return bytes.length > 0 || fill();
    }
}
