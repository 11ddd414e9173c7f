package org.provgate.inspection.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.provgate.inspection.fingerprint.Triggers;
import org.provgate.inspection.scan.Hits;

/// Reads a stream through a buffer that holds one row at least, scans every byte once, and hands on row by row.
public final class RowFeed {

    /// Bytes that are read, searched and split at a time.
    public static final int CHUNK = 1 << 18;

    private final InputStream in;
    private final RowSplitter splitter;
    private final Triggers triggers;
    private final RowSink sink;
    private final int longestRow;
    private final Hits hits = new Hits();
    private byte[] buffer = new byte[2 * CHUNK];
    private int start;
    private int end;
    private int nextHit;
    private int openEnd;
    private long line = 1;
    private boolean last;
    private boolean wellFormed = true;
    private boolean giving;

    public RowFeed(InputStream in, RowSplitter splitter, Triggers triggers, int longestRow, RowSink sink) {
        this.in = in;
        this.splitter = splitter;
        this.triggers = triggers;
        this.longestRow = longestRow;
        this.sink = sink;
    }

    /// Where reading fails, the rows that came before are handed on first.
    public void run() throws IOException {
        Optional<IOException> fault = Optional.empty();
        while (!last && fault.isEmpty()) {
            int scanned = makeRoom();
            fault = fill();
            last = end == scanned && fault.isEmpty();
            checkEncoding(scanned);
            triggers.scanner().scan(buffer, start, scanned, end, hits);
            rows();
            if (end - start > longestRow && !last) {
                giveUp();
            }
        }
        if (fault.isPresent()) {
            sink.piece(buffer, start, end, line);
            throw fault.get();
        }
    }

    private Optional<IOException> fill() {
        int full = Math.min(buffer.length, end + CHUNK);
        try {
            while (end < full) {
                int read = in.read(buffer, end, full - end);
                if (read < 0) {
                    break;
                }
                end += read;
            }
            return Optional.empty();
        } catch (IOException fault) {
            return Optional.of(fault);
        }
    }

    /// Moves what is not yet handed on to the front; answers where new bytes will begin.
    private int makeRoom() {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        hits.drop(nextHit, start);
        nextHit = 0;
        end -= start;
        start = 0;
        if (buffer.length - end < CHUNK) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        return end;
    }

    private void checkEncoding(int scanned) {
        if (wellFormed) {
            int from = scanned - openEnd;
            int fault = Bytes.malformed(buffer, from, end, last);
            if (fault >= 0) {
                wellFormed = false;
                sink.malformed(line + Bytes.count(buffer, (byte) '\n', start, fault));
            }
            openEnd = Bytes.openEnd(buffer, from, end);
        }
    }

    private void rows() {
        while (splitter.find(buffer, start, end, last)) {
            int from = Math.max(start, splitter.rowFrom());
            int to = splitter.rowTo();
            if (giving) {
                sink.piece(buffer, from, to, line);
                giving = false;
                skipHits(to);
            } else {
                line += newlines(start, from);
                row(from, to);
                line += splitter.oneLineEach() ? 0 : newlines(from, to);
            }
            line += newlines(to, splitter.next());
            start = splitter.next();
        }
    }

    private void row(int from, int to) {
        skipHits(from);
        int first = nextHit;
        boolean stands = false;
        while (nextHit < hits.size() && hits.end(nextHit) <= to) {
            stands = stands || triggers.stands(buffer, from, to, hits.end(nextHit), hits.literal(nextHit));
            nextHit++;
        }
        if (stands) {
            sink.row(buffer, from, to, hits, first, nextHit, line);
        } else {
            sink.quiet(buffer, from, to, line);
        }
    }

    private void skipHits(int to) {
        while (nextHit < hits.size() && hits.end(nextHit) <= to) {
            nextHit++;
        }
    }

    private long newlines(int from, int to) {
        return Bytes.count(buffer, (byte) '\n', from, to);
    }

    private void giveUp() {
        if (!giving) {
            sink.tooLong(line);
            giving = true;
        }
        sink.piece(buffer, start, end, line);
        splitter.giveUp(end - start);
        skipHits(end);
        line += newlines(start, end);
        start = end;
    }
}
