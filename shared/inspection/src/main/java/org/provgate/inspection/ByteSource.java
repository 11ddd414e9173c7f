package org.provgate.inspection;

import java.io.IOException;
import java.io.InputStream;

/// The stored bytes of one object version. May be opened again and again, also from the middle.
public interface ByteSource {

    long size();

    /// The bytes from `offset` to the end; the caller closes the stream.
    InputStream open(long offset) throws IOException;
}
