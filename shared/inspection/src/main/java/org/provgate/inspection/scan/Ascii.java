package org.provgate.inspection.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for bytes that are not ASCII, eight at a time.
final class Ascii {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080808080808080L;

    private Ascii() {}

    /// Index of the first byte from `from` on that is not ASCII; `to` when there is none.
    static int firstOther(byte[] bytes, int from, int to) {
        int i = from;
        while (i + 32 <= to) {
            long first = (long) LONGS.get(bytes, i) | (long) LONGS.get(bytes, i + 8);
            long second = (long) LONGS.get(bytes, i + 16) | (long) LONGS.get(bytes, i + 24);
            if (((first | second) & HIGHS) != 0) {
                break;
            }
            i += 32;
        }
        for (; i + 8 <= to; i += 8) {
            long highs = (long) LONGS.get(bytes, i) & HIGHS;
            if (highs != 0) {
                return i + (Long.numberOfTrailingZeros(highs) >> 3);
            }
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }
}
