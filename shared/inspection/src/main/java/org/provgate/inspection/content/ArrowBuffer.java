package org.provgate.inspection.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes of a column, each access within their bounds.
@SuppressWarnings("ArrayRecordComponent")
record ArrowBuffer(byte[] bytes, int from, int length) {

    static final ArrowBuffer EMPTY = new ArrowBuffer(new byte[0], 0, 0);

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }

    void check(long at, long count) throws ContentFault {
        if (at < 0 || count < 0 || at + count > length) {
            throw FlatTable.corrupt();
        }
    }

    boolean bit(long index) throws ContentFault {
        check(index >> 3, 1);
        return (bytes[from + (int) (index >> 3)] >> (index & 7) & 1) != 0;
    }

    int int8(long index) throws ContentFault {
        check(index, 1);
        return bytes[from + (int) index];
    }

    int int32(long index) throws ContentFault {
        check(index * Integer.BYTES, Integer.BYTES);
        return (int) INTS.get(bytes, from + (int) index * Integer.BYTES);
    }

    /// An element of an offset, size or index buffer.
    long integer(long index, int width) throws ContentFault {
        check(index * width, width);
        int at = from + (int) (index * width);
        return switch (width) {
            case Long.BYTES -> (long) LONGS.get(bytes, at);
            case Integer.BYTES -> (int) INTS.get(bytes, at);
            case Short.BYTES -> (short) SHORTS.get(bytes, at);
            default -> bytes[at];
        };
    }
}
