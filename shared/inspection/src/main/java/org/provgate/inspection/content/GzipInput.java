package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// One gzip member after the other, each with its checksum and length checked. What is wrong is named.
final class GzipInput extends InputStream {

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[1 << 16];
    private int at;
    private int end;
    private boolean inMember;
    private boolean anyMember;
    private boolean ended;

    GzipInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!ended && length > 0) {
            if (!inMember && !header()) {
                break;
            }
            int read = inflate(bytes, from, length);
            if (read > 0) {
                check.update(bytes, from, read);
                return read;
            }
            if (inflater.finished()) {
                trailer();
            }
        }
        ended |= length > 0;
        return length > 0 ? -1 : 0;
    }

    private int inflate(byte[] bytes, int from, int length) throws IOException {
        try {
            if (inflater.needsInput()) {
                if (at == end && !fill()) {
                    throw cutOff();
                }
                inflater.setInput(packed, at, end - at);
                at = end;
            }
            int read = inflater.inflate(bytes, from, length);
            if (read == 0 && inflater.needsDictionary()) {
                throw ContentFault.unreadable("the gzip data is corrupt");
            }
            return read;
        } catch (DataFormatException _) {
            throw ContentFault.unreadable("the gzip data is corrupt");
        }
    }

    private static ContentFault cutOff() {
        return ContentFault.unreadable("the gzip data is cut off");
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(packed, 0, packed.length));
        return end > 0;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw cutOff();
        }
        return packed[at++] & 0xff;
    }

    /// Whether another member begins. Zeros behind the last one are padding.
    private boolean header() throws IOException {
        do {
            if (at == end && !fill()) {
                return false;
            }
        } while (anyMember && packed[at] == 0 && at++ < end);
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            throw ContentFault.unreadable(
                    anyMember ? "something that is no gzip follows the gzip data" : "the gzip header is corrupt");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        check.reset();
        inMember = true;
        anyMember = true;
        return true;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Names in headers are not the content's.
        }
    }

    private void trailer() throws IOException {
        at = end - inflater.getRemaining();
        long length = inflater.getBytesWritten() & 0xffffffffL;
        if (four() != check.getValue()) {
            throw ContentFault.unreadable("the gzip checksum does not match");
        }
        if (four() != length) {
            throw ContentFault.unreadable("the gzip length does not match");
        }
        inMember = false;
    }

    private long four() throws IOException {
        return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
