package org.provgate.inspection.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One batch on its way in: which of its buffers are wanted is known before its body is read, and the others are
/// passed over.
final class ArrowBatch {

    private static final int NODE = 16;

    private final FlatTable table;
    private final boolean unionsHaveValidity;
    private final Map<Long, ArrowDictionary> dictionaries;
    private final ArrowBody body;
    private final FlatTable.Vector nodes;
    private final FlatTable.Vector variadic;
    private int node;
    private int view;

    ArrowBatch(FlatTable table, boolean unionsHaveValidity, Map<Long, ArrowDictionary> dictionaries)
            throws ContentFault {
        this.table = table;
        this.unionsHaveValidity = unionsHaveValidity;
        this.dictionaries = dictionaries;
        this.nodes = table.vector(1, NODE);
        this.variadic = table.vector(4, Long.BYTES);
        this.body = new ArrowBody(table);
    }

    long rows() throws ContentFault {
        long rows = table.int64(0);
        if (rows < 0) {
            throw FlatTable.corrupt();
        }
        return rows;
    }

    /// Where its bytes go.
    ArrowBody body() {
        return body;
    }

    /// The columns; their buffers are filled when the body is read.
    List<Planned> plan(List<ArrowField> fields) throws ContentFault {
        List<Planned> columns = new ArrayList<>();
        for (ArrowField field : fields) {
            columns.add(plan(field));
        }
        return columns;
    }

    /// A column whose bytes are still to come.
    interface Planned {
        ArrowVector vector() throws ContentFault;
    }

    private long elements() throws ContentFault {
        if (node >= nodes.count()) {
            throw FlatTable.corrupt();
        }
        return FlatTable.int64(table.buffer(), nodes.at() + NODE * node++);
    }

    private Planned plan(ArrowField field) throws ContentFault {
        long elements = elements();
        if (field.coded().isPresent()) {
            ArrowField.Coded coded = field.coded().get();
            ArrowDictionary dictionary = dictionaries.get(coded.id());
            if (dictionary == null) {
                throw FlatTable.corrupt();
            }
            ArrowBody.Place validity = body.next(true);
            ArrowBody.Place indices = body.next(true);
            return nullable(validity, () -> new ArrowVector.Coded(indices.content(), coded.width(), dictionary));
        }
        return switch (field.type()) {
            case NOTHING -> ArrowVector.Nothing::new;
            case RUNS -> runs(field);
            case SPARSE_UNION, DENSE_UNION -> union(field);
            case NUMBER, BIT, TEXT, BYTES, LARGE_TEXT, LARGE_BYTES, TEXT_VIEW, BYTES_VIEW, FIXED_BYTES ->
                nullable(body.next(true), flat(field, elements));
            case STRUCT, LIST, LARGE_LIST, LIST_VIEW, LARGE_LIST_VIEW, FIXED_LIST, MAP ->
                nullable(body.next(true), nested(field));
        };
    }

    private static Planned nullable(ArrowBody.Place validity, Planned values) {
        return () -> validity.content().length() == 0
                ? values.vector()
                : new ArrowVector.Nullable(validity.content(), values.vector());
    }

    private Planned flat(ArrowField field, long elements) throws ContentFault {
        ArrowField.Type type = field.type();
        boolean text = switch (type) {
            case TEXT, LARGE_TEXT, TEXT_VIEW -> true;
            default -> false;
        };
        ArrowBody.Place first = body.next(type != ArrowField.Type.NUMBER);
        return switch (type) {
            case NUMBER -> {
                // Without a byte for each eight of them it is no column.
                if (first.isEmpty() && elements > 0) {
                    throw FlatTable.corrupt();
                }
                yield ArrowVector.Numbers::new;
            }
            case BIT -> () -> new ArrowVector.Bits(first.content());
            case FIXED_BYTES -> () -> new ArrowVector.FixedBytes(first.content(), field.width());
            case TEXT_VIEW, BYTES_VIEW -> {
                List<ArrowBody.Place> buffers = views();
                yield () -> new ArrowVector.Views(
                        first.content(),
                        buffers.stream().map(place -> place.content()).toList(),
                        text);
            }
            default -> {
                ArrowBody.Place bytes = body.next(true);
                int width = type == ArrowField.Type.TEXT || type == ArrowField.Type.BYTES ? Integer.BYTES : Long.BYTES;
                yield () -> new ArrowVector.Texts(first.content(), width, bytes.content(), text);
            }
        };
    }

    private List<ArrowBody.Place> views() throws ContentFault {
        if (view >= variadic.count()) {
            throw FlatTable.corrupt();
        }
        long count = FlatTable.int64(table.buffer(), variadic.at() + Long.BYTES * view++);
        List<ArrowBody.Place> buffers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            buffers.add(body.next(true));
        }
        return buffers;
    }

    private Planned nested(ArrowField field) throws ContentFault {
        return switch (field.type()) {
            case STRUCT -> {
                List<String> names =
                        field.children().stream().map(ArrowField::name).toList();
                List<Planned> members = plan(field.children());
                yield () -> new ArrowVector.Structs(names, vectors(members));
            }
            case FIXED_LIST -> {
                Planned elements = plan(child(field, 0));
                yield () -> new ArrowVector.FixedLists(field.width(), elements.vector());
            }
            case LIST_VIEW, LARGE_LIST_VIEW -> {
                int width = field.type() == ArrowField.Type.LIST_VIEW ? Integer.BYTES : Long.BYTES;
                ArrowBody.Place offsets = body.next(true);
                ArrowBody.Place sizes = body.next(true);
                Planned elements = plan(child(field, 0));
                yield () -> new ArrowVector.ListViews(offsets.content(), sizes.content(), width, elements.vector());
            }
            default -> {
                int width = field.type() == ArrowField.Type.LARGE_LIST ? Long.BYTES : Integer.BYTES;
                ArrowBody.Place offsets = body.next(true);
                Planned elements = plan(child(field, 0));
                yield () -> new ArrowVector.Lists(offsets.content(), width, elements.vector());
            }
        };
    }

    private Planned runs(ArrowField field) throws ContentFault {
        long runs = elements();
        body.next(false);
        ArrowBody.Place ends = body.next(true);
        Planned values = plan(child(field, 1));
        int width = child(field, 0).width();
        return () -> new ArrowVector.Runs(ends.content(), width, runs, values.vector());
    }

    private Planned union(ArrowField field) throws ContentFault {
        if (unionsHaveValidity) {
            body.next(false);
        }
        boolean dense = field.type() == ArrowField.Type.DENSE_UNION;
        ArrowBody.Place types = body.next(true);
        Optional<ArrowBody.Place> offsets = dense ? Optional.of(body.next(true)) : Optional.empty();
        List<Planned> members = plan(field.children());
        return () -> new ArrowVector.Unions(
                types.content(),
                field.branches(),
                offsets.isPresent() ? offsets.get().content() : ArrowBuffer.EMPTY,
                dense,
                vectors(members));
    }

    private static ArrowField child(ArrowField field, int number) throws ContentFault {
        if (number >= field.children().size()) {
            throw FlatTable.corrupt();
        }
        return field.children().get(number);
    }

    static List<ArrowVector> vectors(List<Planned> planned) throws ContentFault {
        List<ArrowVector> vectors = new ArrayList<>();
        for (Planned each : planned) {
            vectors.add(each.vector());
        }
        return vectors;
    }
}
