package org.provgate.core.testkit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.policy.Enforcement;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Policy.TeacherLists.Permitted;
import org.provgate.core.policy.Waiver;
import org.provgate.core.signing.VerifyingKey;

/// A policy in the making; untouched, it leaves every rule as it is.
public final class PolicyDraft {

    private Set<ManifestFormat> manifests = EnumSet.allOf(ManifestFormat.class);
    private List<String> teacherFields = List.of("provider", "model", "uses", "generationPeriod", "accessChannel");
    private final Map<RuleCode, Enforcement> rules = new TreeMap<>();
    private List<String> forbiddenLicenses = List.of();
    private final List<String> forbiddenTeachers = new ArrayList<>();
    private final List<Permitted> permitted = new ArrayList<>();
    private final List<Policy.TrustedKey> keys = new ArrayList<>();
    private Policy.Uses uses = new Policy.Uses(true, true);
    private final Map<String, List<String>> contributors = new TreeMap<>();
    private final List<Waiver> waivers = new ArrayList<>();

    private PolicyDraft() {}

    public static PolicyDraft policy() {
        return new PolicyDraft();
    }

    public PolicyDraft takes(ManifestFormat... formats) {
        manifests = Set.of(formats);
        return this;
    }

    public PolicyDraft teacherFields(String... fields) {
        teacherFields = List.of(fields);
        return this;
    }

    public PolicyDraft off(String code) {
        rules.put(new RuleCode(code), new Enforcement.Off());
        return this;
    }

    public PolicyDraft at(String code, Severity severity) {
        rules.put(new RuleCode(code), new Enforcement.At(severity, LocalDate.MIN));
        return this;
    }

    public PolicyDraft forbidsLicenses(String... patterns) {
        forbiddenLicenses = List.of(patterns);
        return this;
    }

    public PolicyDraft forbids(String teacher) {
        forbiddenTeachers.add(teacher);
        return this;
    }

    public PolicyDraft permits(String teacher) {
        permitted.add(new Permitted(teacher, "Agreement of 2026-01-01"));
        return this;
    }

    public PolicyDraft uses(boolean trainsCompetingModels, boolean commercial) {
        uses = new Policy.Uses(trainsCompetingModels, commercial);
        return this;
    }

    /// Who answers for a prefix.
    public PolicyDraft knows(String prefix, String... names) {
        contributors.put(prefix, List.of(names));
        return this;
    }

    public PolicyDraft waives(String code, String dataset, String subject, LocalDate expires) {
        waivers.add(new Waiver(new RuleCode(code), dataset, subject, "agreed", "Ola Example", expires));
        return this;
    }

    public PolicyDraft key(String name, String contributor, VerifyingKey key) {
        keys.add(new Policy.TrustedKey(name, contributor, key));
        return this;
    }

    public Policy build() {
        return new Policy(
                "test",
                LocalDate.EPOCH,
                "sha256:0",
                Policy.Mode.ENFORCE,
                Duration.ofHours(24),
                Policy.Scope.SUBMISSION,
                Set.of(),
                manifests,
                teacherFields,
                rules,
                new Policy.Licenses(forbiddenLicenses),
                new Policy.TeacherLists(forbiddenTeachers, permitted),
                uses,
                keys,
                contributors,
                Map.of(),
                waivers,
                List.of());
    }
}
