package org.provgate.inspection.rows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Searches in bytes, eight at a time.
public final class Bytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SPACES = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long HIGHS = 0x8080808080808080L;

    private Bytes() {}

    static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /// Bits set in the bytes that are zero; only the lowest of them is sure.
    static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    static long each(byte value) {
        return (value & 0xffL) * ONES;
    }

    /// Index of the first such byte from `from` on, before `to`; negative when there is none.
    public static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        long pattern = each(wanted);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long found = zeros(eight(bytes, i) ^ pattern);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Index of the first of two such bytes; `to` when there is none.
    public static int indexOfEither(byte[] bytes, byte one, byte other, int from, int to) {
        long first = each(one);
        long second = each(other);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = eight(bytes, i);
            long found = zeros(word ^ first) | zeros(word ^ second);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == one || bytes[i] == other) {
                return i;
            }
        }
        return to;
    }

    /// Index of the first byte that JSON writes as an escape; `to` when there is none.
    public static int indexOfEscaped(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = eight(bytes, i);
            // A byte of 0 to 31 borrows when 32 is taken from it; one with the high bit set is none of them.
            long low = (word - SPACES) & ~word & HIGHS;
            long found = low | zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (i < to && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] < 0 || bytes[i] >= ' ')) {
            i++;
        }
        return i;
    }

    public static long count(byte[] bytes, byte wanted, int from, int to) {
        long pattern = each(wanted);
        long count = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = eight(bytes, i) ^ pattern;
            // A bit for every byte that is not zero, exact in all eight.
            long others = (((word & ~HIGHS) + ~HIGHS) | word) & HIGHS;
            count += 8 - Long.bitCount(others);
        }
        for (; i < to; i++) {
            count += bytes[i] == wanted ? 1 : 0;
        }
        return count;
    }

    /// Index of the first byte that is no well-formed UTF-8, or negative. A character that is cut off at `to` is no
    /// fault unless `last`.
    public static int malformed(byte[] bytes, int from, int to, boolean last) {
        int i = from;
        while (i < to) {
            while (i + 8 <= to && (eight(bytes, i) & HIGHS) == 0) {
                i += 8;
            }
            if (i < to) {
                int length = sequence(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                if (length < 0) {
                    return last ? i : -1;
                }
                i += length;
            }
        }
        return -1;
    }

    /// How many of the last bytes belong to a character that is not complete.
    public static int openEnd(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= Math.max(from, to - 3); i--) {
            if ((bytes[i] & 0xc0) == 0xc0) {
                return sequence(bytes, i, to) < 0 ? to - i : 0;
            }
            if (bytes[i] >= 0) {
                return 0;
            }
        }
        return 0;
    }

    /// Length of the character at `at`; 0 when it is malformed, negative when it is cut off.
    private static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if (at + i >= to) {
                return -1;
            }
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = length > 2 ? bytes[at + 1] & 0xff : 0x80;
        boolean overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
        boolean beyond = (lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f);
        return overlong || beyond ? 0 : length;
    }
}
