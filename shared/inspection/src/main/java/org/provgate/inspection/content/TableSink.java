package org.provgate.inspection.content;

import java.util.ArrayList;
import java.util.List;
import org.provgate.core.facts.Concern;
import org.provgate.inspection.evidence.TableRow;
import org.provgate.inspection.rows.CsvRows;
import org.provgate.inspection.scan.Hits;

/// Records of a table in text. The first one names the columns, unless it looks like values.
final class TableSink extends TextSink {

    private static final int MOST_COLUMNS = 10_000;
    private static final Hits NONE = new Hits();

    private final CsvRows records;
    private final TableRow table;
    private boolean headed;
    private int columns;
    private boolean ragged;

    TableSink(Inspection inspection, String where, CsvRows records) {
        super(inspection, where);
        this.records = records;
        this.table = new TableRow(examiner);
    }

    @Override
    public void quiet(byte[] bytes, int from, int to, long line) {
        record(bytes, from, to, NONE, 0, 0, line, table.readAlways());
    }

    @Override
    public void row(byte[] bytes, int from, int to, Hits hits, int firstHit, int lastHit, long line) {
        record(bytes, from, to, hits, firstHit, lastHit, line, true);
    }

    private void record(byte[] bytes, int from, int to, Hits hits, int firstHit, int lastHit, long line, boolean read) {
        int last = last(bytes, from, to);
        if (first(bytes, from, last) == last) {
            return;
        }
        if (!headed) {
            headed = true;
            if (header(bytes, from, to)) {
                return;
            }
        }
        long number = count();
        if (!read) {
            return;
        }
        List<int[]> fields = records.fields(bytes, from, to);
        if (fields.size() != columns && !ragged && columns > 1 && fields.size() > MOST_COLUMNS) {
            ragged = true;
            concern(Concern.Kind.UNREADABLE, "%s has %d fields".formatted(inspection.line(line), fields.size()), line);
        }
        examiner.beginRow();
        List<int[]> kept = fields.subList(0, Math.min(fields.size(), MOST_COLUMNS));
        table.read(bytes, kept, hits, firstHit, lastHit, line);
        end(number, line);
    }

    private static List<String> texts(byte[] bytes, List<int[]> fields) {
        List<String> texts = new ArrayList<>(fields.size());
        for (int[] field : fields.subList(0, Math.min(fields.size(), MOST_COLUMNS))) {
            texts.add(CsvRows.text(bytes, field[0], field[1]));
        }
        return texts;
    }

    private boolean header(byte[] bytes, int from, int to) {
        int start = to - from > 2 && bytes[from] == (byte) 0xef && bytes[from + 1] == (byte) 0xbb ? from + 3 : from;
        List<String> names = texts(bytes, records.fields(bytes, start, to));
        columns = names.size();
        boolean header = names.stream().allMatch(TableSink::name)
                && names.stream().distinct().count() == names.size();
        table.columns(header ? names : List.of());
        return header;
    }

    /// A short name that is no number. An empty one is an index column.
    private static boolean name(String text) {
        return text.length() <= 100
                && text.indexOf('\n') < 0
                && !text.strip().matches("[-+]?[\\d.,eE%:/-]*\\d[\\d.,eE%:/-]*");
    }
}
