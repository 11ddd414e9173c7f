package org.provgate.inspection.evidence;

import java.util.List;
import org.provgate.inspection.fingerprint.Triggers.Look;
import org.provgate.inspection.rows.Bytes;
import org.provgate.inspection.rows.CsvRows;
import org.provgate.inspection.scan.Hits;

/// A row of a table: the same as an object whose keys are the columns.
public final class TableRow {

    private final RowExaminer examiner;
    private List<KeyMeaning> columns = List.of();

    public TableRow(RowExaminer examiner) {
        this.examiner = examiner;
    }

    public void columns(List<String> names) {
        columns = names.stream().map(name -> examiner.meaning(name.strip())).toList();
    }

    /// Whether a column says something in every row, whatever the scanner finds.
    public boolean readAlways() {
        return columns.stream()
                .anyMatch(column -> column.model() || column.teacher().isPresent());
    }

    /// @param fields begin and end of each, quotes included
    /// @param hits what the scanner found, from `firstHit` on within the row
    public void read(byte[] row, List<int[]> fields, Hits hits, int firstHit, int lastHit, long line) {
        examiner.begin(KeyMeaning.NONE, false, line);
        long at = line;
        int next = firstHit;
        for (int i = 0; i < fields.size(); i++) {
            int from = fields.get(i)[0];
            int to = fields.get(i)[1];
            while (next < lastHit && hits.end(next) <= from) {
                next++;
            }
            Look look = examiner.look(row, from, to, hits, next, lastHit);
            KeyMeaning column = i < columns.size() ? columns.get(i) : KeyMeaning.NONE;
            examiner.text(column, CsvRows.text(row, from, to), look, at);
            at += Bytes.count(row, (byte) '\n', from, to);
        }
        examiner.end();
    }
}
