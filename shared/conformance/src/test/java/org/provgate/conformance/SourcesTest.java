package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What can be read off the sources, tests included.
class SourcesTest {

    private static final int LONGEST_FILE = 350;

    /// Tests may carry their samples, and so may the contracts that tests inherit.
    private static final int LONGEST_TEST = 500;

    private static final Set<String> EMPTY_WORDS =
            Set.of("Manager", "Helper", "Util", "Utils", "Service", "Impl", "Data", "Info", "Common", "Base");

    /// The field's own terms, which happen to hold such a word.
    private static final Set<String> TERMS = Set.of("DataSource");

    private static final Pattern DECLARED = Pattern.compile(
            "^\\s*(?:(?:public|private|protected|static|final|abstract|sealed|non-sealed)\\s+)*"
                    + "(?:class|interface|@interface|record|enum)\\s+(\\w+)",
            Pattern.MULTILINE);

    /// In two parts, so that this file does not speak of itself.
    private static final Pattern LEFT_UNDONE =
            Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled\\b");

    private static final Pattern SLEEPS = Pattern.compile("\\b(?:Thread|TimeUnit\\.\\w+)\\.sl" + "eep\\(");

    private static final Repository REPOSITORY = Repository.here();
    private static final List<Path> FILES = REPOSITORY.javaFiles();

    @Test
    void everyPackageIsNullMarked() throws IOException {
        List<Path> unmarked = new ArrayList<>();
        for (Path file : production()) {
            Path description = file.resolveSibling("package-info.java");
            if (!Files.exists(description) || !Files.readString(description).contains("@NullMarked\npackage ")) {
                unmarked.add(REPOSITORY.root().relativize(file.getParent()));
            }
        }
        assertThat(unmarked.stream().distinct())
                .as("packages without @NullMarked")
                .isEmpty();
    }

    @Test
    void noTypeIsNamedWithAnEmptyWord() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : FILES) {
            names.addAll(typesDeclaredIn(Files.readString(file)));
        }
        assertThat(names).contains("Evaluator", "SourcesTest");
        assertThat(names.stream().filter(SourcesTest::hasAnEmptyWord).toList())
                .as("types named with an empty word")
                .isEmpty();
    }

    @Test
    void anEmptyWordIsFoundAmongOthers() {
        assertThat(Stream.of("LedgerService", "DataStore", "KeyUtil", "Base")).allMatch(SourcesTest::hasAnEmptyWord);
        assertThat(Stream.of("Dataset", "KnownDataset", "Database", "Baseline", "Information"))
                .noneMatch(SourcesTest::hasAnEmptyWord);
        assertThat(typesDeclaredIn("public final class LedgerService {\n  private record Data(int x) {}\n}"))
                .containsExactly("LedgerService", "Data");
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : FILES) {
            int lines = Files.readAllLines(file).size();
            boolean ships =
                    isProduction(file) && !file.startsWith(REPOSITORY.root().resolve("shared/testkit"));
            if (lines > (ships ? LONGEST_FILE : LONGEST_TEST)) {
                tooLong.add("%s: %d lines".formatted(REPOSITORY.root().relativize(file), lines));
            }
        }
        assertThat(tooLong).as("files too long to read").isEmpty();
    }

    @Test
    void nothingIsLeftUndone() throws IOException {
        assertThat(filesWith(LEFT_UNDONE)).isEmpty();
    }

    @Test
    void noTestSleeps() throws IOException {
        // What is run by hand against a process of its own keeps to the clock on the wall.
        assertThat(filesWith(SLEEPS))
                .allMatch(file -> file.endsWith("HouseRulesTest.java") || file.startsWith("tools/proof/"));
    }

    private static List<Path> production() {
        List<Path> files = FILES.stream().filter(SourcesTest::isProduction).toList();
        assertThat(files).as("production sources").hasSizeGreaterThan(50);
        return files;
    }

    private static boolean isProduction(Path file) {
        return REPOSITORY.root().relativize(file).toString().contains("src/main/java/");
    }

    private static List<Path> filesWith(Pattern pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : FILES) {
            if (pattern.matcher(Files.readString(file)).find()) {
                found.add(REPOSITORY.root().relativize(file));
            }
        }
        return found;
    }

    private static List<String> typesDeclaredIn(String source) {
        return DECLARED.matcher(source)
                .results()
                .map((MatchResult type) -> type.group(1))
                .toList();
    }

    private static boolean hasAnEmptyWord(String name) {
        return !TERMS.contains(name)
                && Stream.of(name.split("(?<=[a-z0-9])(?=[A-Z])", -1)).anyMatch(EMPTY_WORDS::contains);
    }
}
