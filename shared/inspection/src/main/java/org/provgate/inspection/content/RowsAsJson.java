package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Rows of a columnar file as a stream of JSON lines.
abstract class RowsAsJson extends InputStream {

    private static final int ENOUGH = 1 << 16;

    private final JsonBytes json = new JsonBytes();
    private int at;
    private boolean ended;
    private Optional<IOException> fault = Optional.empty();

    /// Appends the next row with its line break, or answers `false` when there is none.
    abstract boolean next(JsonBytes to) throws IOException;

    /// Where a row cannot be read, those that came before are handed on first.
    private void fill() {
        try {
            while (!ended && json.size() < ENOUGH) {
                json.beginRow();
                ended = !next(json);
            }
        } catch (IOException met) {
            json.dropRow();
            ended = true;
            fault = Optional.of(met);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == json.size()) {
            json.clear();
            at = 0;
            fill();
            if (json.size() == 0 && fault.isPresent()) {
                throw fault.get();
            }
            if (json.size() == 0) {
                return -1;
            }
        }
        int count = Math.min(length, json.size() - at);
        System.arraycopy(json.bytes(), at, bytes, from, count);
        at += count;
        return count;
    }
}
