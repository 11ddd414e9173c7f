package org.provgate.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.provgate.bench.Sections;
import org.provgate.core.facts.Digests;

/// Compares the jars of two builds.
///
/// usage: Reproducible PAGE FIRST SECOND
final class Reproducible {

    private Reproducible() {}

    public static void main(String[] arguments) throws IOException {
        SortedMap<String, String> first = jars(Path.of(arguments[1]));
        SortedMap<String, String> second = jars(Path.of(arguments[2]));
        List<String> differ = new ArrayList<>();
        first.forEach((name, digest) -> {
            if (!digest.equals(second.getOrDefault(name, ""))) {
                differ.add(name);
            }
        });
        differ.forEach(name -> System.err.println("DIFFERS " + name));
        boolean same = differ.isEmpty() && first.keySet().equals(second.keySet()) && !first.isEmpty();
        String text = """
            ### Built twice

            `tools/proof/run reproducible`: all %d jars, those for Lambda among them, built twice from the same sources, in different \
            folders, time zones and languages: %s.
            """.formatted(first.size(), same ? "the same bytes" : differ.size() + " differ");
        if (same) {
            Sections.write(Path.of(arguments[0]), "reproducible", text);
        }
        System.out.print(text);
        System.exit(same ? 0 : 1);
    }

    private static SortedMap<String, String> jars(Path folder) throws IOException {
        SortedMap<String, String> jars = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jar")).toList()) {
                jars.put(
                        folder.relativize(file).toString(),
                        Digests.sha256(Files.readAllBytes(file)).hex());
            }
        }
        return jars;
    }
}
