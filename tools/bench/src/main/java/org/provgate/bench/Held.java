package org.provgate.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.provgate.inspection.ByteSource;

/// An object whose bytes are all in memory.
@SuppressWarnings("ArrayRecordComponent")
record Held(byte[] content) implements ByteSource {

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open(long offset) {
        return new ByteArrayInputStream(content, (int) offset, content.length - (int) offset);
    }
}
