package org.provgate.cli.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.provgate.usecases.gate.Inspection;

/// A file on disk, to be read from any offset.
record FileSource(Path file, long size) implements Inspection.Source {

    @Override
    public InputStream open(long offset) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(offset);
            return Channels.newInputStream(channel);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
