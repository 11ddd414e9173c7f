package org.provgate.inspection.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.core.facts.Concern;

/// A column, or what lies below one.
///
/// @param width bytes of an element, or how many elements a list of fixed size has
/// @param branches of a union: the number that each of its children goes by
/// @param coded where its elements stand for those of a dictionary
record ArrowField(
        String name, Type type, int width, List<Integer> branches, Optional<Coded> coded, List<ArrowField> children) {

    private static final int DEEPEST = 60;
    private static final int MOST = 10_000;
    private static final int UNION = 14;

    /// @param id of the dictionary
    /// @param width bytes of an index
    record Coded(long id, int width) {}

    enum Type {
        NOTHING,
        /// Numbers, dates and the like: they are not looked at.
        NUMBER,
        BIT,
        TEXT,
        BYTES,
        LARGE_TEXT,
        LARGE_BYTES,
        TEXT_VIEW,
        BYTES_VIEW,
        FIXED_BYTES,
        STRUCT,
        LIST,
        LARGE_LIST,
        LIST_VIEW,
        LARGE_LIST_VIEW,
        FIXED_LIST,
        MAP,
        SPARSE_UNION,
        DENSE_UNION,
        RUNS
    }

    ArrowField {
        branches = List.copyOf(branches);
        children = List.copyOf(children);
    }

    /// What its dictionary holds.
    ArrowField decoded() {
        return new ArrowField(name, type, width, branches, Optional.empty(), children);
    }

    /// All columns of a schema.
    static List<ArrowField> of(FlatTable schema) throws ContentFault {
        if (schema.int16(0) != 0) {
            throw new ContentFault(Concern.Kind.NOT_INSPECTED, "its Arrow data is big-endian");
        }
        int[] left = {MOST};
        List<ArrowField> fields = new ArrayList<>();
        for (FlatTable field : schema.tables(1)) {
            fields.add(of(field, 0, left));
        }
        return fields;
    }

    private static ArrowField of(FlatTable field, int depth, int[] left) throws ContentFault {
        if (depth > DEEPEST || --left[0] < 0) {
            throw new ContentFault(Concern.Kind.NOT_INSPECTED, "its Arrow schema is too deep or too wide");
        }
        List<ArrowField> children = new ArrayList<>();
        for (FlatTable child : field.tables(5)) {
            children.add(of(child, depth + 1, left));
        }
        Optional<FlatTable> dictionary = field.table(4);
        Optional<Coded> coded = Optional.empty();
        if (dictionary.isPresent()) {
            Optional<FlatTable> index = dictionary.get().table(1);
            coded = Optional.of(new Coded(
                    dictionary.get().int64(0), index.isPresent() ? index.get().int32(0) / Byte.SIZE : Integer.BYTES));
        }
        Optional<FlatTable> type = field.table(3);
        int number = field.int8(2);
        List<Integer> branches = number == UNION ? branches(type, children.size()) : List.of();
        return new ArrowField(field.text(0), type(number, type), width(number, type), branches, coded, children);
    }

    private static List<Integer> branches(Optional<FlatTable> union, int count) throws ContentFault {
        List<Integer> branches = new ArrayList<>();
        FlatTable.Vector ids = union.orElseThrow(FlatTable::corrupt).vector(1, Integer.BYTES);
        for (int i = 0; i < count; i++) {
            branches.add(
                    i < ids.count() ? FlatTable.int32(union.orElseThrow().buffer(), ids.at() + i * Integer.BYTES) : i);
        }
        return branches;
    }

    private static Type type(int number, Optional<FlatTable> table) throws ContentFault {
        return switch (number) {
            case 1 -> Type.NOTHING;
            case 2, 3, 7, 8, 9, 10, 11, 18 -> Type.NUMBER;
            case 4 -> Type.BYTES;
            case 5 -> Type.TEXT;
            case 6 -> Type.BIT;
            case 12 -> Type.LIST;
            case 13 -> Type.STRUCT;
            case UNION -> table.isPresent() && table.get().int16(0) == 1 ? Type.DENSE_UNION : Type.SPARSE_UNION;
            case 15 -> Type.FIXED_BYTES;
            case 16 -> Type.FIXED_LIST;
            case 17 -> Type.MAP;
            case 19 -> Type.LARGE_BYTES;
            case 20 -> Type.LARGE_TEXT;
            case 21 -> Type.LARGE_LIST;
            case 22 -> Type.RUNS;
            case 23 -> Type.BYTES_VIEW;
            case 24 -> Type.TEXT_VIEW;
            case 25 -> Type.LIST_VIEW;
            case 26 -> Type.LARGE_LIST_VIEW;
            default ->
                throw new ContentFault(
                        Concern.Kind.NOT_INSPECTED, "it has an Arrow column of the unknown type %d".formatted(number));
        };
    }

    private static int width(int number, Optional<FlatTable> table) throws ContentFault {
        boolean sized = number == 2 || number == 15 || number == 16;
        int width = table.isPresent() && sized ? table.get().int32(0) : 0;
        if (width < 0) {
            throw FlatTable.corrupt();
        }
        return number == 2 ? width / Byte.SIZE : width;
    }
}
