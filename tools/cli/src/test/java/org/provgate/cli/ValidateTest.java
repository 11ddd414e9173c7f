package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDeclaredHumanSetIsAccepted() {
        Submission.of(folder.resolve("harbour"), Submission.HUMAN);

        Called called = Called.in(folder, "validate", "harbour", "--format", "json");

        assertThat(called.exit()).as(called.err()).isZero();
        JsonNode report = called.json();
        assertThat(report.at("/outcome").asString()).isEqualTo("accepted");
        assertThat(report.at("/submission/name").asString()).isEqualTo("harbour");
        assertThat(report.at("/submission/format").asString()).isEqualTo("native");
        assertThat(report.at("/submission/dataset/license").asString()).isEqualTo("CC-BY-4.0");
        assertThat(report.at("/files")).hasSize(2);
        assertThat(report.at("/checked")).hasSizeGreaterThan(10);
    }

    @Test
    void anUndeclaredTeacherIsShownWithLineAndExcerpt() {
        Submission.of(folder, Submission.HUMAN + Submission.CLAUDE);

        Called called = Called.in(folder, "validate", ".", "--format", "json");

        assertThat(called.exit()).as(called.err()).isEqualTo(1);
        JsonNode finding = called.json().at("/findings/0");
        assertThat(finding.at("/code").asString()).isEqualTo("teacher-undeclared");
        assertThat(finding.at("/severity").asString()).isEqualTo("error");
        assertThat(finding.at("/file").asString()).isEqualTo("data/train.jsonl");
        assertThat(finding.at("/line").asInt()).isEqualTo(3);
        assertThat(finding.at("/evidence/0/provider").asString()).isEqualTo("anthropic");
        assertThat(finding.at("/evidence/0/excerpt").asString()).contains("Claude");
    }

    @Test
    void textNamesThePlaceAndTheRemedy() {
        Submission.of(folder, Submission.HUMAN).replacing("provenance.yaml", "teachers: none", "teachers: []");

        Called called = Called.in(folder, "validate", ".");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).contains("teachers-unstated").contains("18:11").contains("quarantined");
    }

    @Test
    void everySubmissionOfAFolderIsDecidedInOneCall() throws IOException {
        Submission.of(folder.resolve("good"), Submission.HUMAN);
        Submission.of(folder.resolve("worse"), Submission.CLAUDE);

        Called called = Called.in(folder, "validate", ".", "--each", "--format", "json");

        assertThat(called.exit()).isEqualTo(1);
        List<String> outcomes = called.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).at("/outcome").asString())
                .toList();
        assertThat(outcomes).containsExactly("accepted", "quarantined");
    }

    @Test
    void theGatesNameIsUsedWhenGiven() {
        Submission.of(folder, Submission.HUMAN);

        Called called = Called.in(folder, "validate", ".", "--as", "jane/harbour/r1", "--format", "json");

        assertThat(called.json().at("/submission/name").asString()).isEqualTo("jane/harbour/r1");
    }

    @Test
    void theReportCanGoToAFile() throws IOException {
        Submission.of(folder.resolve("harbour"), Submission.HUMAN);

        Called called = Called.in(folder, "validate", "harbour", "--format", "sarif", "--output", "out.sarif");

        assertThat(called.exit()).isZero();
        assertThat(called.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("out.sarif"))).contains("\"2.1.0\"");
    }

    @Test
    void theSameFolderGivesTheSameBytes() {
        Submission.of(folder, Submission.CLAUDE);

        assertThat(Called.in(folder, "validate", ".", "--format", "json").out())
                .isEqualTo(
                        Called.in(folder, "validate", ".", "--format", "json").out());
    }

    @Test
    void whatCannotRunIsOneSentenceAndExit2() {
        Submission.of(folder, Submission.HUMAN).with("broken.yaml", "policy: provenance-gate/v1\nrulez: {}\n");
        List<List<String>> calls = List.of(
                List.of("validate", "nowhere"),
                List.of("validate", "provenance.yaml"),
                List.of("validate", ".", "--format", "pdf"),
                List.of("validate", ".", "--today", "24.11.2026"),
                List.of("validate", ".", "--as", "jane"),
                List.of("validate", ".", "--policy", "broken.yaml"),
                List.of("validate", ".", "--policy", "absent.yaml"),
                List.of("validate", ".", "--output", "no/such/folder.json"),
                List.of("validate"),
                List.of("validat", "."),
                List.of());

        for (List<String> arguments : calls) {
            Called called = Called.in(folder, arguments.toArray(String[]::new));

            assertThat(called.exit()).as("%s", arguments).isEqualTo(2);
            assertThat(called.out()).as("%s", arguments).isEmpty();
            assertThat(called.err().lines()).as("%s", arguments).hasSize(1);
            assertThat(called.err()).as("%s", arguments).startsWith("provgate: ");
        }
    }

    @Test
    void aFaultyPolicyIsNamedWithItsPlace() {
        Submission.of(folder, Submission.HUMAN).with("broken.yaml", "policy: provenance-gate/v1\nrulez: {}\n");

        assertThat(Called.in(folder, "validate", ".", "--policy", "broken.yaml").err())
                .contains("broken.yaml:2:1");
    }

    @Test
    @Timeout(20)
    void linksThatLeaveTheFolderAndPipesAreNotOpened() throws IOException, InterruptedException {
        Submission.of(folder.resolve("harbour"), Submission.HUMAN);
        Path outside = Files.writeString(folder.resolve("secret.txt"), "the secret of the sea");
        Files.createSymbolicLink(folder.resolve("harbour/data/link.txt"), outside);
        int made = new ProcessBuilder(
                        "mkfifo", folder.resolve("harbour/data/pipe").toString())
                .start()
                .waitFor();
        assertThat(made).isZero();

        Called called = Called.in(folder, "validate", "harbour", "--format", "json");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.json().at("/findings").findValuesAsString("code")).contains("file-unreadable");
        assertThat(called.out()).doesNotContain("the secret of the sea");
    }
}
