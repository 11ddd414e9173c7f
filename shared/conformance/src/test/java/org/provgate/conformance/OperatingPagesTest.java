package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.conformance.Template.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an operator is told of is what the template has.
class OperatingPagesTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final Template TEMPLATE = Template.of(REPOSITORY);

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void everyAlarmIsExplainedAndNoOther() {
        assertThat(firstCells(section("## Alarms")))
                .containsExactlyInAnyOrderElementsOf(TEMPLATE.resources("AWS::CloudWatch::Alarm").values().stream()
                        .map(alarm -> String.valueOf(alarm.get("AlarmName")).replaceFirst("^provgate-", ""))
                        .toList());
    }

    @Test
    void everyParameterIsExplainedAndNoOther() {
        assertThat(firstCells(section("### Parameters")))
                .containsExactlyInAnyOrderElementsOf(
                        mapping(TEMPLATE.at("Parameters")).keySet());
    }

    @Test
    void logLinesThatAreSearchedForAreWritten() {
        String searches = section("## Log lines");
        Set<String> messages = Pattern.compile("message = \"([^\"]+)\"")
                .matcher(searches)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        StringBuilder sources = new StringBuilder();
        REPOSITORY.javaFiles().stream()
                .filter(file -> file.toString().contains("src/main/java/"))
                .forEach(file -> sources.append(read(file.toString())));

        assertThat(messages).isNotEmpty().allMatch(message -> sources.indexOf("\"" + message + "\"") >= 0);
    }

    @Test
    void testsThatTheThreatModelNamesExist() {
        List<String> named = Pattern.compile("`(\\w+Test)`")
                .matcher(read("docs/threat-model.md"))
                .results()
                .map((MatchResult found) -> found.group(1) + ".java")
                .toList();
        Set<String> there = REPOSITORY.javaFiles().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty().allMatch(there::contains);
    }

    @Test
    void queuesAndStateMachinesThatAlarmsSendTheReaderToExist() {
        String template = String.valueOf(TEMPLATE.at("Resources"));

        assertThat(Pattern.compile("`PREFIX-([a-z-]+)")
                        .matcher(read("docs/operate.md"))
                        .results()
                        .map((MatchResult found) -> "provgate-" + found.group(1)))
                .isNotEmpty()
                .allMatch(template::contains);
    }

    private static Stream<String> firstCells(String section) {
        return FIRST_CELL.matcher(section).results().map((MatchResult cell) -> cell.group(1));
    }

    /// From that heading to the next of its rank or a higher one.
    private static String section(String heading) {
        String page = read("docs/operate.md");
        int begin = page.indexOf("\n" + heading + "\n") + 1;
        assertThat(begin).as("docs/operate.md has " + heading).isPositive();
        String rest = page.substring(begin + heading.length());
        String[] parts = rest.split("(?m)^#{2,3} ", 2);
        return parts[0];
    }

    private static String read(String path) {
        try {
            return Files.readString(REPOSITORY.root().resolve(path));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
