package org.provgate.formats.mend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A value as it stands in a text. Offsets are of the text's UTF-16 units; the end is exclusive and leaves out white
/// space and comments that follow.
sealed interface Written {

    int start();

    int end();

    /// A text, a number, or nothing at all, in which case it has no length.
    record Single(int start, int end) implements Written {}

    /// @param flow in braces
    record Table(int start, int end, boolean flow, SequencedMap<String, Member> members) implements Written {}

    /// @param flow in brackets
    record Listing(int start, int end, boolean flow, List<Written> items) implements Written {}

    record Member(int nameStart, int nameEnd, Written value) {}

    /// Puts the values together from a parser's events.
    final class Builder {

        private final List<Open> open = new ArrayList<>();
        private Optional<Written> root = Optional.empty();

        /// A mapping or list whose end was not seen yet.
        private static final class Open {
            private final int start;
            private final boolean flow;
            private final boolean table;
            private final SequencedMap<String, Member> members = new LinkedHashMap<>();
            private final List<Written> items = new ArrayList<>();
            private String name = "";
            private int nameStart = -1;
            private int nameEnd;
            private int last;

            Open(int start, boolean flow, boolean table) {
                this.start = start;
                this.flow = flow;
                this.table = table;
                this.last = start;
            }

            Written closed(int end) {
                int stop = flow ? end : last;
                return table ? new Table(start, stop, flow, members) : new Listing(start, stop, flow, items);
            }
        }

        /// Whether the next text is a key.
        boolean awaitsName() {
            return !open.isEmpty() && open.getLast().table && open.getLast().nameStart < 0;
        }

        void begin(int start, boolean flow, boolean table) {
            open.add(new Open(start, flow, table));
        }

        void name(String name, int start, int end) {
            Open table = open.getLast();
            table.name = name;
            table.nameStart = start;
            table.nameEnd = end;
            table.last = end;
        }

        void single(int start, int end) {
            attach(new Single(start, end));
        }

        /// @param end of the closing bracket; of no account where there is none
        void end(int end) {
            attach(open.removeLast().closed(end));
        }

        Optional<Written> root() {
            return root;
        }

        private void attach(Written value) {
            if (open.isEmpty()) {
                root = Optional.of(value);
                return;
            }
            Open parent = open.getLast();
            if (parent.table) {
                parent.members.put(parent.name, new Member(parent.nameStart, parent.nameEnd, value));
                parent.nameStart = -1;
            } else {
                parent.items.add(value);
            }
            parent.last = Math.max(parent.last, value.end());
        }
    }
}
