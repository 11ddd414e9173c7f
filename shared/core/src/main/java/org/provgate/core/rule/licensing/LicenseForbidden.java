package org.provgate.core.rule.licensing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.license.IdPattern;
import org.provgate.core.license.LicenseExpression;
import org.provgate.core.license.LicenseText;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Of alternatives joined by OR, the one that the policy takes counts.
public final class LicenseForbidden implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("license-forbidden"),
            "0.1",
            Severity.ERROR,
            "The licence is one that this hub does not take",
            "Readers of the hub may not use the rows as the hub lets them be used.",
            "Publish the dataset under a licence the hub takes, if you hold the rights, or on another hub.",
            Example.with("""
                    dataset:
                      name: Harbour phrasebook
                      version: "1.0.0"
                      description: Questions and answers about small harbours.
                      license: CC-BY-NC-4.0
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        List<IdPattern> patterns = file.policy().licenses().forbidden().stream()
                .map(IdPattern::new)
                .toList();
        return patterns.isEmpty()
                ? Stream.empty()
                : file.manifest().stream()
                        .flatMap(manifest -> Stream.concat(
                                breach(
                                        Subject.dataset(manifest.dataset()
                                                .name()
                                                .value()
                                                .orElse("")),
                                        manifest.dataset().license(),
                                        patterns),
                                manifest.files().stream()
                                        .filter(entry -> !entry.license().absent())
                                        .flatMap(entry ->
                                                breach(Subject.file(entry.name()), entry.license(), patterns))));
    }

    private static Stream<Breach> breach(Subject subject, Field<String> license, List<IdPattern> patterns) {
        return license
                .value()
                .flatMap(text -> LicenseText.read(text).expression())
                .flatMap(tree -> forbidden(tree, patterns))
                .map(id -> Breach.of(
                        subject,
                        license.at(),
                        "The %s is under %s, which the policy does not take"
                                .formatted(
                                        subject.kind().equals("dataset")
                                                ? "dataset"
                                                : "file " + Phrases.plain(subject.name()),
                                        id)))
                .stream();
    }

    /// A licence that stands in the way on every branch; empty when one branch is free of them.
    private static Optional<String> forbidden(LicenseExpression tree, List<IdPattern> patterns) {
        List<Optional<String>> byBranch = tree.branches().stream()
                .map(branch -> branch.stream()
                        .map(LicenseExpression::id)
                        .filter(id -> patterns.stream().anyMatch(pattern -> pattern.matches(id)))
                        .findFirst())
                .toList();
        return byBranch.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : byBranch.getFirst();
    }
}
