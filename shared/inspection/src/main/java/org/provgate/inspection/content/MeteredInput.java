package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;

/// Content on its way in: stops when the budget is spent.
final class MeteredInput extends InputStream {

    private final InputStream in;
    private final Budget budget;
    private final boolean unpacked;

    /// @param unpacked whether these bytes came out of a compression
    MeteredInput(InputStream in, Budget budget, boolean unpacked) {
        this.in = in;
        this.budget = budget;
        this.unpacked = unpacked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        budget.time();
        int read = in.read(bytes, from, length);
        if (unpacked && read > 0) {
            budget.unpacked(read);
        }
        return read;
    }
}
