package org.provgate.cli.command;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file of facts on disk: lines of JSON, packed with zstd or as they are.
final class ExportFile {

    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private static final int LEVEL = 9;

    private ExportFile() {}

    /// By its first bytes, whatever its name says.
    static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            bytes.mark(ZSTD.length);
            byte[] head = bytes.readNBytes(ZSTD.length);
            bytes.reset();
            return Arrays.equals(head, ZSTD) ? new ZstdInputStream(bytes) : bytes;
        } catch (IOException fault) {
            bytes.close();
            throw fault;
        }
    }

    /// Packed, with a checksum; the same bytes for the same lines.
    static OutputStream packed(OutputStream out) throws IOException {
        ZstdOutputStream packed = new ZstdOutputStream(out, LEVEL);
        packed.setChecksum(true);
        return packed;
    }
}
