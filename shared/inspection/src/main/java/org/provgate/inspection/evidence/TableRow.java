package org.provgate.inspection.evidence;

import java.util.List;

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

    public void read(List<String> fields, long line) {
        examiner.begin(KeyMeaning.NONE, false, line);
        long at = line;
        for (int i = 0; i < fields.size(); i++) {
            String text = fields.get(i);
            examiner.text(i < columns.size() ? columns.get(i) : KeyMeaning.NONE, text, true, at);
            at += text.chars().filter(ch -> ch == '\n').count();
        }
        examiner.end();
    }
}
