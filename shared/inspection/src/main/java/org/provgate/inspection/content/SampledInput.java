package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import org.provgate.core.facts.Concern;
import org.provgate.inspection.ByteSource;
import org.provgate.inspection.content.Sampling.Piece;
import org.provgate.inspection.rows.Bytes;

/// Pieces of a source one after the other, each from the beginning of a line to the end of one.
final class SampledInput extends InputStream {

    private static final int CHUNK = 1 << 16;

    private final ByteSource source;
    private final Sampling sampling;
    private final int longestLine;
    private final byte[] chunk = new byte[CHUNK + 1];
    private InputStream in = InputStream.nullInputStream();
    private int at;
    private int end;
    private int next;
    private long place;
    private long until;
    private boolean open;
    private boolean aligned;
    private boolean torn;
    private long count;
    private long linesBefore;

    /// @param longestLine how far beyond its end a piece may reach for the end of its last line
    SampledInput(ByteSource source, Sampling sampling, int longestLine) {
        this.source = source;
        this.sampling = sampling;
        this.longestLine = longestLine;
    }

    /// How many lines stand before the first gap, as far as they were handed on.
    long linesBefore() {
        return sampling.pieces().size() == 1 ? Long.MAX_VALUE : linesBefore;
    }

    /// How many bytes were handed on.
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (at == end) {
            if (!open && !openNext()) {
                return -1;
            }
            fill();
        }
        int copied = Math.min(length, end - at);
        System.arraycopy(chunk, at, bytes, from, copied);
        if (next == 1) {
            linesBefore += Bytes.count(chunk, (byte) '\n', at, at + copied);
        }
        at += copied;
        count += copied;
        return copied;
    }

    private boolean openNext() throws IOException {
        while (next < sampling.pieces().size()) {
            Piece piece = sampling.pieces().get(next++);
            if (piece.to() > place) {
                aligned = piece.from() <= place && !torn;
                place = Math.max(place, piece.from());
                until = Math.min(piece.to(), source.size());
                in = source.open(place);
                open = true;
                return true;
            }
        }
        if (sampling.pieces().size() == 1 && place < source.size()) {
            throw new ContentFault(
                    Concern.Kind.NOT_INSPECTED,
                    "only its first %d bytes were looked into: its kind cannot be read in pieces".formatted(place));
        }
        return false;
    }

    /// Reads on; what comes before the first line of the piece, and behind its last one, is left out.
    private void fill() throws IOException {
        at = 0;
        end = 0;
        int read = in.read(chunk, 0, CHUNK);
        if (read < 0) {
            closePiece();
            return;
        }
        int begin = 0;
        if (!aligned) {
            int newline = Bytes.indexOf(chunk, (byte) '\n', 0, read);
            begin = newline < 0 ? read : newline + 1;
            aligned = newline >= 0;
        }
        int stop = read;
        if (place + read >= until && until < source.size()) {
            int last = (int) Math.max(0, until - 1 - place);
            int newline = aligned ? Bytes.indexOf(chunk, (byte) '\n', Math.max(last, begin), read) : last;
            if (newline >= 0) {
                stop = Math.max(begin, newline + 1);
                torn = !aligned;
                closePiece();
            } else if (place + read - until > longestLine) {
                chunk[stop++] = '\n';
                torn = true;
                closePiece();
            }
        }
        place += Math.min(stop, read);
        at = aligned ? begin : 0;
        end = aligned ? stop : 0;
    }

    private void closePiece() throws IOException {
        open = false;
        in.close();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
