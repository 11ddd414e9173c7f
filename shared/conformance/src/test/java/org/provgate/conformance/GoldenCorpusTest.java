package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.cli.Console;
import org.provgate.cli.Main;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.verdict.Report;

/// Every code, found and not found, in folders that anybody can look into: `samples/golden/CODE/{found,absent}`.
/// `./mvnw verify -Dprovgate.write` writes them anew from the examples of the rules; what it changes is to be read.
class GoldenCorpusTest {

    private static final Path CORPUS = Repository.here().root().resolve("shared/conformance/samples/golden");

    private static final String FOUND = "found";
    private static final String ABSENT = "absent";

    @BeforeAll
    static void writeWhenAsked() {
        if (System.getProperty("provgate.write") != null) {
            Rulebook.specs().forEach(rule -> {
                if (!needsAHub(rule)) {
                    write(rule, FOUND, rule.rejected());
                }
                write(rule, ABSENT, rule.accepted());
            });
            FurtherCases.all().forEach((name, example) -> write(CORPUS.resolve(name), example, Decisions.HARBOUR));
        }
    }

    private static void write(RuleSpec rule, String which, Example example) {
        boolean stray = rule.code().value().equals("file-outside-layout") && example.shape() == Example.Shape.NONE;
        SubmissionName name = stray ? SubmissionName.stray(Optional.of("jane"), "0123456789abcdef") : Decisions.HARBOUR;
        write(folderOf(rule.code(), which), example, name);
    }

    private static void write(Path folder, Example example, SubmissionName name) {
        GoldenCase golden = new GoldenCase(folder);
        golden.write(example, name);
        golden.expect(GoldenCase.told(golden.verdict()));
    }

    /// Found only beside another submission, which no folder has; `LineageStoryTest` finds it.
    private static boolean needsAHub(RuleSpec rule) {
        return !rule.rejected().quarantined().isEmpty();
    }

    private static Path folderOf(RuleCode code, String which) {
        return CORPUS.resolve(code.value()).resolve(which);
    }

    static Stream<GoldenCase> cases() throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        for (Path group : sorted(CORPUS)) {
            for (Path folder : sorted(group)) {
                cases.add(new GoldenCase(folder));
            }
        }
        return cases.stream();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReportIsTheOneThatIsFiled(GoldenCase golden) {
        assertThat(GoldenCase.told(golden.verdict())).isEqualTo(golden.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCommandGivesTheSameBytesAsTheGate(GoldenCase golden) {
        if (golden.name().stray() || golden.hangsOnTheHub()) {
            return;
        }
        List<String> words = new ArrayList<>(List.of(
                "validate",
                "submission",
                "--as",
                golden.name().toString(),
                "--format",
                "json",
                "--today",
                "2026-11-24"));
        if (golden.hasPolicy()) {
            words.addAll(List.of("--policy", "policy.yaml"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false,
                false,
                golden.folder(),
                InstantSource.fixed(Instant.EPOCH));

        Main.run(console, words.toArray(String[]::new));

        assertThat(GoldenCase.withoutEnvironment(out.toString(StandardCharsets.UTF_8)))
                .isEqualTo(golden.expected());
    }

    static Stream<RuleCode> codes() {
        return Rulebook.specs().stream().filter(rule -> !needsAHub(rule)).map(RuleSpec::code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeIsThereBothWays(RuleCode code) {
        Report found = new GoldenCase(folderOf(code, FOUND)).verdict().report();
        Report absent = new GoldenCase(folderOf(code, ABSENT)).verdict().report();

        assertThat(found.codes()).containsKey(code);
        assertThat(absent.codes()).doesNotContainKey(code);
        assertThat(absent.checked()).contains(code);
    }

    @Test
    void furtherCasesAreThereToo() {
        assertThat(FurtherCases.all().keySet())
                .allSatisfy(name -> assertThat(CORPUS.resolve(name).resolve("expected.json"))
                        .exists());
    }
}
