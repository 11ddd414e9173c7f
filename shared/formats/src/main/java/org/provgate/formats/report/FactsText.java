package org.provgate.formats.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.ObjectFacts;

/// Facts as a table for a terminal: a line for each file, evidence and concerns below it.
public final class FactsText {

    private static final int PATH_LIMIT = 60;
    private static final int TYPE_LIMIT = 34;

    private FactsText() {}

    public static String table(List<ObjectFacts> files, boolean colour) {
        StringBuilder table = new StringBuilder();
        TextLines lines = new TextLines(table, colour);
        int paths = width(files.stream().map(ObjectFacts::path).toList(), "file", PATH_LIMIT);
        int types = width(files.stream().map(ObjectFacts::mediaType).toList(), "type", TYPE_LIMIT);
        try {
            lines.line(lines.paint(
                    Ink.FAINT, row(paths, types, "file", "bytes", "type", "rows", "looked into", "sha256")));
            for (ObjectFacts facts : files) {
                lines.line(row(
                        paths,
                        types,
                        Printable.line(facts.path()),
                        Wording.number(facts.bytes()),
                        Printable.line(facts.mediaType()),
                        Wording.rows(facts.rows()),
                        Wording.coverage(facts),
                        facts.sha256().hex().substring(0, 12)));
                below(lines, facts);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toString();
    }

    private static void below(TextLines lines, ObjectFacts facts) throws IOException {
        for (Concern concern : facts.concerns()) {
            lines.labelled(Ink.WARNING, "    concern   ", "line %s: %s".formatted(concern.line(), concern.detail()));
        }
        for (Evidence evidence : facts.evidence()) {
            lines.labelled(
                    ink(evidence),
                    "    evidence  ",
                    "line %s: %s".formatted(Wording.number(evidence.firstLine()), Wording.sign(evidence)));
            lines.labelled("              ", "“" + evidence.excerpt() + "”");
        }
    }

    private static Ink ink(Evidence evidence) {
        return switch (evidence.strength()) {
            case CONCLUSIVE -> Ink.ERROR;
            case STRONG -> Ink.WARNING;
            case WEAK -> Ink.FAINT;
        };
    }

    private static String row(int paths, int types, String... cells) {
        return "%s  %s  %s  %s  %s  %s"
                .formatted(
                        Columns.padded(cells[0], paths),
                        " ".repeat(Math.max(0, 15 - cells[1].length())) + cells[1],
                        Columns.padded(cells[2], types),
                        " ".repeat(Math.max(0, 13 - cells[3].length())) + cells[3],
                        Columns.padded(cells[4], 11),
                        cells[5]);
    }

    private static int width(List<String> texts, String head, int limit) {
        int widest =
                texts.stream().map(Printable::line).mapToInt(Columns::of).max().orElse(0);
        return Math.max(head.length(), Math.min(limit, widest));
    }
}
