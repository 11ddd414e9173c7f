package org.provgate.formats.manifest;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.provgate.core.manifest.ManifestReading;

/// Documents that are made to hurt a reader. Run as a program of its own, it reads each of them and prints the name,
/// the processor time in milliseconds and what came of it.
public final class HostileInputs {

    private static final int FULL = 8 * 1024 * 1024;

    private static final String NATIVE = "manifest: dataset-provenance/v1\n";

    private HostileInputs() {}

    public static void main(String[] args) {
        read("warm-up.yaml", () -> NATIVE.getBytes(StandardCharsets.UTF_8));
        read("warm-up.json", () -> "{}".getBytes(StandardCharsets.UTF_8));
        all().forEach((name, bytes) -> {
            byte[] input = bytes.get();
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            String outcome = read(name, () -> input);
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
            System.out.println(name + "\t" + spent / 1_000_000 + "\t" + outcome);
        });
    }

    static String read(String name, Supplier<byte[]> bytes) {
        String file = "provenance" + name.substring(name.lastIndexOf('.'));
        return switch (new NativeManifestReader().read(file, bytes.get())) {
            case ManifestReading.Read(var _, var faults, var _) -> "Read with %d faults".formatted(faults.size());
            case ManifestReading.Unreadable unreadable ->
                "%d:%d %s".formatted(unreadable.at().line(), unreadable.at().column(), unreadable.message());
            case ManifestReading other -> other.getClass().getSimpleName();
        };
    }

    static Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
        structure(all);
        text(all);
        numbersAndKeys(all);
        return all;
    }

    private static void structure(Map<String, Supplier<byte[]>> all) {
        put(all, "alias bomb.yaml", () -> "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
        put(all, "flow lists.yaml", () -> "a: " + "[".repeat(100_000) + "]".repeat(100_000));
        put(all, "flow mappings.yaml", () -> "{a: ".repeat(100_000));
        put(all, "block lists.yaml", () -> "- ".repeat(100_000) + "x");
        put(all, "block mappings.yaml", () -> lines(3900, i -> " ".repeat(i) + "a:"));
        put(all, "question marks.yaml", () -> "? ".repeat(1_000_000) + "x");
        put(all, "flow question marks.yaml", () -> "{" + "? ".repeat(4_000_000));
        put(all, "lists.json", () -> "[".repeat(100_000));
        put(all, "mappings.json", () -> "{\"a\":".repeat(1_000_000));
        put(all, "documents.yaml", () -> "---\n".repeat(2_000_000));
        put(all, "anchors.yaml", () -> "- &a\n".repeat(1_000_000));
        put(all, "directives.yaml", () -> "%FOO x\n".repeat(1_000_000) + "---\nx");
        put(all, "items.yaml", () -> "a: [" + "x,".repeat(4_000_000) + "]");
        put(all, "items.json", () -> "[" + "1,".repeat(4_000_000) + "1]");
        put(all, "empty entries.json", () -> "{\"files\":[" + "{},".repeat(590_000) + "1]}");
        put(all, "odd entries.yaml", () -> "files: [" + "{a: 1},".repeat(290_000) + "1]");
        put(all, "odd teachers.yaml", () -> NATIVE + "teachers: [" + "{a: 1},".repeat(290_000) + "1]");
        put(
                all,
                "file entries.yaml",
                () -> NATIVE + "files:\n" + "- {path: a, sources: [b], teachers: [no]}\n".repeat(95_000));
    }

    private static void text(Map<String, Supplier<byte[]>> all) {
        put(all, "20 MB.yaml", () -> "a: " + "x".repeat(20 * 1024 * 1024));
        all.put("no UTF-8.yaml", () -> new byte[] {'a', ':', ' ', (byte) 0xC3, '('});
        put(all, "NUL.yaml", () -> "a: \0");
        put(all, "NUL.json", () -> "{\"a\": \"\0\"}");
        put(all, "spaces.yaml", () -> " ".repeat(FULL));
        put(all, "spaces.json", () -> " ".repeat(FULL));
        put(all, "tabs.yaml", () -> "\t".repeat(FULL));
        put(all, "line ends.yaml", () -> "\n".repeat(FULL));
        put(all, "comments.yaml", () -> "#\n".repeat(4_000_000));
        put(all, "one word.yaml", () -> "a: " + "b:c".repeat(2_000_000));
        put(all, "hyphens.yaml", () -> "-".repeat(FULL));
        put(all, "words of the longest kind.yaml", () -> "a: " + ("x".repeat(65_000) + " ").repeat(125));
        put(all, "folded.yaml", () -> "a: >\n" + " x\n\n".repeat(1_500_000));
        put(all, "literal.yaml", () -> "a: |\n" + "\n".repeat(5_000_000));
        put(all, "plain lines.yaml", () -> "a: x\n" + " y\n".repeat(2_000_000));
        put(all, "escaped lines.yaml", () -> "a: \"" + "\\\n".repeat(2_000_000) + "\"");
        put(all, "quoted blank lines.yaml", () -> "a: \"" + "\n\n \n".repeat(1_500_000) + "\"");
        put(all, "quotation marks.yaml", () -> "a: '" + "''".repeat(2_000_000) + "'");
        put(all, "escapes.yaml", () -> "a: \"" + "\\U0001F600".repeat(800_000) + "\"");
        put(all, "surrogate pairs.yaml", () -> "a: [\"" + "😀\",\"".repeat(700_000) + "\"]");
        put(all, "escapes.json", () -> "\"" + "\\u0041".repeat(1_300_000) + "\"");
        put(all, "backslashes.json", () -> "{\"a\":\"" + "\\\\".repeat(4_000_000));
        put(all, "commas.yaml", () -> "[" + ",".repeat(8_000_000));
        put(all, "exclamation marks.yaml", () -> "a: " + "!".repeat(1_000_000));
        put(all, "tag of escapes.yaml", () -> "a: !" + "%41".repeat(1_000_000) + " c");
        put(all, "long anchor.yaml", () -> "a: &" + "b".repeat(1_000_000) + " c");
    }

    private static void numbersAndKeys(Map<String, Supplier<byte[]>> all) {
        put(all, "1 M keys.yaml", () -> lines(1_000_000, i -> Integer.toString(i, 36) + ":"));
        put(all, "1 M keys.json", () -> keys(1_000_000));
        put(all, "unknown keys.yaml", () -> NATIVE + lines(590_000, i -> Integer.toString(i, 36) + ":"));
        put(all, "equal keys.yaml", () -> "{" + "a,".repeat(4_000_000));
        put(all, "long key.yaml", () -> "a".repeat(1_000_000) + ": 1");
        put(all, "long key.json", () -> "{\"" + "k".repeat(4_000_000) + "\":1}");
        put(all, "digits.json", () -> "{\"manifest\":" + "9".repeat(4_000_000) + "}");
        put(all, "digits.yaml", () -> NATIVE + "files: [{path: a, bytes: " + "9".repeat(60_000) + "}]");
        put(all, "exponent.json", () -> "{\"manifest\":\"x\",\"files\":[{\"bytes\":1e999999999}]}");
        put(all, "sexagesimal.yaml", () -> NATIVE + "dataset: {name: 1" + ":1".repeat(30_000) + "}");
    }

    private static void put(Map<String, Supplier<byte[]>> all, String name, Supplier<String> text) {
        all.put(name, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":1")
                .collect(Collectors.joining(",", "{", "}"))
                .substring(0, FULL - 10);
    }
}
