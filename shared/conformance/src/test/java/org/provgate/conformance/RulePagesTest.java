package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.formats.report.RuleIndex;
import org.provgate.formats.report.RulePage;

/// The pages under `docs/rules` are printed from the rules. `./mvnw verify -Dprovgate.write` writes them anew.
class RulePagesTest {

    private static final Path FOLDER = Repository.here().root().resolve("docs/rules");

    @Test
    void thePagesOnDiskAreThoseOfTheRules() throws IOException {
        SortedMap<String, String> rendered = rendered();
        if (System.getProperty("provgate.write") != null) {
            write(rendered);
        }

        assertThat(onDisk()).as("docs/rules; -Dprovgate.write writes them anew").isEqualTo(rendered);
    }

    private static SortedMap<String, String> rendered() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put("README.md", RuleIndex.markdown(Rulebook.specs()));
        Rulebook.specs().forEach(rule -> pages.put(rule.code() + ".md", RulePage.file(rule)));
        return pages;
    }

    private static SortedMap<String, String> onDisk() throws IOException {
        SortedMap<String, String> pages = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> files = Files.list(FOLDER)) {
                for (Path file : files.toList()) {
                    pages.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return pages;
    }

    private static void write(SortedMap<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (var page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                if (!pages.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
