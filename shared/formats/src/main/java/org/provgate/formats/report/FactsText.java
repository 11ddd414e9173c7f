package org.provgate.formats.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sighting;

/// Facts as a table for a terminal: a line for each file, evidence and concerns below it.
public final class FactsText {

    private static final int PATH_LIMIT = 60;
    private static final int TYPE_LIMIT = 34;

    private FactsText() {}

    public static String table(List<ObjectFacts> files, boolean colour) {
        return table(files.stream().map(ExplainedFacts::unexplained).toList(), FactsText::evidence, colour);
    }

    /// Every hit below the evidence that counts it.
    public static String explained(List<ExplainedFacts> files, boolean colour) {
        return table(files, FactsText::hits, colour);
    }

    private interface Below {
        void write(TextLines lines, ExplainedFacts explained) throws IOException;
    }

    private static String table(List<ExplainedFacts> explained, Below below, boolean colour) {
        List<ObjectFacts> files = explained.stream().map(ExplainedFacts::facts).toList();
        StringBuilder table = new StringBuilder();
        TextLines lines = new TextLines(table, colour);
        int paths = width(files.stream().map(ObjectFacts::path).toList(), "file", PATH_LIMIT);
        int types = width(files.stream().map(ObjectFacts::mediaType).toList(), "type", TYPE_LIMIT);
        try {
            lines.line(lines.paint(
                    Ink.FAINT, row(paths, types, "file", "bytes", "type", "rows", "looked into", "sha256")));
            for (ExplainedFacts each : explained) {
                ObjectFacts facts = each.facts();
                lines.line(row(
                        paths,
                        types,
                        Printable.line(facts.path()),
                        Wording.number(facts.bytes()),
                        Printable.line(facts.mediaType()),
                        Wording.rows(facts.rows()),
                        Wording.coverage(facts),
                        facts.sha256().hex().substring(0, 12)));
                concerns(lines, facts);
                below.write(lines, each);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toString();
    }

    private static void concerns(TextLines lines, ObjectFacts facts) throws IOException {
        for (Concern concern : facts.concerns()) {
            lines.labelled(Ink.WARNING, "    concern   ", "line %s: %s".formatted(concern.line(), concern.detail()));
        }
    }

    private static void evidence(TextLines lines, ExplainedFacts explained) throws IOException {
        for (Evidence evidence : explained.facts().evidence()) {
            lines.labelled(
                    ink(evidence),
                    "    evidence  ",
                    "%s: %s".formatted(Wording.where(evidence), Wording.sign(evidence)));
            lines.labelled("              ", "“" + evidence.excerpt() + "”");
        }
    }

    private static void hits(TextLines lines, ExplainedFacts explained) throws IOException {
        Map<Evidence, List<Sighting>> hits =
                explained.hits().stream().collect(Collectors.groupingBy(hit -> counting(hit, explained.facts())));
        for (Evidence evidence : explained.facts().evidence()) {
            lines.labelled(ink(evidence), "    evidence  ", Wording.sign(evidence));
            for (Sighting hit : hits.getOrDefault(evidence, List.of())) {
                String within = hit.within().isEmpty() ? "" : hit.within() + ", ";
                String line = hit.line() == 0 ? evidence.where() : "line " + Wording.number(hit.line());
                lines.labelled("              ", "%s%s: “%s”".formatted(within, line, hit.excerpt()));
            }
        }
        if (explained.left() > 0) {
            lines.labelled("              ", "%s more".formatted(Wording.counted(explained.left(), "hit")));
        }
    }

    /// The evidence that counts the hit. Where a file names very many models, or a sign is too rare for its strength,
    /// not all of it is as the hit says.
    private static Evidence counting(Sighting hit, ObjectFacts facts) {
        return facts.evidence().stream()
                .filter(evidence -> evidence.fingerprint().equals(hit.fingerprint()))
                .min(Comparator.comparing(
                                (Evidence evidence) -> !evidence.maker().equals(hit.maker()))
                        .thenComparing(evidence -> evidence.strength() != hit.strength()))
                .orElseThrow(() -> new IllegalArgumentException("a hit that no evidence counts: " + hit));
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
