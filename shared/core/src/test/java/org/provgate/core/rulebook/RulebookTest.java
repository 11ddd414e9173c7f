package org.provgate.core.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.testkit.FewModels;
import org.provgate.core.testkit.PolicyDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.verdict.Evaluator;
import org.provgate.core.verdict.Report;

class RulebookTest {

    /// Codes that are promised and not judged yet, each with what it waits for.
    /// What a remedy may begin with. A new one is a deliberate edit.
    private static final List<String> VERBS = List.of(
            "Add", "Ask", "Attest", "Check", "Compare", "Correct", "Declare", "Drop", "File", "Find", "Give", "Keep",
            "List", "Meet", "Mend", "Move", "Name", "Publish", "Read", "Remove", "Rename", "Respect", "Show", "State",
            "Store", "Take", "Upload", "Use", "Wait", "Write");

    static Stream<RuleSpec> specs() {
        return Rulebook.specs().stream();
    }

    @Test
    void everyRuleThatWasWrittenIsListed() throws IOException, URISyntaxException {
        Path classes = Path.of(Rulebook.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> written;
        try (Stream<Path> files = Files.walk(classes.resolve("org/provgate/core/rule"))) {
            written = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(RulebookTest::isRule)
                    .sorted()
                    .toList();
        }

        assertThat(Rulebook.rules().stream()
                        .map(rule -> rule.getClass().getName())
                        .sorted())
                .containsExactlyElementsOf(written);
    }

    @Test
    void codesAreUnique() {
        assertThat(Rulebook.specs()).extracting(RuleSpec::code).doesNotHaveDuplicates();
    }

    @Test
    void noCodeEverDisappears() {
        assertThat(lines("/codes.txt")).containsExactlyInAnyOrderElementsOf(codes());
    }

    @Test
    void everyPromisedCodeIsThere() {
        assertThat(new TreeSet<>(codes())).containsExactlyElementsOf(new TreeSet<>(lines("/promised-codes.txt")));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everySpecReadsWell(RuleSpec spec) {
        assertThat(spec.fault())
                .hasSizeLessThanOrEqualTo(100)
                .doesNotEndWith(".")
                .matches("[A-Z].*");
        assertThat(spec.why()).endsWith(".").matches("[A-Z].*").hasSizeLessThanOrEqualTo(160);
        assertThat(spec.remedy()).endsWith(".").hasSizeLessThanOrEqualTo(160);
        assertThat(spec.remedy().split("[ ,]", 2)[0]).isIn(VERBS);
        assertThat(spec.rejected()).isNotEqualTo(spec.accepted());
        assertThat(spec.since()).isEqualTo("0.1");
    }

    @Test
    void evaluatingTwiceGivesEqualReports() {
        assertThat(report(Rulebook.rules())).isEqualTo(report(Rulebook.rules()));
    }

    @Test
    void theOrderOfTheRulesChangesNoFinding() {
        List<Rule> backwards = new ArrayList<>(Rulebook.rules());
        Collections.reverse(backwards);

        assertThat(report(backwards).findings())
                .containsExactlyInAnyOrderElementsOf(report(Rulebook.rules()).findings());
    }

    @Test
    void aManifestWithoutFaultHasNoFindings() {
        Report report = new Evaluator(Rulebook.rules())
                .evaluate(
                        Submission.with(manifest()).facts(),
                        PolicyDraft.policy().build(),
                        new FewModels(),
                        Submission.TODAY)
                .report();

        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).hasSameSizeAs(Rulebook.rules());
    }

    private static Report report(List<Rule> rules) {
        return new Evaluator(rules)
                .evaluate(
                        Submission.with(manifest()
                                        .license("mit or")
                                        .teachers(teacher("writer", "boreas-1"), teacher("judge", "nobody"))
                                        .attested(Attestation.Kind.TERMS_COMPLIED))
                                .stores("a.jsonl", "b.jsonl", "c.jsonl")
                                .facts(),
                        PolicyDraft.policy().build(),
                        new FewModels(),
                        Submission.TODAY)
                .report();
    }

    private static List<String> codes() {
        return Rulebook.specs().stream()
                .map(RuleSpec::code)
                .map(RuleCode::value)
                .toList();
    }

    private static List<String> lines(String resource) {
        try (var in = Optional.ofNullable(RulebookTest.class.getResourceAsStream(resource))
                .orElseThrow(() -> new AssertionError("no resource " + resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isRule(String name) {
        try {
            Class<?> type = Class.forName(name, false, Rulebook.class.getClassLoader());
            return Rule.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
