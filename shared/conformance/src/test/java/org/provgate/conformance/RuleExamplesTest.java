package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.core.verdict.Report;
import org.provgate.usecases.engine.PolicyText;

class RuleExamplesTest {

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
        boolean stray = rule.code().value().equals("file-outside-layout") && example.shape() == Example.Shape.NONE;
        SubmissionName name = stray ? SubmissionName.stray(Optional.of("jane"), "0123456789abcdef") : Decisions.HARBOUR;
        SubmissionFacts facts = Decisions.facts(ExampleSubmission.files(example), name);
        List<Upstream> hub = SubmissionName.parse(example.quarantined()).stream()
                .map(other -> new Upstream(other, List.of(new Upstream.Held(other, "quarantined")), List.of()))
                .toList();
        return Decisions.decided(facts.derivingFrom(hub), policyOf(example));
    }

    private static Policy policyOf(Example example) {
        return example.policy().isEmpty()
                ? PolicyText.shipped()
                : PolicyText.read("policy.yaml", example.policy().getBytes(StandardCharsets.UTF_8));
    }
}
