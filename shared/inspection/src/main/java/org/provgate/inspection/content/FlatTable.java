package org.provgate.inspection.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table in a FlatBuffer, read field by field. Nothing outside the buffer is ever reached.
///
/// @param at where the table begins
@SuppressWarnings("ArrayRecordComponent")
record FlatTable(byte[] buffer, int at) {

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final int FIRST_SLOT = 4;

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }

    /// The table that the buffer holds.
    static FlatTable root(byte[] buffer) throws ContentFault {
        return new FlatTable(buffer, ahead(buffer, 0));
    }

    static ContentFault corrupt() {
        return ContentFault.unreadable("the Arrow data is corrupt or cut off");
    }

    private static void within(byte[] buffer, long at, long length) throws ContentFault {
        if (at < 0 || length < 0 || at + length > buffer.length) {
            throw corrupt();
        }
    }

    static int int32(byte[] buffer, int at) throws ContentFault {
        within(buffer, at, Integer.BYTES);
        return (int) INTS.get(buffer, at);
    }

    static long int64(byte[] buffer, int at) throws ContentFault {
        within(buffer, at, Long.BYTES);
        return (long) LONGS.get(buffer, at);
    }

    private static int int16(byte[] buffer, int at) throws ContentFault {
        within(buffer, at, Short.BYTES);
        return (short) SHORTS.get(buffer, at) & 0xffff;
    }

    private static int ahead(byte[] buffer, int at) throws ContentFault {
        long to = at + (int32(buffer, at) & 0xffffffffL);
        within(buffer, to, Integer.BYTES);
        return (int) to;
    }

    /// Where a field's value stands; 0 when the table has none.
    private int slot(int field) throws ContentFault {
        long table = (long) at - int32(buffer, at);
        within(buffer, table, FIRST_SLOT);
        int place = FIRST_SLOT + 2 * field;
        int offset = place + 2 > int16(buffer, (int) table) ? 0 : int16(buffer, (int) table + place);
        within(buffer, at, offset);
        return offset == 0 ? 0 : at + offset;
    }

    long int64(int field) throws ContentFault {
        int slot = slot(field);
        return slot == 0 ? 0 : int64(buffer, slot);
    }

    int int32(int field) throws ContentFault {
        int slot = slot(field);
        return slot == 0 ? 0 : int32(buffer, slot);
    }

    int int16(int field) throws ContentFault {
        int slot = slot(field);
        return slot == 0 ? 0 : int16(buffer, slot);
    }

    int int8(int field) throws ContentFault {
        int slot = slot(field);
        within(buffer, slot, 1);
        return slot == 0 ? 0 : buffer[slot] & 0xff;
    }

    Optional<FlatTable> table(int field) throws ContentFault {
        int slot = slot(field);
        return slot == 0 ? Optional.empty() : Optional.of(new FlatTable(buffer, ahead(buffer, slot)));
    }

    String text(int field) throws ContentFault {
        int slot = slot(field);
        if (slot == 0) {
            return "";
        }
        int text = ahead(buffer, slot);
        int length = int32(buffer, text);
        within(buffer, text + 4L, length);
        return new String(buffer, text + 4, length, StandardCharsets.UTF_8);
    }

    List<FlatTable> tables(int field) throws ContentFault {
        Vector vector = vector(field, Integer.BYTES);
        List<FlatTable> tables = new ArrayList<>();
        for (int i = 0; i < vector.count(); i++) {
            tables.add(new FlatTable(buffer, ahead(buffer, vector.at() + i * Integer.BYTES)));
        }
        return tables;
    }

    /// Elements of a fixed size, one after the other.
    record Vector(int at, int count) {}

    Vector vector(int field, int size) throws ContentFault {
        int slot = slot(field);
        if (slot == 0) {
            return new Vector(0, 0);
        }
        int vector = ahead(buffer, slot);
        int count = int32(buffer, vector);
        within(buffer, vector + 4L, (long) count * size);
        return new Vector(vector + 4, count);
    }
}
