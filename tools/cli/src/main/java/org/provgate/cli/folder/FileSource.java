package org.provgate.cli.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.provgate.usecases.gate.Inspection;

/// A file on disk, to be read from any offset.
///
/// @param passed is told how many bytes more were read of the whole file, from its beginning on
record FileSource(Path file, long size, LongConsumer passed) implements Inspection.Source {

    @Override
    public InputStream open(long offset) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(offset);
            InputStream bytes = Channels.newInputStream(channel);
            return offset == 0 ? new Told(bytes, passed) : bytes;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static final class Told extends FilterInputStream {

        private final LongConsumer passed;

        Told(InputStream bytes, LongConsumer passed) {
            super(bytes);
            this.passed = passed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = in.read(to, from, length);
            if (read > 0) {
                passed.accept(read);
            }
            return read;
        }
    }
}
