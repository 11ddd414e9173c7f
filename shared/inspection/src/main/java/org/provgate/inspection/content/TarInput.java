package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The members of a tar archive, in their order.
final class TarInput {

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private long left;
    private long padding;
    private String longName = "";

    TarInput(InputStream in) {
        this.in = in;
    }

    /// @param file whether it holds bytes of its own
    record Member(String name, boolean file) {}

    /// The next member; empty at the end of the archive.
    Optional<Member> next() throws IOException {
        skip(left + padding);
        byte[] header = new byte[BLOCK];
        while (true) {
            int read = in.readNBytes(header, 0, BLOCK);
            if (read == 0 || (read == BLOCK && blank(header))) {
                return Optional.empty();
            }
            if (read < BLOCK) {
                throw cutOff();
            }
            checksum(header);
            left = size(header);
            padding = (BLOCK - left % BLOCK) % BLOCK;
            switch (header[156]) {
                case 'L' -> longName = text(bounded(), 0, (int) left);
                case 'x' -> longName = paxPath();
                case 'g', 'K' -> skip(left + padding);
                default -> {
                    String name = longName.isEmpty() ? name(header) : longName;
                    longName = "";
                    return Optional.of(new Member(name, header[156] == '0' || header[156] == 0));
                }
            }
        }
    }

    /// The bytes of the member at hand.
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (left == 0 || length == 0) {
                    return length == 0 ? 0 : -1;
                }
                int read = in.read(bytes, from, (int) Math.min(length, left));
                if (read < 0) {
                    throw cutOff();
                }
                left -= read;
                return read;
            }
        };
    }

    private static ContentFault cutOff() {
        return ContentFault.unreadable("the tar archive is cut off");
    }

    private static ContentFault corrupt() {
        return ContentFault.unreadable("a header of the tar archive is corrupt");
    }

    private void skip(long count) throws IOException {
        byte[] dump = new byte[1 << 13];
        for (long rest = count; rest > 0; ) {
            int read = in.read(dump, 0, (int) Math.min(dump.length, rest));
            if (read < 0) {
                throw cutOff();
            }
            rest -= read;
        }
        left = 0;
        padding = 0;
    }

    private byte[] bounded() throws IOException {
        if (left > LONGEST_NAME) {
            throw corrupt();
        }
        byte[] bytes = in.readNBytes((int) left);
        if (bytes.length < left) {
            throw cutOff();
        }
        skip(padding);
        return bytes;
    }

    private String paxPath() throws IOException {
        String records = new String(bounded(), StandardCharsets.UTF_8);
        int at = records.indexOf(" path=");
        int end = records.indexOf('\n', Math.max(0, at));
        return at < 0 || end < 0 ? "" : records.substring(at + 6, end);
    }

    private static boolean blank(byte[] header) {
        for (byte value : header) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static void checksum(byte[] header) throws ContentFault {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != octal(header, 148, 8)) {
            throw corrupt();
        }
    }

    private static long size(byte[] header) throws ContentFault {
        if ((header[124] & 0x80) != 0) {
            long size = 0;
            for (int i = 128; i < 136; i++) {
                size = (size << 8) | (header[i] & 0xff);
            }
            if (size < 0) {
                throw corrupt();
            }
            return size;
        }
        return octal(header, 124, 12);
    }

    private static long octal(byte[] header, int from, int length) throws ContentFault {
        long value = 0;
        for (int i = from; i < from + length && header[i] != 0; i++) {
            if (header[i] != ' ') {
                if (header[i] < '0' || header[i] > '7') {
                    throw corrupt();
                }
                value = value * 8 + header[i] - '0';
            }
        }
        return value;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        String prefix = text(header, 345, 155);
        return prefix.isEmpty() || header[257] != 'u' ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
