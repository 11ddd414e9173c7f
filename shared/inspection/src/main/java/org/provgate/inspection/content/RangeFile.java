package org.provgate.inspection.content;

import dev.hardwood.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.provgate.inspection.ByteSource;

/// A source as a file that is read in ranges.
final class RangeFile implements InputFile {

    private static final int LARGEST_RANGE = 1 << 30;

    private final ByteSource source;

    RangeFile(ByteSource source) {
        this.source = source;
    }

    @Override
    public void open() {
        // Every range opens the source anew.
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || length > LARGEST_RANGE || offset + length > source.size()) {
            throw ContentFault.unreadable("it points beyond its end");
        }
        byte[] bytes;
        try (InputStream in = source.open(offset)) {
            bytes = in.readNBytes(length);
        }
        if (bytes.length < length) {
            throw ContentFault.unreadable("it ends too soon");
        }
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public long length() {
        return source.size();
    }

    @Override
    public String name() {
        return "object";
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
