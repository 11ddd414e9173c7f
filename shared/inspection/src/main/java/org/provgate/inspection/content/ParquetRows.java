package org.provgate.inspection.content;

import dev.hardwood.HardwoodContext;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowGroupPredicate;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.FieldAccessor;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Sha256;
import org.provgate.inspection.ByteSource;

/// Rows of a Parquet file, nested columns too.
final class ParquetRows extends RowsAsJson {

    private static final int DEEPEST = 60;
    private static final long LARGEST_CHUNK = 1L << 30;
    private static final int LOOKED_AT = 64;

    private final HardwoodContext context;
    private final ParquetFileReader reader;
    private final List<RowGroup> groups;
    private final List<Integer> chosen;
    private RowReader rows;
    private int next;

    /// @param sampled picks the row groups that are read, up to the size that is read whole; empty where all are
    ParquetRows(ByteSource source, Budget budget, Optional<Sha256> sampled) throws IOException {
        context = HardwoodContext.create(1);
        try {
            reader = ParquetFileReader.open(new RangeFile(source), context);
            check(reader, source, budget);
            groups = reader.getFileMetaData().rowGroups();
            List<Long> sizes = groups.stream().map(ParquetRows::stored).toList();
            chosen = sampled.map(
                            digest -> Sampling.chosen(sizes, budget.limits().wholeUpTo(), digest))
                    .orElse(List.of());
            rows = sampled.isPresent() ? chosenGroup() : reader.rowReader();
        } catch (IOException | RuntimeException fault) {
            context.close();
            throw corrupt(fault);
        }
    }

    /// What the footer claims is not more than it may cost.
    private static void check(ParquetFileReader reader, ByteSource source, Budget budget) throws IOException {
        long unpacked = 0;
        for (RowGroup group : reader.getFileMetaData().rowGroups()) {
            for (ColumnChunk column : group.columns()) {
                long size = column.metaData().totalUncompressedSize();
                if (size > LARGEST_CHUNK) {
                    throw new ContentFault(
                            Concern.Kind.EXPANDS_TOO_FAR,
                            "a column of a row group unpacks to %d bytes".formatted(size));
                }
                unpacked += size;
            }
        }
        budget.claimed(unpacked, source.size());
    }

    @Override
    boolean next(JsonBytes to) throws IOException {
        try {
            while (!rows.hasNext()) {
                if (next >= chosen.size()) {
                    return false;
                }
                rows.close();
                rows = chosenGroup();
            }
            rows.next();
            object(rows, to, 0);
            to.mark('\n');
            return true;
        } catch (RuntimeException fault) {
            throw corrupt(fault);
        }
    }

    private RowReader chosenGroup() {
        if (next >= chosen.size()) {
            return reader.rowReader();
        }
        RowGroup group = groups.get(chosen.get(next++));
        long from = begin(group);
        return reader.buildRowReader()
                .filter(RowGroupPredicate.byteRange(from, from + Math.max(1, stored(group))))
                .build();
    }

    private static long begin(RowGroup group) {
        return group.columns().stream()
                .map(ColumnChunk::metaData)
                .mapToLong(column -> column.dictionaryPageOffset() == null
                        ? column.dataPageOffset()
                        : Math.min(column.dictionaryPageOffset(), column.dataPageOffset()))
                .min()
                .orElse(0);
    }

    private static long stored(RowGroup group) {
        return group.columns().stream()
                .mapToLong(column -> column.metaData().totalCompressedSize())
                .sum();
    }

    /// Stored bytes of the row groups that were picked.
    long bytes() {
        return chosen.stream().mapToLong(number -> stored(groups.get(number))).sum();
    }

    /// How many rows stand before the first row group that is left out.
    long leading() {
        long rows = 0;
        for (int i = 0; i < chosen.size() && chosen.get(i) == i; i++) {
            rows += groups.get(i).numRows();
        }
        return rows;
    }

    /// How many rows the file says it has.
    long claimed() {
        return groups.stream().mapToLong(RowGroup::numRows).sum();
    }

    private static IOException corrupt(Exception fault) {
        return fault instanceof ContentFault known
                ? known
                : ContentFault.unreadable("the Parquet data is corrupt, cut off or encrypted");
    }

    private static <T extends FieldAccessor & StructAccessor> void object(T row, JsonBytes to, int depth) {
        struct(row, to, depth);
    }

    private static void struct(StructAccessor row, JsonBytes to, int depth) {
        to.mark('{');
        for (int i = 0; i < row.getFieldCount(); i++) {
            if (i > 0) {
                to.mark(',');
            }
            to.key(row.getFieldName(i));
            value(row.isNull(i) ? "" : row.getRawValue(i), row.isNull(i), to, depth + 1);
        }
        to.mark('}');
    }

    private static void value(Object value, boolean missing, JsonBytes to, int depth) {
        if (missing || depth > DEEPEST) {
            to.bare("null");
            return;
        }
        switch (value) {
            case byte[] bytes -> text(bytes, to);
            case String text -> to.string(text);
            case PqStruct struct -> struct(struct, to, depth);
            case PqList list -> list(list, to, depth);
            case PqMap map -> map(map, to, depth);
            case Boolean truth -> to.bare(truth.toString());
            case Number _ -> to.bare("0");
            default -> to.bare("null");
        }
    }

    /// Pictures and other bytes that are no text are left out.
    private static void text(byte[] bytes, JsonBytes to) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                to.bare("null");
                return;
            }
        }
        to.string(bytes, 0, bytes.length);
    }

    private static void list(PqList list, JsonBytes to, int depth) {
        to.mark('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                to.mark(',');
            }
            boolean missing = list.isNull(i);
            value(missing ? "" : list.getRaw(i), missing, to, depth + 1);
        }
        to.mark(']');
    }

    private static void map(PqMap map, JsonBytes to, int depth) {
        to.mark('{');
        boolean first = true;
        for (PqMap.Entry entry : map.getEntries()) {
            if (!first) {
                to.mark(',');
            }
            first = false;
            Object key = entry.getRawKey();
            if (key instanceof byte[] bytes) {
                to.string(bytes, 0, bytes.length);
            } else {
                to.string(String.valueOf(key));
            }
            to.mark(':');
            value(entry.isValueNull() ? "" : entry.getRawValue(), entry.isValueNull(), to, depth + 1);
        }
        to.mark('}');
    }

    @Override
    public void close() throws IOException {
        try (context;
                reader;
                RowReader _ = rows) {
            super.close();
        } catch (RuntimeException _) {
            // What was read is read.
        }
    }
}
