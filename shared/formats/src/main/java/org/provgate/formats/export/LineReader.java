package org.provgate.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lines out of a stream, none of which can fill the memory.
final class LineReader {

    /// The longest line that is read, in bytes.
    static final int LINE_LIMIT = 16 << 20;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int at;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    sealed interface Next {

        @SuppressWarnings("ArrayRecordComponent")
        record Line(byte[] bytes) implements Next {}

        record TooLong() implements Next {}

        record Over() implements Next {}
    }

    Next next() throws IOException {
        int length = 0;
        boolean begun = false;
        while (true) {
            if (at == end) {
                end = Math.max(0, in.read(buffer));
                at = 0;
                if (end == 0) {
                    return begun ? line(length) : new Next.Over();
                }
            }
            begun = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            length = kept(length, stop - at);
            boolean whole = stop < end;
            at = whole ? stop + 1 : stop;
            if (whole) {
                return line(length);
            }
        }
    }

    /// Of a line that is too long no more than the limit and a byte.
    private int kept(int length, int more) {
        int kept = Math.min(more, LINE_LIMIT + 1 - length);
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.min(LINE_LIMIT + 1, Math.max(length + kept, line.length * 2)));
        }
        System.arraycopy(buffer, at, line, length, kept);
        return length + kept;
    }

    private Next line(int length) {
        return length > LINE_LIMIT ? new Next.TooLong() : new Next.Line(Arrays.copyOf(line, length));
    }
}
