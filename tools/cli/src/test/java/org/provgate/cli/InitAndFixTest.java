package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.core.rule.Example;
import tools.jackson.databind.JsonNode;

class InitAndFixTest {

    private static final String MANIFEST = "provenance.yaml";

    @TempDir
    private Path folder = Path.of("");

    private String manifest() throws IOException {
        return Files.readString(folder.resolve(MANIFEST));
    }

    private List<String> codes() {
        JsonNode report = Called.in(folder, "validate", ".", "--format", "json").json();
        List<String> codes = new ArrayList<>();
        report.at("/findings").forEach(finding -> codes.add(finding.at("/code").asString()));
        return codes;
    }

    @Test
    void aDraftHoldsWhatWasMeasuredAndBlanksForTheRest() throws IOException {
        new Submission(folder).with("data/a.jsonl", Submission.HUMAN);

        Called called = Called.in(folder, "init", ".");

        assertThat(called.exit()).isZero();
        assertThat(manifest())
                .contains("path: data/a.jsonl")
                .contains("sha256: \"")
                .contains("mediaType: application/jsonl")
                .containsPattern("teachers: +# FILL IN: `none`");
        // Only what nobody filled in is missing; all that stands there can be used.
        assertThat(codes())
                .contains("teachers-unstated", "license-missing")
                .doesNotContain("manifest-unreadable", "file-unlisted", "file-checksum-missing", "reference-unknown");
    }

    @Test
    void aDraftThatWasFilledInIsAccepted() throws IOException {
        new Submission(folder).with("data/a.jsonl", Submission.HUMAN);
        Called.in(folder, "init", ".");
        String filled = manifest()
                .replaceFirst("name: +# FILL IN.*", "name: tides")
                .replaceFirst("version: +# FILL IN.*", "version: 1.0.0")
                .replaceFirst("description: +# FILL IN.*", "description: Words about tides.")
                .replaceFirst("license: +# FILL IN.*", "license: CC0-1.0")
                .replaceFirst("name: +# FILL IN.*", "name: Ada")
                .replaceFirst("roles: +# FILL IN.*", "roles: [creator]")
                .replaceFirst("type: +# FILL IN.*", "type: human-authored")
                .replaceFirst("name: +# FILL IN.*", "name: our own notes")
                .replaceFirst("license: +# FILL IN.*", "license: CC0-1.0")
                .replaceFirst("rightsBasis: +# FILL IN.*", "rightsBasis: own-work")
                .replaceFirst("start: +# FILL IN.*", "start: \"2025\"")
                .replaceFirst("end: +# FILL IN.*", "end: \"2025\"")
                .replaceFirst("teachers: +# FILL IN.*", "teachers: none")
                .replaceFirst("  - type: complete", "  - {type: no-model-output, by: Ada, date: 2026-11-20}\n$0")
                .replaceAll("by: +# FILL IN.*", "by: Ada")
                .replaceAll("date: +# FILL IN.*", "date: 2026-11-20");
        new Submission(folder).with(MANIFEST, filled);

        Called called = Called.in(folder, "validate", ".");

        assertThat(called.out()).contains("accepted");
        assertThat(called.exit()).isZero();
    }

    @Test
    void aDraftListsTheModelsThatTheRowsName() throws IOException {
        new Submission(folder).with("data/a.jsonl", Submission.CLAUDE);

        Called called = Called.in(folder, "init", ".");

        assertThat(called.out()).contains("one model named in the rows");
        assertThat(manifest())
                .contains("# The rows name Claude:")
                .contains("data/a.jsonl, line 1")
                .contains("provider: Anthropic")
                .contains("type: terms-complied");
        assertThat(codes()).doesNotContain("teacher-undeclared");
    }

    @Test
    void aDraftTakesOverWhatACardSays() throws IOException {
        new Submission(folder).with("a.txt", "tides").with("README.md", """
                        ---
                        license: cc-by-4.0
                        pretty_name: Tides of the North
                        ---
                        # Tides
                        """);

        Called called = Called.in(folder, "init", ".");

        assertThat(called.out()).contains("and README.md");
        assertThat(manifest()).contains("name: \"Tides of the North\"").contains("license: CC-BY-4.0");
    }

    @Test
    void aHostileNameStaysInsideItsQuotationMarks() throws IOException {
        new Submission(folder).with("data/a\n# b: c\u001b[31m.txt", "tides");

        assertThat(Called.in(folder, "init", ".").exit()).isZero();

        assertThat(manifest()).doesNotContain("\u001b").contains("\\n# b: c");
        assertThat(codes()).doesNotContain("manifest-unreadable");
    }

    @Test
    void aManifestThatIsThereIsNotOverwritten() throws IOException {
        Submission.of(folder, Submission.HUMAN);
        String before = manifest();

        Called called = Called.in(folder, "init", ".");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("not overwritten");
        assertThat(manifest()).isEqualTo(before);
    }

    @Test
    void whatAMachineCanMendIsMendedAndTheDiffShown() throws IOException {
        Submission.of(folder, Submission.HUMAN)
                .replacing(MANIFEST, "\nteachers: none", "\n# by hand\nteachres: none  # all of it");
        assertThat(Called.in(folder, "validate", ".").exit()).isEqualTo(1);

        Called called = Called.in(folder, "fix", ".");

        assertThat(called.out())
                .contains("-teachres: none")
                .contains("+teachers: none")
                .contains("accepted");
        assertThat(called.exit()).isZero();
        assertThat(manifest()).contains("# by hand\nteachers: none  # all of it");
        assertThat(Called.in(folder, "validate", ".").exit()).isZero();
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Submission.of(folder, Submission.HUMAN).replacing(MANIFEST, "teachers: none", "teachres: none");
        String before = manifest();

        Called called = Called.in(folder, "fix", ".", "--dry-run");

        assertThat(called.out()).contains("+teachers: none").contains("could be applied");
        assertThat(manifest()).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("data", MANIFEST);
        }
    }

    @Test
    void aModelThatTheRowsNameIsAddedOnceAndLeftToAPerson() throws IOException {
        Submission.of(folder, Submission.CLAUDE).replacing(MANIFEST, "teachers: none", """
                teachers:
                  - id: other
                    provider: Mistral AI
                    model: mistral-7b-v0.1
                """.strip());

        Called called = Called.in(folder, "fix", ".");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).contains("left: ");
        assertThat(manifest().split("provider: Anthropic", -1)).hasSize(2);
    }

    @Test
    void onlyNativeManifestsAreMended() {
        new Submission(folder).with("README.md", "---\nlicense: mit\n---\n# Tides\n");

        Called called = Called.in(folder, "fix", ".");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("huggingface").contains("provgate init .");
        assertThat(called.out()).isEmpty();
    }

    @Test
    void withoutAManifestThereIsAWord() {
        new Submission(folder).with(Example.BASE_FILE, Submission.HUMAN);

        assertThat(Called.in(folder, "fix", ".").err()).contains("provgate init");
    }

    @Test
    void aManifestThatNoParserTakesIsShownWithItsPlace() {
        new Submission(folder).with(MANIFEST, "manifest: dataset-provenance/v1\n  x: [\n");

        Called called = Called.in(folder, "fix", ".");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("provenance.yaml:2:").contains("only a person can mend that");
    }
}
