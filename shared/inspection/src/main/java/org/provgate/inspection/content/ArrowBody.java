package org.provgate.inspection.content;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.provgate.core.facts.Concern;

/// The buffers of one batch. Those that nobody asked for before the body is read are passed over.
final class ArrowBody {

    /// Bytes of one batch that are kept in memory.
    static final long LARGEST = 1L << 27;

    private static final int BUFFER = 16;
    private static final long NOT_PACKED = -1;

    private enum Codec {
        NONE,
        LZ4,
        ZSTD
    }

    /// Of one buffer: its place in the body, and what was read there.
    static final class Place {
        private final long offset;
        private final long length;
        private boolean wanted;
        private ArrowBuffer content = ArrowBuffer.EMPTY;

        private Place(long offset, long length) {
            this.offset = offset;
            this.length = length;
        }

        boolean isEmpty() {
            return length == 0;
        }

        /// Empty until the body was read.
        ArrowBuffer content() {
            return content;
        }
    }

    private final List<Place> places = new ArrayList<>();
    private final Codec codec;
    private int next;
    private long kept;

    /// @param batch what is said of the body before it comes
    ArrowBody(FlatTable batch) throws ContentFault {
        this.codec = codec(batch.table(3));
        FlatTable.Vector buffers = batch.vector(2, BUFFER);
        for (int i = 0; i < buffers.count(); i++) {
            int at = buffers.at() + i * BUFFER;
            places.add(
                    new Place(FlatTable.int64(batch.buffer(), at), FlatTable.int64(batch.buffer(), at + Long.BYTES)));
        }
    }

    private static Codec codec(Optional<FlatTable> compression) throws ContentFault {
        if (compression.isEmpty()) {
            return Codec.NONE;
        }
        return switch (compression.get().int8(0)) {
            case 0 -> Codec.LZ4;
            case 1 -> Codec.ZSTD;
            default -> throw new ContentFault(Concern.Kind.NOT_INSPECTED, "its Arrow data is packed in an unknown way");
        };
    }

    /// The next buffer in the order of the columns.
    ///
    /// @param wanted whether it will be looked at
    Place next(boolean wanted) throws ContentFault {
        if (next >= places.size()) {
            throw FlatTable.corrupt();
        }
        Place place = places.get(next++);
        place.wanted = wanted;
        return place;
    }

    /// Bytes that its buffers take, unpacked.
    long kept() {
        return kept;
    }

    /// Reads the body and keeps the buffers that are wanted.
    void load(InputStream body, long length, Budget budget) throws IOException {
        List<Place> wanted = places.stream()
                .filter(place -> place.wanted && place.length > 0)
                .sorted(Comparator.comparingLong(place -> place.offset))
                .toList();
        long at = 0;
        for (Place place : wanted) {
            if (place.offset < at || place.length > length - place.offset) {
                throw FlatTable.corrupt();
            }
            hold(place.length);
            skip(body, place.offset - at);
            byte[] bytes = body.readNBytes((int) place.length);
            if (bytes.length < place.length) {
                throw FlatTable.corrupt();
            }
            at = place.offset + place.length;
            place.content = unpacked(bytes, budget);
        }
        skip(body, length - at);
    }

    private void hold(long bytes) throws ContentFault {
        kept += bytes;
        if (kept > LARGEST) {
            throw new ContentFault(
                    Concern.Kind.NOT_INSPECTED,
                    "one of its record batches has more than %d bytes of text".formatted(LARGEST));
        }
    }

    static void skip(InputStream body, long count) throws IOException {
        try {
            body.skipNBytes(count);
        } catch (EOFException _) {
            throw FlatTable.corrupt();
        }
    }

    private static void zstd(byte[] bytes, byte[] unpacked) throws ContentFault {
        try {
            long written = Zstd.decompressByteArray(
                    unpacked, 0, unpacked.length, bytes, Long.BYTES, bytes.length - Long.BYTES);
            if (written != unpacked.length) {
                throw FlatTable.corrupt();
            }
        } catch (ZstdException _) {
            throw FlatTable.corrupt();
        }
    }

    private ArrowBuffer unpacked(byte[] bytes, Budget budget) throws ContentFault {
        if (codec == Codec.NONE) {
            return new ArrowBuffer(bytes, 0, bytes.length);
        }
        long size = FlatTable.int64(bytes, 0);
        if (size == NOT_PACKED) {
            return new ArrowBuffer(bytes, Long.BYTES, bytes.length - Long.BYTES);
        }
        if (size < 0) {
            throw FlatTable.corrupt();
        }
        hold(size);
        budget.unpacked(size);
        byte[] unpacked = new byte[(int) size];
        if (codec == Codec.LZ4) {
            Lz4Frame.unpack(bytes, Long.BYTES, bytes.length, unpacked);
        } else {
            zstd(bytes, unpacked);
        }
        kept -= bytes.length;
        return new ArrowBuffer(unpacked, 0, unpacked.length);
    }
}
