package org.provgate.inspection.content;

/// One LZ4 frame in memory, as Arrow packs its buffers. Checksums are passed over.
final class Lz4Frame {

    private static final int MAGIC = 0x184D2204;
    private static final int VERSION = 0xC0;
    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int DICTIONARY = 0x01;
    private static final int SHORTEST_MATCH = 4;
    private static final int LONG = 15;

    private final byte[] in;
    private final int end;
    private final byte[] out;
    private int at;
    private int written;

    private Lz4Frame(byte[] in, int from, int to, byte[] out) {
        this.in = in;
        this.at = from;
        this.end = to;
        this.out = out;
    }

    /// Fills `out` to its end; what does not fit, or leaves it short, is corrupt.
    static void unpack(byte[] in, int from, int to, byte[] out) throws ContentFault {
        Lz4Frame frame = new Lz4Frame(in, from, to, out);
        frame.blocks();
        if (frame.written != out.length) {
            throw FlatTable.corrupt();
        }
    }

    private void blocks() throws ContentFault {
        if (four() != MAGIC) {
            throw FlatTable.corrupt();
        }
        int flags = one();
        if ((flags & VERSION) != 0x40 || (flags & DICTIONARY) != 0) {
            throw FlatTable.corrupt();
        }
        skip(2 + ((flags & CONTENT_SIZE) != 0 ? Long.BYTES : 0));
        for (int size = four(); size != 0; size = four()) {
            int length = size & Integer.MAX_VALUE;
            if (length > end - at) {
                throw FlatTable.corrupt();
            }
            if (size < 0) {
                copy(length);
            } else {
                block(at + length);
            }
            skip((flags & BLOCK_CHECKSUM) != 0 ? Integer.BYTES : 0);
        }
    }

    private void block(int stop) throws ContentFault {
        while (at < stop) {
            int token = one();
            copy(length(token >> 4));
            if (at >= stop) {
                break;
            }
            int distance = one() | one() << 8;
            match(distance, length(token & LONG) + SHORTEST_MATCH);
        }
        if (at != stop) {
            throw FlatTable.corrupt();
        }
    }

    private int length(int begun) throws ContentFault {
        int length = begun;
        if (begun == LONG) {
            int more;
            do {
                more = one();
                length += more;
                if (length > out.length) {
                    throw FlatTable.corrupt();
                }
            } while (more == 0xff);
        }
        return length;
    }

    private void match(int distance, int length) throws ContentFault {
        if (distance == 0 || distance > written || length > out.length - written) {
            throw FlatTable.corrupt();
        }
        if (distance >= length) {
            System.arraycopy(out, written - distance, out, written, length);
        } else {
            for (int i = written; i < written + length; i++) {
                out[i] = out[i - distance];
            }
        }
        written += length;
    }

    private void copy(int length) throws ContentFault {
        if (length > end - at || length > out.length - written) {
            throw FlatTable.corrupt();
        }
        System.arraycopy(in, at, out, written, length);
        at += length;
        written += length;
    }

    private void skip(int count) throws ContentFault {
        if (count > end - at) {
            throw FlatTable.corrupt();
        }
        at += count;
    }

    private int one() throws ContentFault {
        if (at >= end) {
            throw FlatTable.corrupt();
        }
        return in[at++] & 0xff;
    }

    private int four() throws ContentFault {
        return one() | one() << 8 | one() << 16 | one() << 24;
    }
}
