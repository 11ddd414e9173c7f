package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.verdict.Report;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

class RuleExamplesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Engine ENGINE = GateEngine.engine();

    private static final Inspection INSPECTION = GateEngine.inspection(ENGINE.registry());

    static Stream<RuleSpec> rules() {
        return Rulebook.specs().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRejectedExampleShowsItsRuleAndNoOtherError(RuleSpec rule) {
        Report report = decided(rule, rule.rejected());

        assertThat(report.findings()).extracting(finding -> finding.code()).contains(rule.code());
        assertThat(report.codes(Severity.ERROR)).isSubsetOf(List.of(rule.code().value()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theAcceptedExampleHasNoErrorAndNotTheRule(RuleSpec rule) {
        Report report = decided(rule, rule.accepted());

        assertThat(report.codes(Severity.ERROR)).isEmpty();
        assertThat(report.findings()).extracting(finding -> finding.code()).doesNotContain(rule.code());
    }

    private static Report decided(RuleSpec rule, Example example) {
        SortedMap<String, byte[]> files = ExampleSubmission.files(example);
        SortedMap<String, byte[]> candidates = new TreeMap<>();
        List<ObjectFacts> objects = files.entrySet().stream()
                .map(file -> INSPECTION.inspect(file.getKey(), new Held(file.getValue())))
                .toList();
        files.forEach((path, bytes) -> {
            if (ENGINE.manifests().isCandidate(path)) {
                candidates.put(path, bytes);
            }
        });
        ManifestReading reading = ENGINE.manifests().read(candidates);
        NavigableMap<String, ChecksumList> lists = new TreeMap<>();
        if (reading instanceof ManifestReading.Read(var manifest, var _, var _)) {
            Documents.checksumLists(manifest).forEach(path -> {
                byte[] list = files.get(path);
                if (list != null) {
                    lists.put(path, ENGINE.checksums().read(path, list));
                }
            });
        }
        boolean stray = rule.code().value().equals("file-outside-layout") && example.shape() == Example.Shape.NONE;
        SubmissionName name = stray
                ? SubmissionName.stray(Optional.of("jane"), "0123456789abcdef")
                : new SubmissionName("jane", "harbour", "r1");
        SubmissionFacts facts = new SubmissionFacts(
                name.toString(),
                stray ? new SubmissionFacts.Identity.Stray(name) : new SubmissionFacts.Identity.Known(name),
                reading,
                SubmissionFacts.byPath(objects),
                lists,
                List.of());
        return ENGINE.evaluator()
                .evaluate(facts, policyOf(example), ENGINE.registry(), TODAY)
                .report();
    }

    private static Policy policyOf(Example example) {
        return example.policy().isEmpty()
                ? PolicyText.shipped()
                : PolicyText.read("policy.yaml", example.policy().getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes in memory as a source.
    private static final class Held implements Inspection.Source {

        private final byte[] bytes;

        Held(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open(long offset) {
            return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        }
    }
}
