package org.provgate.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.provgate.core.facts.Sha256;

/// The stored bytes of one object version. May be opened again and again, also from the middle.
public interface ByteSource {

    long size();

    /// Of all its bytes, where whoever stores them measured that already.
    default Optional<Sha256> sha256() {
        return Optional.empty();
    }

    /// The bytes from `offset` to the end; the caller closes the stream.
    InputStream open(long offset) throws IOException;
}
