package org.provgate.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.policy.Enforcement;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Policy.CustomRule;
import org.provgate.core.policy.Policy.Tier;
import org.provgate.core.policy.Waiver;

class PolicyReaderTest {

    private static final RuleCode MISSING = new RuleCode("file-missing");
    private static final RuleCode TERMS = new RuleCode("teacher-terms-unknown");

    private static final PolicyReader READER = new PolicyReader(
            Set.of(MISSING, TERMS, new RuleCode("license-missing")),
            Map.of(new RuleCode("file-lost"), MISSING),
            new LiteralConditions());

    @Test
    void whatAPolicyLeavesOutHasItsShippedValue() {
        Policy shipped = READER.shippedDefault();
        Policy policy = read("name: mine\n");

        assertThat(policy.name()).isEqualTo("mine");
        assertThat(policy.digest())
                .isEqualTo("sha256:42c7f88c7107a2133431c944ea466d4bb26f0cb5e75b2163b1f3ccdc5d41a7f4");
        assertThat(policy.rules()).isEqualTo(shipped.rules());
        assertThat(policy.licenses()).isEqualTo(shipped.licenses());
        assertThat(policy.manifests()).isEqualTo(shipped.manifests());
        assertThat(policy.completeWithin()).isEqualTo(shipped.completeWithin());
    }

    @Test
    void rulesAreMergedByCode() {
        Policy policy = read("rules:\n  file-lost: {severity: off}\n  teacher-terms-unknown: {severity: note}\n");

        assertThat(policy.rules())
                .isEqualTo(Map.of(
                        new RuleCode("license-missing"),
                        new Enforcement.At(Severity.ERROR, LocalDate.MIN),
                        MISSING,
                        new Enforcement.Off(),
                        TERMS,
                        new Enforcement.At(Severity.NOTE, LocalDate.MIN)));
    }

    @Test
    void membersOfAPartAreMergedOneByOne() {
        Policy policy = read("uses: {commercial: false}\nteachers: {forbidden: [elder-ai]}\n");

        assertThat(policy.uses()).isEqualTo(new Policy.Uses(true, false));
        assertThat(policy.teachers()).isEqualTo(new Policy.TeacherLists(List.of("elder-ai"), List.of()));
    }

    @Test
    void listsReplaceThoseThatShip() {
        Policy policy = read("licenses: {forbidden: []}\nrequire: {manifests: [native, spdx], teacherFields: []}\n");

        assertThat(policy.licenses().forbidden()).isEmpty();
        assertThat(policy.teacherFields()).isEmpty();
        assertThat(policy.manifests()).containsExactlyInAnyOrder(ManifestFormat.NATIVE, ManifestFormat.SPDX);
    }

    @Test
    void everythingAPolicyMaySayIsRead() {
        Policy policy = read("""
                policy: provenance-gate/v1
                mode: audit
                completeWithin: P2DT1H
                quarantineScope: files
                secondOperator: [reject, release]
                teachers:
                  permitted:
                    - {teacher: example-large, agreement: "Master agreement, section 4"}
                tiers:
                  partner:
                    file-missing: {severity: warning}
                    custom:english-only: {severity: off}
                trust:
                  - {contributor: jo, tier: partner}
                waivers:
                  - code: custom:english-only
                    dataset: jo/phrases
                    subject: "dataset:Phrases"
                    reason: They are Danish.
                    approver: kari@example.com
                    expires: 2026-12-31
                custom:
                  - id: english-only
                    severity: error
                    condition: dataset.languages != ["en"]
                    message: Not English.
                    remedy: Translate it.
                """);

        assertThat(policy.mode()).isEqualTo(Policy.Mode.AUDIT);
        assertThat(policy.completeWithin()).isEqualTo(Duration.ofHours(49));
        assertThat(policy.quarantineScope()).isEqualTo(Policy.Scope.FILES);
        assertThat(policy.secondOperator()).containsExactly(Policy.Ruling.RELEASE, Policy.Ruling.REJECT);
        assertThat(policy.teachers().permitted())
                .containsExactly(new Policy.TeacherLists.Permitted("example-large", "Master agreement, section 4"));
        assertThat(policy.trust())
                .containsExactly(Map.entry(
                        "jo",
                        new Tier(
                                "partner",
                                Map.of(
                                        MISSING,
                                        new Enforcement.At(Severity.WARNING, LocalDate.MIN),
                                        new RuleCode("custom:english-only"),
                                        new Enforcement.Off()))));
        assertThat(policy.waivers())
                .containsExactly(new Waiver(
                        new RuleCode("custom:english-only"),
                        "jo/phrases",
                        "dataset:Phrases",
                        "They are Danish.",
                        "kari@example.com",
                        LocalDate.of(2026, 12, 31)));
        assertThat(policy.custom())
                .containsExactly(new CustomRule(
                        "english-only",
                        Severity.ERROR,
                        "dataset.languages != [\"en\"]",
                        LiteralConditions.HOLDS,
                        "Not English.",
                        "Translate it."));
    }

    @Test
    void aPrefixHasThoseWhoAnswerForIt() {
        assertThat(read("contributors: {jo: [Jo Example, '@example.com']}\n").contributors())
                .isEqualTo(Map.of("jo", List.of("Jo Example", "@example.com")));
    }

    @Test
    void trustMayBeWrittenAsAMapping() {
        assertThat(read("tiers: {gold: {}}\ntrust: {jo: gold}\n").trust())
                .containsExactly(Map.entry("jo", new Tier("gold", Map.of())));
    }

    @Test
    void theShippedTextReadsAsTheShippedPolicy() {
        assertThat(READER.read("policy.yaml", PolicyReader.shippedText()))
                .isEqualTo(new PolicyReading.Read(READER.shippedDefault()));
    }

    private static Policy read(String text) {
        PolicyReading reading = READER.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(reading.toString()).isInstanceOf(PolicyReading.Read.class);
        return ((PolicyReading.Read) reading).policy();
    }

    @Test
    void keysWhoseSignaturesCountAreRead() {
        assertThat(read("""
                keys:
                  - name: Harbour Institute
                    contributor: harbour
                    pem: |
                      -----BEGIN PUBLIC KEY-----
                      MCowBQYDK2VwAyEAEsUtlVwqAas+TjH+5HRov4MxabbEkO8LHxWYp6+hOn8=
                      -----END PUBLIC KEY-----
                """).keys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("Harbour Institute");
            assertThat(key.speaksFor("harbour")).isTrue();
            assertThat(key.speaksFor("quay")).isFalse();
            assertThat(key.key().id()).startsWith("sha256:");
        });
    }
}
