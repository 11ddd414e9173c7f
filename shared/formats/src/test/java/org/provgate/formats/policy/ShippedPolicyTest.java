package org.provgate.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;

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

class ShippedPolicyTest {

    private static final RuleCode LICENSE = new RuleCode("license-missing");
    private static final RuleCode TERMS = new RuleCode("teacher-terms-unknown");

    @Test
    void theShippedPolicyIsTheOneOfTheDocumentation() {
        Policy policy = new PolicyReader(Set.of(LICENSE, TERMS), Map.of(), new LiteralConditions()).shippedDefault();

        assertThat(policy.name()).isEqualTo("hub-default");
        assertThat(policy.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(policy.mode()).isEqualTo(Policy.Mode.ENFORCE);
        assertThat(policy.completeWithin()).isEqualTo(Duration.ofHours(24));
        assertThat(policy.quarantineScope()).isEqualTo(Policy.Scope.SUBMISSION);
        assertThat(policy.secondOperator()).isEmpty();
        assertThat(policy.manifests())
                .containsExactlyInAnyOrder(
                        ManifestFormat.NATIVE,
                        ManifestFormat.CROISSANT,
                        ManifestFormat.HUGGINGFACE,
                        ManifestFormat.FRICTIONLESS,
                        ManifestFormat.CYCLONEDX,
                        ManifestFormat.SPDX,
                        ManifestFormat.DTA);
        assertThat(policy.teacherFields())
                .containsExactly("provider", "model", "uses", "generationPeriod", "accessChannel");
        assertThat(policy.rules())
                .isEqualTo(Map.of(
                        LICENSE, new Enforcement.At(Severity.ERROR, LocalDate.MIN),
                        TERMS, new Enforcement.At(Severity.ERROR, LocalDate.of(2027, 1, 1))));
        assertThat(policy.licenses().forbidden()).containsExactly("CC-BY-NC-*", "CC-BY-ND-*");
        assertThat(policy.teachers()).isEqualTo(new Policy.TeacherLists(List.of(), List.of()));
        assertThat(policy.uses()).isEqualTo(new Policy.Uses(true, true));
        assertThat(policy.trust()).isEmpty();
        assertThat(policy.waivers()).isEmpty();
        assertThat(policy.custom()).isEmpty();
    }

    @Test
    void theEditionOfTheShippedPolicyIsTheLastDayOnWhichItBegan() {
        Policy policy = new PolicyReader(Set.of(LICENSE, TERMS), Map.of(), new LiteralConditions()).shippedDefault();

        assertThat(policy.editionOn(LocalDate.of(2026, 12, 31))).isEqualTo("2026-11-01");
        assertThat(policy.editionOn(LocalDate.of(2027, 1, 1))).isEqualTo("2027-01-01");
    }
}
