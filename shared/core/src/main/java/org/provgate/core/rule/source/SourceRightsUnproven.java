package org.provgate.core.rule.source;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Papers;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class SourceRightsUnproven implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("source-rights-unproven"),
            "0.1",
            Severity.ERROR,
            "The right to a source is claimed, but not shown",
            "A right that nobody can show is one that nobody can rely on.",
            "Add the evidence as a file of the submission with its digest, or state the basis that does hold.",
            Example.with("""
                    sources:
                      - id: writers
                        type: user-data
                        name: Questions of visitors
                        license: CC-BY-4.0
                        rightsBasis: consent
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                    """),
            Example.with(
                    """
                    sources:
                      - id: writers
                        type: user-data
                        name: Questions of visitors
                        license: CC-BY-4.0
                        rightsBasis: consent
                        rightsEvidence: [{ path: evidence/consent.txt, sha256: SHA256(evidence/consent.txt) }]
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                    """,
                    Map.of(
                            Example.BASE_FILE,
                            Example.BASE_TEXT,
                            "evidence/consent.txt",
                            "I agree that my question is published.\n")));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    /// Bases that say nothing without a document.
    private static final Set<String> NEED_EVIDENCE = Set.of("consent", "contract", "other");

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> manifest.sources().listed().stream())
                .flatMap(source -> Stream.concat(basis(source), evidence(source, file)));
    }

    private static Stream<Breach> basis(DataSource source) {
        String basis = source.rightsBasis().value().orElse("");
        String name = Phrases.plain(source.subject().name());
        if (NEED_EVIDENCE.contains(basis) && source.rightsEvidence().isEmpty()) {
            return Stream.of(Breach.of(
                    source.subject(),
                    source.rightsBasis().at(),
                    "The source %s rests on %s, but no evidence of it is given".formatted(name, basis)));
        }
        if (!basis.equals("license")) {
            return Stream.empty();
        }
        return source.license().value().map(LicenseText::read).stream().flatMap(text -> switch (text) {
            case LicenseText.None _ -> Stream.of(ungranted(source, name, "NONE"));
            case LicenseText.NoAssertion _ -> Stream.of(ungranted(source, name, "NOASSERTION"));
            case LicenseText.Expression _, LicenseText.Broken _ -> Stream.empty();
        });
    }

    private static Breach ungranted(DataSource source, String name, String text) {
        return Breach.of(
                        source.subject(),
                        source.license().at(),
                        "The source %s rests on a licence, but the licence is %s".formatted(name, text))
                .remedy("State the licence, or another rightsBasis if the right rests on something else.");
    }

    /// What lies in the submission must be what was meant; what lies elsewhere is for a person to look at.
    private static Stream<Breach> evidence(DataSource source, CaseFile file) {
        return source.rightsEvidence().stream().flatMap(document -> {
            Field<String> path = document.path();
            boolean ofNoDigest =
                    path.value().map(file.facts().objects()::containsKey).orElse(true)
                            && document.sha256().value().isEmpty();
            return path.value().isEmpty()
                            || ofNoDigest
                            || !(Papers.proof(document, file.facts()) instanceof Papers.Unproven(String why))
                    ? Stream.empty()
                    : Stream.of(Breach.of(
                            source.subject(),
                            path.at(),
                            "The evidence for the source %s cannot be relied on: %s"
                                    .formatted(Phrases.plain(source.subject().name()), why)));
        });
    }
}
