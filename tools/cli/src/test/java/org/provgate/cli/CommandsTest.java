package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.core.rule.Example;
import tools.jackson.databind.JsonNode;

class CommandsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyCommandExplainsItself() {
        for (String command : new String[] {
            "validate", "init", "fix", "inspect", "convert", "explain", "rules", "teachers", "policy", "local", "demo"
        }) {
            Called called = Called.in(folder, command, "--help");

            assertThat(called.exit()).as(command).isZero();
            assertThat(called.out()).as(command).contains("provgate " + command);
        }
    }

    @Test
    void everyCommandIsCalledByTheNameItSaysOfItself() {
        Console console = new Console(System.out, System.err, false, false, folder, InstantSource.system());
        for (String command : Main.line(console).getSubcommands().keySet()) {
            assertThat(Called.in(folder, command, "--help").out()).as(command).contains("Usage: provgate " + command);
        }
    }

    @Test
    void theVersionIsOneLine() {
        for (String option : List.of("--version", "-V")) {
            assertThat(Called.in(folder, option).out()).matches("provgate \\d+\\.\\d+\\.\\d+\\R");
        }
        assertThat(Called.in(folder, "validate", "--version").out())
                .isEqualTo(Called.in(folder, "--version").out());
    }

    @Test
    void aMisspeltCommandIsExit2() {
        Called called = Called.in(folder, "valdate", "data");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("valdate");
    }

    @Test
    void inspectSaysWhatIsInFiles() {
        Submission.of(folder, Submission.CLAUDE);

        JsonNode files =
                Called.in(folder, "inspect", "data", "--format", "json").json().at("/files");

        assertThat(files).hasSize(1);
        assertThat(files.at("/0/path").asString()).isEqualTo("train.jsonl");
        assertThat(files.at("/0/rows").asInt()).isEqualTo(1);
        assertThat(files.at("/0/mediaType").asString()).isEqualTo("application/jsonl");
        assertThat(files.at("/0/evidence/0/provider").asString()).isEqualTo("anthropic");
        assertThat(files.at("/0/evidence/0/strength").asString()).isEqualTo("conclusive");
    }

    @Test
    void inspectEndsWithTotals() {
        Submission.of(folder, Submission.CLAUDE);

        Called called = Called.in(folder, "inspect", "data");

        assertThat(called.err())
                .matches("(?s)1 file, [\\d,]+ bytes, 1 row in [\\d.]+ s, [\\d.]+ MB/s: evidence in 1\\.\\s");
    }

    @Test
    void inspectShowsEveryHitWhenAskedToExplain() {
        Submission.of(folder, Submission.CLAUDE);

        JsonNode file = Called.in(folder, "inspect", "data", "--explain", "--format", "json")
                .json()
                .at("/files/0");
        String text = Called.in(folder, "inspect", "data", "--explain").out();

        assertThat(file.at("/hits").size()).isGreaterThanOrEqualTo(1);
        assertThat(file.at("/hits/0/line").asInt()).isEqualTo(1);
        assertThat(text).contains("evidence  anthropic", "line 1: “");
    }

    @Test
    void explainShowsThePageOfACode() {
        Called called = Called.in(folder, "explain", "teachers-unstated");

        assertThat(called.exit()).isZero();
        assertThat(called.out()).contains("teachers: none");
    }

    @Test
    void aMisspeltCodeIsCorrected() {
        Called called = Called.in(folder, "explain", "teachers-unstatd");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("did you mean teachers-unstated?");
    }

    @Test
    void teachersCitesItsSource() {
        JsonNode answer = Called.in(
                        folder,
                        "teachers",
                        "claude-3-opus-20240229",
                        "--on",
                        "2026-03-01",
                        "--channel",
                        "provider-api",
                        "--format",
                        "json")
                .json();

        assertThat(answer.at("/provider").asString()).isEqualTo("anthropic");
        assertThat(answer.at("/terms/category").asString()).isEqualTo("prohibited");
        assertThat(answer.at("/terms/source").asString()).isNotEmpty();
    }

    @Test
    void anUnknownTeacherIsExit1WithTheNearestNames() {
        Called called = Called.in(folder, "teachers", "claude-3-opsu-20240229", "--format", "json");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.json().at("/alternatives")).isNotEmpty();
    }

    @Test
    void thePolicyIsSaidInWords() {
        new Submission(folder).with("policy.yaml", "policy: provenance-gate/v1\nname: mine\nmode: audit\n");

        Called called = Called.in(folder, "policy", "check", "policy.yaml");

        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.out()).contains("mine").contains("only audits");
    }

    @Test
    void anOperatorsOwnRuleIsExplainedFromItsPolicy() {
        new Submission(folder).with("policy.yaml", """
                custom:
                  - id: english-only
                    severity: warning
                    condition: dataset.languages != ["en"]
                    message: The dataset is not in English alone.
                    remedy: Ask for another hub.
                """);

        assertThat(Called.in(folder, "policy", "check", "policy.yaml").out())
                .contains("custom:english-only, warning", "where  dataset.languages != [\"en\"]");
        assertThat(Called.in(folder, "explain", "custom:english-only").out()).contains("policy check");
        assertThat(Called.in(folder, "explain", "custom:english-only", "--policy", "policy.yaml")
                        .out())
                .contains("dataset.languages", "Ask for another hub.");
        assertThat(Called.in(folder, "explain", "custom:english-onyl", "--policy", "policy.yaml")
                        .err())
                .contains("did you mean custom:english-only?");
    }

    @Test
    void aConditionThatCannotBeAskedStopsBeforeAnythingIsDecided() {
        Submission.of(folder.resolve("it"), Submission.HUMAN);
        new Submission(folder).with("policy.yaml", """
                custom:
                  - id: english-only
                    severity: warning
                    condition: datset.languages != ["en"]
                    message: The dataset is not in English alone.
                    remedy: Ask for another hub.
                """);

        Called called = Called.in(folder, "validate", "it", "--policy", "policy.yaml");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("policy.yaml:4:16: ", "did you mean \"dataset\"?");
    }

    @Test
    void aManifestIsWrittenInAnotherFormatAndLossesAreSaid() {
        Submission.of(folder, Submission.HUMAN);

        new Submission(folder)
                .with("mine.yaml", Example.BASE_MANIFEST.replace("SHA256(data/train.jsonl)", "0".repeat(64)));

        assertThat(Called.in(folder, "convert", "mine.yaml", "--to", "native").out())
                .as("whatever it is called")
                .contains("dataset-provenance/v1");

        Called croissant = Called.in(folder, "convert", "provenance.yaml", "--to", "croissant");
        Called summary = Called.in(folder, "convert", "provenance.yaml", "--to", "eu-summary");

        assertThat(croissant.exit()).as(croissant.err()).isZero();
        assertThat(croissant.json().at("/name").asString()).isNotEmpty();
        assertThat(summary.exit()).as(summary.err()).isZero();
        assertThat(summary.out()).contains("gaps");
    }

    @Test
    void whatIsNoManifestIsNotConverted() {
        new Submission(folder).with("notes.txt", "hello");

        Called called = Called.in(folder, "convert", "notes.txt", "--to", "native");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err().lines()).hasSize(1);
    }
}
