package org.provgate.core.rule.declaration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.manifest.Attestation.Kind;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// An attestation is a named person's sentence, so nothing is ever filled in by a machine here.
public final class AttestationMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("attestation-missing"),
            "0.1",
            Severity.ERROR,
            "A statement that somebody must answer for is not made",
            "A declaration binds nobody until a named person stands behind it.",
            "Add the attestation with its type, the contributor who gives it and the day.",
            Example.with("""
                    attestations:
                      - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
                      - { type: no-model-output, by: Jane Example, date: 2026-05-04 }
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream().flatMap(AttestationMissing::missing);
    }

    private static Stream<Breach> missing(Manifest manifest) {
        Set<Kind> made = EnumSet.noneOf(Kind.class);
        manifest.attestations()
                .forEach(attestation -> attestation.type().value().ifPresent(made::add));
        return needed(manifest).entrySet().stream()
                .filter(need -> !met(need.getKey(), made, manifest))
                .map(need -> Breach.of(
                                new Subject("attestation", need.getKey().word()),
                                manifest.attestationsAt(),
                                "Nobody attests %s, which is needed %s"
                                        .formatted(need.getKey().word(), need.getValue()))
                        .remedy(
                                manifest.format() == ManifestFormat.NATIVE
                                        ? "Add `{type: %s, by: NAME, date: YYYY-MM-DD}` to the `attestations`, once somebody stands for it."
                                                .formatted(need.getKey().word())
                                        : ""));
    }

    private static Map<Kind, String> needed(Manifest manifest) {
        Map<Kind, String> needed = new LinkedHashMap<>();
        needed.put(Kind.COMPLETE_AND_ACCURATE, "for every dataset");
        needed.put(Kind.RIGHT_TO_CONTRIBUTE, "for every dataset");
        switch (manifest.teachers()) {
            case Teachers.None _ -> needed.put(Kind.NO_MODEL_OUTPUT, "where the manifest says teachers: none");
            case Teachers.Listed _ -> needed.put(Kind.TERMS_COMPLIED, "where teachers are listed");
            case Teachers.Unknown _, Teachers.Unstated _ -> {}
        }
        manifest.sources().listed().stream()
                .filter(source -> source.crawl().value().isPresent())
                .findFirst()
                .map(DataSource::subject)
                .ifPresent(source -> needed.put(Kind.OPT_OUTS_HONORED, "for the crawl of %s".formatted(source.name())));
        return needed;
    }

    /// Whoever cannot attest that opt-outs were honoured may explain in words of their own.
    private static boolean met(Kind kind, Set<Kind> made, Manifest manifest) {
        return made.contains(kind)
                || (kind == Kind.OPT_OUTS_HONORED
                        && manifest.attestations().stream().anyMatch(AttestationMissing::explains));
    }

    private static boolean explains(Attestation attestation) {
        return attestation.type().value().filter(kind -> kind == Kind.OTHER).isPresent()
                && attestation.statement().value().isPresent();
    }
}
