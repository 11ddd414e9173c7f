package org.provgate.inspection.content;

import java.util.ArrayList;
import java.util.List;

/// Values that columns refer to by their number. Batches may add more, or replace all.
final class ArrowDictionary {

    private static final int DEEPEST = 8;

    private record Part(long from, long to, ArrowVector values) {}

    private final ArrowField field;
    private final List<Part> parts = new ArrayList<>();
    private long bytes;
    private int within;

    /// @param field what the values are
    ArrowDictionary(ArrowField field) {
        this.field = field;
    }

    ArrowField field() {
        return field;
    }

    /// Memory that its values take.
    long bytes() {
        return bytes;
    }

    void clear() {
        parts.clear();
        bytes = 0;
    }

    void add(long count, ArrowVector values, long size) {
        long from = parts.isEmpty() ? 0 : parts.getLast().to();
        parts.add(new Part(from, from + count, values));
        bytes += size;
    }

    void write(long index, JsonBytes to) throws ContentFault {
        Part part = parts.stream()
                .filter(each -> index >= each.from() && index < each.to())
                .findFirst()
                .orElseThrow(FlatTable::corrupt);
        // Values may be coded themselves, in the end even by the same dictionary.
        if (++within > DEEPEST) {
            throw FlatTable.corrupt();
        }
        part.values().write(index - part.from(), to);
        within--;
    }
}
