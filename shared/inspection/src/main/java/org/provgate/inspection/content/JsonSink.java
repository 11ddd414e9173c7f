package org.provgate.inspection.content;

import org.provgate.core.facts.Concern;
import org.provgate.inspection.scan.Hits;

/// Rows that are JSON values.
final class JsonSink extends TextSink {

    private static final long ALWAYS_WALKED = 20;
    private static final Hits NONE = new Hits();

    private boolean faulty;

    JsonSink(Inspection inspection, String where) {
        super(inspection, where);
    }

    @Override
    public void quiet(byte[] bytes, int from, int to, long line) {
        int first = first(bytes, from, to);
        int last = last(bytes, from, to);
        if (first == last) {
            return;
        }
        if (rows() < ALWAYS_WALKED) {
            row(bytes, first, last, NONE, 0, 0, line);
        } else {
            count();
            boolean object = bytes[first] == '{' && bytes[last - 1] == '}';
            boolean list = bytes[first] == '[' && bytes[last - 1] == ']';
            if (!object && !list && (bytes[first] == '{' || bytes[first] == '[' || bytes[first] > '9')) {
                faulty(line);
            }
        }
    }

    @Override
    public void row(byte[] bytes, int from, int to, Hits hits, int firstHit, int lastHit, long line) {
        int first = first(bytes, from, to);
        int last = last(bytes, from, to);
        if (first == last) {
            return;
        }
        long number = count();
        examiner.beginRow();
        if (walk.row(bytes, first, last, hits, firstHit, lastHit, line)) {
            end(number, line);
        } else {
            if (walk.tooDeep()) {
                tooDeep(line);
            } else {
                faulty(line);
            }
            plain(bytes, first, last, line, number);
        }
    }

    private void tooDeep(long line) {
        concern(
                Concern.Kind.NOT_INSPECTED,
                "%s nests deeper than %d levels and was only searched as text"
                        .formatted(inspection.line(line), inspection.limits().depth()),
                line);
    }

    private void faulty(long line) {
        if (!faulty) {
            faulty = true;
            concern(Concern.Kind.UNREADABLE, "%s is not valid JSON".formatted(inspection.line(line)), line);
        }
    }
}
