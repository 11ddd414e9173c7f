package org.provgate.inspection.content;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Zstandard frames, one after the other. What is wrong is named.
final class ZstdInput extends InputStream {

    private static final int LARGEST_WINDOW_LOG = 27;

    private final ZstdInputStreamNoFinalizer in;

    ZstdInput(InputStream packed) throws IOException {
        in = new ZstdInputStreamNoFinalizer(packed);
        in.setContinuous(false);
        in.setLongMax(LARGEST_WINDOW_LOG);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return in.read(bytes, from, length);
        } catch (EOFException _) {
            throw ContentFault.unreadable("the zstd data is cut off");
        } catch (ZstdIOException fault) {
            boolean cutOff = String.valueOf(fault.getMessage()).contains("Truncated");
            throw ContentFault.unreadable(
                    cutOff ? "the zstd data is cut off" : "the zstd data is corrupt or needs too large a window");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
