package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A stream whose first bytes are looked at before they are read. A fault in them is met again where it happened.
final class HeadInput extends InputStream {

    private final InputStream in;
    private final byte[] head;
    private final int length;
    private final Optional<IOException> fault;
    private int at;

    HeadInput(InputStream in, int most) {
        this.in = in;
        head = new byte[most];
        int read = 0;
        Optional<IOException> met = Optional.empty();
        try {
            while (read < most) {
                int more = in.read(head, read, most - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
        } catch (IOException failure) {
            met = Optional.of(failure);
        }
        length = read;
        fault = met;
    }

    byte[] head() {
        return head;
    }

    int headLength() {
        return length;
    }

    Optional<IOException> fault() {
        return fault;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (at < length) {
            int copied = Math.min(count, length - at);
            System.arraycopy(head, at, bytes, from, copied);
            at += copied;
            return copied;
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
        return in.read(bytes, from, count);
    }
}
