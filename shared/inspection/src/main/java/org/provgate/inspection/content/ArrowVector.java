package org.provgate.inspection.content;

import java.util.List;
import org.provgate.core.facts.Concern;

/// The elements of a column in one batch, each written as JSON when its turn comes.
sealed interface ArrowVector {

    /// A row of lists that overlap could otherwise grow without end.
    int LARGEST_ROW = 1 << 26;

    void write(long element, JsonBytes to) throws ContentFault;

    private static void grown(JsonBytes to, long more) throws ContentFault {
        if (to.rowSize() + more > LARGEST_ROW) {
            throw new ContentFault(
                    Concern.Kind.EXPANDS_TOO_FAR, "a row of it has more than %d bytes".formatted(LARGEST_ROW));
        }
    }

    private static void words(ArrowBuffer bytes, long from, long to, boolean text, JsonBytes json) throws ContentFault {
        bytes.check(from, to - from);
        grown(json, to - from);
        int start = bytes.from() + (int) from;
        int end = bytes.from() + (int) to;
        if (text) {
            json.string(bytes.bytes(), start, end);
        } else {
            json.opaque(bytes.bytes(), start, end);
        }
    }

    private static void items(ArrowVector elements, long from, long to, JsonBytes json) throws ContentFault {
        if (from > to) {
            throw FlatTable.corrupt();
        }
        json.mark('[');
        for (long i = from; i < to; i++) {
            if (i > from) {
                json.mark(',');
            }
            grown(json, 0);
            elements.write(i, json);
        }
        json.mark(']');
    }

    record Nothing() implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) {
            to.bare("null");
        }
    }

    record Numbers() implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) {
            to.bare("0");
        }
    }

    record Bits(ArrowBuffer values) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            to.bare(values.bit(element) ? "true" : "false");
        }
    }

    /// @param width of an offset
    record Texts(ArrowBuffer offsets, int width, ArrowBuffer bytes, boolean text) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            words(bytes, offsets.integer(element, width), offsets.integer(element + 1, width), text, to);
        }
    }

    record FixedBytes(ArrowBuffer bytes, int width) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            words(bytes, element * width, (element + 1) * width, false, to);
        }
    }

    /// Short texts stand in the view itself, others in one of the buffers.
    record Views(ArrowBuffer views, List<ArrowBuffer> buffers, boolean text) implements ArrowVector {

        private static final int VIEW = 16;
        private static final int INLINE = 12;

        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            views.check(element * VIEW, VIEW);
            long place = element * 4;
            int length = views.int32(place);
            if (length <= INLINE) {
                long from = element * VIEW + Integer.BYTES;
                words(views, from, from + length, text, to);
                return;
            }
            int buffer = views.int32(place + 2);
            if (buffer < 0 || buffer >= buffers.size()) {
                throw FlatTable.corrupt();
            }
            long from = views.int32(place + 3);
            words(buffers.get(buffer), from, from + length, text, to);
        }
    }

    record Lists(ArrowBuffer offsets, int width, ArrowVector elements) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            items(elements, offsets.integer(element, width), offsets.integer(element + 1, width), to);
        }
    }

    record ListViews(ArrowBuffer offsets, ArrowBuffer sizes, int width, ArrowVector elements) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            long from = offsets.integer(element, width);
            items(elements, from, from + sizes.integer(element, width), to);
        }
    }

    record FixedLists(int size, ArrowVector elements) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            items(elements, element * size, (element + 1) * size, to);
        }
    }

    record Structs(List<String> names, List<ArrowVector> members) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            to.mark('{');
            for (int i = 0; i < members.size(); i++) {
                if (i > 0) {
                    to.mark(',');
                }
                to.key(names.get(i));
                members.get(i).write(element, to);
            }
            to.mark('}');
        }
    }

    /// Of a sparse union every branch has all elements.
    ///
    /// @param branches which branch a type's number means
    /// @param offsets empty in a sparse union
    record Unions(
            ArrowBuffer types, List<Integer> branches, ArrowBuffer offsets, boolean dense, List<ArrowVector> members)
            implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            int branch = branches.indexOf(types.int8(element));
            if (branch < 0 || branch >= members.size()) {
                throw FlatTable.corrupt();
            }
            members.get(branch).write(dense ? offsets.int32(element) : element, to);
        }
    }

    /// @param ends behind the last element of each run
    record Runs(ArrowBuffer ends, int width, long count, ArrowVector values) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            long low = 0;
            long high = count - 1;
            while (low < high) {
                long middle = (low + high) >>> 1;
                if (ends.integer(middle, width) > element) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            values.write(low, to);
        }
    }

    /// Elements that stand for those of a dictionary, which may have come in several parts.
    record Coded(ArrowBuffer indices, int width, ArrowDictionary dictionary) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            dictionary.write(indices.integer(element, width), to);
        }
    }

    /// @param validity a bit for each element that is there; empty when all are
    record Nullable(ArrowBuffer validity, ArrowVector values) implements ArrowVector {
        @Override
        public void write(long element, JsonBytes to) throws ContentFault {
            if (validity.bit(element)) {
                values.write(element, to);
            } else {
                to.bare("null");
            }
        }
    }
}
