package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.provgate.core.facts.Sha256;

/// The stored bytes, counted and hashed while they are read. That the source fails is not the content's fault, so it
/// is told apart from every other exception.
public final class StoredInput extends InputStream {

    private static final int DRAIN = 1 << 16;

    private final InputStream in;
    private final MessageDigest digest;
    private long count;

    public StoredInput(InputStream in) {
        this.in = in;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            int read = in.read(bytes, from, length);
            if (read > 0) {
                digest.update(bytes, from, read);
                count += read;
            }
            return read;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Reads what is left, for the digest.
    public void drain() {
        byte[] rest = new byte[DRAIN];
        while (read(rest, 0, rest.length) >= 0) {
            // Only the digest wants it.
        }
    }

    public long count() {
        return count;
    }

    /// Of everything read so far; the last thing to be asked for.
    public Sha256 sha256() {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }
}
