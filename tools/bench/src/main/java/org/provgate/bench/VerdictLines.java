package org.provgate.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;

/// Reports of `provgate validate --each --format json`, each as one line that two revisions can be compared by: the
/// submission, the outcome, and each code with its severity and how often it was found.
public final class VerdictLines {

    private VerdictLines() {}

    /// @param arguments a file of reports, one a line; the lines go to standard output
    public static void main(String... arguments) throws IOException {
        PrintStream out = System.out;
        try (Stream<String> reports = Files.lines(Path.of(arguments[0]))) {
            reports.filter(report -> !report.isBlank()).map(VerdictLines::of).forEach(out::println);
        }
    }

    static String of(String report) {
        if (!(JsonTree.read(SourceText.of("report", report)) instanceof TreeReading.Read(Mapping root, var _))) {
            return "a line that is no report";
        }
        SortedMap<String, Long> codes = findings(root).stream()
                .map(finding -> text(finding, "code") + " " + text(finding, "severity"))
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        String submission = root.get("submission").orElse(root) instanceof Mapping mapping ? text(mapping, "name") : "";
        return "%s: %s%s".formatted(submission, text(root, "outcome"), listed(codes));
    }

    private static String listed(SortedMap<String, Long> codes) {
        return codes.entrySet().stream()
                .map(entry -> ", " + entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
                .collect(Collectors.joining());
    }

    private static List<Mapping> findings(Mapping root) {
        return root.get("findings").orElse(root) instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(Mapping.class::isInstance)
                        .map(Mapping.class::cast)
                        .toList()
                : List.of();
    }

    private static String text(Mapping mapping, String key) {
        return mapping.get(key).orElse(mapping) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }
}
