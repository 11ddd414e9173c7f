package org.provgate.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.provgate.usecases.port.UncheckedStoreException;

/// A large object from some place to its end, in parts of which several are on their way at once: one stream from S3
/// is slower than what reads it. Whoever reads little causes no more than the first part.
///
/// Holds no more than the parts that are in flight. A part that cannot be had is an outage, met where it belongs in
/// the order of the bytes.
final class ReadAhead extends InputStream {

    private static final int ATTEMPTS = 3;

    /// How parts are asked for and how many at once.
    ///
    /// @param bytes of one part
    record Window(int bytes, int inFlight) {

        static final Window STANDARD = new Window(8 << 20, 4);
    }

    /// One range of the object.
    interface Parts {
        /// @throws IOException when the bytes stop coming
        byte[] read(long from, int length) throws IOException;
    }

    private final Parts parts;
    private final Window window;
    private final InputStream first;
    private final long end;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final ArrayDeque<Future<byte[]>> inFlight = new ArrayDeque<>();
    private long asked;
    private int leftOfFirst;
    private byte[] part = new byte[0];
    private int at;

    /// @param first the bytes of the first part, as they come
    /// @param from where the first part begins
    /// @param end of the object
    ReadAhead(Parts parts, Window window, InputStream first, long from, long end) {
        this.parts = parts;
        this.window = window;
        this.first = first;
        this.end = end;
        this.leftOfFirst = (int) Math.min(window.bytes(), end - from);
        this.asked = from + leftOfFirst;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (leftOfFirst > 0) {
            return ofFirst(bytes, offset, length);
        }
        if (at == part.length) {
            if (inFlight.isEmpty() && asked == end) {
                return -1;
            }
            ask();
            part = arrived(inFlight.remove());
            at = 0;
            ask();
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, bytes, offset, count);
        at += count;
        return count;
    }

    private int ofFirst(byte[] bytes, int offset, int length) throws IOException {
        int read = first.read(bytes, offset, Math.min(length, leftOfFirst));
        if (read < 0) {
            throw new IOException("the first part ended %d bytes too soon".formatted(leftOfFirst));
        }
        leftOfFirst -= read;
        // Nobody who only wants the beginning comes this far.
        if (leftOfFirst <= window.bytes() / 2) {
            ask();
        }
        return read;
    }

    private void ask() {
        while (asked < end && inFlight.size() < window.inFlight()) {
            long from = asked;
            int length = (int) Math.min(window.bytes(), end - from);
            inFlight.add(readers.submit(() -> patiently(from, length)));
            asked += length;
        }
    }

    private byte[] patiently(long from, int length) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] bytes = parts.read(from, length);
                if (bytes.length != length) {
                    throw new IOException("a part of %d bytes came with %d".formatted(length, bytes.length));
                }
                return bytes;
            } catch (IOException cutOff) {
                if (attempt == ATTEMPTS) {
                    throw cutOff;
                }
            }
        }
    }

    private static byte[] arrived(Future<byte[]> asked) {
        try {
            return asked.get();
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof UncheckedStoreException outage) {
                throw outage;
            }
            throw new UncheckedStoreException("could not read a part of an object", fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedStoreException("was stopped while it read an object", stopped);
        }
    }

    @Override
    public void close() throws IOException {
        readers.shutdownNow();
        first.close();
    }
}
