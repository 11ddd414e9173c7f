package org.provgate.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.provgate.bench.Corpus.Payload;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;
import org.provgate.inspection.rows.CsvRows;

/// The same rows without the fields that name their model, as JSON lines.
final class StrippedRows {

    private StrippedRows() {}

    /// Empty for formats that are not rewritten here.
    static Optional<byte[]> of(Payload payload, byte[] content) throws IOException {
        return switch (payload.format()) {
            case "jsonl" -> Optional.of(lines(text(content), payload.strip()));
            case "jsonl.gz" ->
                Optional.of(lines(
                        text(new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes()), payload.strip()));
            case "json" -> Optional.of(list(text(content), payload.strip()));
            case "csv" -> Optional.of(table(content, payload.strip()));
            default -> Optional.empty();
        };
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] lines(String text, Set<String> strip) {
        StringBuilder rows = new StringBuilder();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> row(tree(line), strip, rows));
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] list(String text, Set<String> strip) {
        StringBuilder rows = new StringBuilder();
        if (tree(text) instanceof Sequence sequence) {
            sequence.items().forEach(item -> row(item, strip, rows));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Node tree(String text) {
        return switch (JsonTree.read(SourceText.of("row", text))) {
            case TreeReading.Read(Node root, var _) -> root;
            case TreeReading.Empty _, TreeReading.Broken _ ->
                throw new IllegalStateException("a row of the corpus is not JSON");
        };
    }

    private static void row(Node node, Set<String> strip, StringBuilder to) {
        write(node, strip, to);
        to.append('\n');
    }

    private static void write(Node node, Set<String> strip, StringBuilder to) {
        switch (node) {
            case Mapping mapping -> {
                List<String> members = new ArrayList<>();
                mapping.members().forEach((key, value) -> {
                    if (!strip.contains(key)) {
                        StringBuilder member = new StringBuilder();
                        string(key, member);
                        member.append(": ");
                        write(value, strip, member);
                        members.add(member.toString());
                    }
                });
                to.append('{').append(String.join(", ", members)).append('}');
            }
            case Sequence sequence -> {
                to.append('[');
                for (int i = 0; i < sequence.items().size(); i++) {
                    to.append(i > 0 ? ", " : "");
                    write(sequence.items().get(i), strip, to);
                }
                to.append(']');
            }
            case Scalar scalar when scalar.isText() -> string(scalar.text(), to);
            case Scalar scalar -> to.append(scalar.isNull() ? "null" : scalar.text());
        }
    }

    private static void string(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            if (ch == '"' || ch == '\\') {
                to.append('\\').append(ch);
            } else if (ch < ' ') {
                to.append("\\u%04x".formatted((int) ch));
            } else {
                to.append(ch);
            }
        }
        to.append('"');
    }

    private static byte[] table(byte[] content, Set<String> strip) {
        CsvRows records = new CsvRows((byte) ',');
        List<String> names = List.of();
        StringBuilder rows = new StringBuilder();
        for (int from = 0; records.find(content, from, content.length, true); from = records.next()) {
            List<String> fields = records.fields(content, records.rowFrom(), records.rowTo()).stream()
                    .map(field -> CsvRows.text(content, field[0], field[1]))
                    .toList();
            if (names.isEmpty()) {
                names = fields;
            } else {
                record(names, fields, strip, rows);
            }
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void record(List<String> names, List<String> fields, Set<String> strip, StringBuilder to) {
        to.append('{');
        String comma = "";
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            if (!strip.contains(names.get(i))) {
                to.append(comma);
                string(names.get(i), to);
                to.append(": ");
                string(fields.get(i), to);
                comma = ", ";
            }
        }
        to.append("}\n");
    }
}
