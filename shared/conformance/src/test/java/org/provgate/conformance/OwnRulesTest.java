package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.Example;
import org.provgate.core.verdict.Report;
import org.provgate.usecases.engine.PolicyText;

class OwnRulesTest {

    @Test
    void aConditionThatHoldsIsAFinding() {
        Report report = decided(Example.base(), rule("error", "dataset.license == \"CC-BY-4.0\""));

        assertThat(report.blocks()).isTrue();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).hasToString("custom:own");
            assertThat(finding.subject()).hasToString("submission:jane/harbour/r1");
            assertThat(finding.at().file()).isEqualTo("provenance.yaml");
            assertThat(finding.message()).isEqualTo("Not here.");
            assertThat(finding.remedy()).isEqualTo("Take it elsewhere.");
        });
    }

    @Test
    void aConditionThatDoesNotHoldWasChecked() {
        Report report =
                decided(Example.base(), rule("error", "teachers.exists(t, t.terms.category == \"prohibited\")"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).extracting(Object::toString).contains("custom:own");
    }

    @Test
    void aConditionThatFaultsIsAFindingAndNeverAPass() {
        Report report = decided(Example.base(), rule("error", "sources[7].id == \"x\""));

        assertThat(report.blocks()).isTrue();
        assertThat(report.findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .startsWith("The condition of custom:own could not be evaluated: ");
    }

    @Test
    void withoutAManifestConditionsAreAskedOfWhatIsThere() {
        Report report = decided(
                Example.withoutManifest(),
                rule("warning", "!manifest.readable && dataset.name == \"\" && files.size() == 1"));

        assertThat(report.codes(Severity.WARNING)).containsExactly("custom:own");
        assertThat(report.codes(Severity.ERROR)).containsExactly("manifest-missing");
    }

    @Test
    void severitiesAndWaiversCountForOwnRulesToo() {
        String rule = rule("error", "true");

        assertThat(decided(Example.base(), rule + "rules: {custom:own: {severity: note}}\n")
                        .codes(Severity.NOTE))
                .containsExactly("custom:own");
        assertThat(decided(Example.base(), rule + "rules: {custom:own: {severity: off}}\n")
                        .checked())
                .extracting(Object::toString)
                .doesNotContain("custom:own");
        assertThat(decided(Example.base(), rule + "rules: {custom:own: {severity: error, from: 2027-01-01}}\n")
                        .codes(Severity.WARNING))
                .containsExactly("custom:own");
        assertThat(decided(Example.base(), rule + """
                        waivers:
                          - code: custom:own
                            dataset: jane/harbour
                            subject: submission:jane/harbour/r1
                            reason: Agreed by mail.
                            approver: kari@example.com
                            expires: 2026-11-24
                        """).waived()).hasSize(1);
    }

    @Test
    void whatTheFileHoldsIsSeenByConditions() {
        Report report = decided(Example.base(), rule("note", """
                        files.exists(f, f.path == "data/train.jsonl" && f.rows == 2 && f.listed
                          && "writers" in f.sources && f.mediaType == "application/jsonl")
                          && sources[0].rightsBasis == "own-work" && sources[0].collectionEnd == "2026-04-30"
                          && manifest.teachers == "none" && license.ids == ["CC-BY-4.0"] && today == "2026-11-24"
                          && attestations.size() == 3 && contributors[0].roles == ["submitter", "creator"]
                          && submission.contributor == "jane" && !has(dataset.url)
                        """));

        assertThat(report.findings()).extracting(Finding::message).containsExactly("Not here.");
    }

    @Test
    void aConditionThatCannotBeAskedStopsThePolicyAtItsPlace() {
        assertThatThrownBy(() -> policy("""
                        custom:
                          - {id: own, severity: error, condition: 'dataset.licence == "MIT"', message: M, remedy: R}
                        """))
                .isInstanceOf(PolicyText.FaultyPolicyException.class)
                .hasMessageStartingWith(
                        "policy.yaml:2:51: The condition cannot be asked: there is no member \"licence\"");
    }

    private static String rule(String severity, String condition) {
        return """
                custom:
                  - id: own
                    severity: %s
                    condition: |
                %s
                    message: Not here.
                    remedy: Take it elsewhere.
                """.formatted(severity, condition.indent(6).stripTrailing());
    }

    private static Policy policy(String text) {
        return PolicyText.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Report decided(Example example, String policy) {
        return Decisions.decided(Decisions.facts(ExampleSubmission.files(example), Decisions.HARBOUR), policy(policy));
    }
}
