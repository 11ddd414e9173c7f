package org.provgate.inspection.content;

import org.provgate.core.facts.Concern;
import org.provgate.inspection.evidence.JsonWalk;
import org.provgate.inspection.evidence.RowExaminer;
import org.provgate.inspection.rows.RowSink;
import org.provgate.inspection.scan.Hits;

/// What all formats of rows in text have in common.
abstract class TextSink implements RowSink {

    final Inspection inspection;
    final RowExaminer examiner;
    final JsonWalk walk;
    private final String where;
    private long rows;
    private boolean cut;
    private boolean busy;

    /// @param where `"in MEMBER: "`, or the empty string
    TextSink(Inspection inspection, String where) {
        this.inspection = inspection;
        this.where = where;
        this.examiner = inspection.examiner(where);
        this.walk = new JsonWalk(examiner, inspection.limits().depth());
    }

    long rows() {
        return rows;
    }

    /// Whether rows were counted that could not be kept, so that there may be more or fewer.
    boolean cut() {
        return cut;
    }

    final long count() {
        rows++;
        return inspection.rowRead();
    }

    final void concern(Concern.Kind kind, String detail, long line) {
        inspection.concern(kind, where + detail, line);
    }

    /// Something that cannot be followed as what it should be.
    final void plain(byte[] bytes, int from, int to, long line, long number) {
        examiner.beginRow();
        walk.pieces(bytes, from, to, line);
        end(number, line);
    }

    final void end(long number, long line) {
        if (examiner.exhausted() && !busy) {
            busy = true;
            concern(
                    Concern.Kind.NOT_INSPECTED,
                    "%s was not searched to its end: its text is made to keep patterns busy"
                            .formatted(inspection.line(line)),
                    line);
        }
        examiner.endRow(number);
    }

    @Override
    public void tooLong(long line) {
        cut = true;
        count();
        concern(
                Concern.Kind.NOT_INSPECTED,
                "%s is longer than %d bytes and was only searched in pieces"
                        .formatted(inspection.line(line), inspection.limits().rowBytes()),
                line);
    }

    @Override
    public void piece(byte[] bytes, int from, int to, long line) {
        int most = 1 << 16;
        for (int start = from; start < to; start += most) {
            int stop = Math.min(to, start + most);
            if (worthwhile(bytes, start, stop)) {
                plain(bytes, start, stop, line, Math.max(0, inspection.rowsRead() - 1));
            }
        }
    }

    private boolean worthwhile(byte[] bytes, int from, int to) {
        Hits hits = new Hits();
        inspection.fingerprints().triggers().scanner().scan(bytes, from, from, to, hits);
        return hits.size() > 0;
    }

    @Override
    public void malformed(long line) {
        concern(Concern.Kind.UNREADABLE, "%s is not valid UTF-8".formatted(inspection.line(line)), line);
    }

    /// Index of the first byte that is no space.
    static int first(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    /// Index behind the last byte that is no space.
    static int last(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && bytes[at - 1] >= 0 && bytes[at - 1] <= ' ') {
            at--;
        }
        return at;
    }
}
