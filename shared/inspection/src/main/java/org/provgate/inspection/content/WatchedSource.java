package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.provgate.core.facts.Sha256;
import org.provgate.inspection.ByteSource;

/// A source that remembers how it failed. Whoever reads it may take that for a fault of the content, as libraries do:
/// so whatever was made of the content, what is remembered here comes first.
final class WatchedSource implements ByteSource {

    private final ByteSource source;
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());

    WatchedSource(ByteSource source) {
        this.source = source;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public Optional<Sha256> sha256() {
        return source.sha256();
    }

    @Override
    public InputStream open(long offset) throws IOException {
        try {
            return new WatchedInput(source.open(offset), Math.max(0, size() - offset));
        } catch (IOException | RuntimeException fault) {
            remember(fault);
            throw fault;
        }
    }

    private void remember(Exception fault) {
        failure.updateAndGet(first -> first.isPresent() ? first : Optional.of(fault));
    }

    /// Throws the first failure as it was, if there was one.
    void rethrow() throws IOException {
        Optional<Exception> met = failure.get();
        if (met.isPresent()) {
            switch (met.get()) {
                case IOException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case Exception fault -> throw new IllegalStateException(fault);
            }
        }
    }

    private final class WatchedInput extends InputStream {

        private final InputStream in;
        private long left;

        /// @param left how many bytes the source owes
        WatchedInput(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                int read = in.read(bytes, from, length);
                if (read < 0 && left > 0) {
                    throw new IOException("the source ended %d bytes too soon".formatted(left));
                }
                left -= Math.max(0, read);
                return read;
            } catch (IOException | RuntimeException fault) {
                remember(fault);
                throw fault;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
