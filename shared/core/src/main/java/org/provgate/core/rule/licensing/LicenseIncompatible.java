package org.provgate.core.rule.licensing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.license.Compatibility;
import org.provgate.core.license.LicenseExpression;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.References.Reference;
import org.provgate.core.manifest.Use;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Only material of others is judged: whoever holds the rights may grant what they like.
public final class LicenseIncompatible implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("license-incompatible"),
            "0.1",
            Severity.ERROR,
            "Material of others is passed on under a licence that its own does not allow",
            "The licence on the label grants what nobody was able to grant.",
            "Publish the dataset under a licence that the source allows, or leave the source out.",
            Example.with("""
                    sources:
                      - id: writers
                        type: dataset
                        name: Harbour questions of the town library
                        uri: https://example.org/datasets/harbour-questions
                        version: "2026-02"
                        license: CC-BY-SA-4.0
                        rightsBasis: license
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                    """),
            Example.with("""
                    sources:
                      - id: writers
                        type: dataset
                        name: Harbour questions of the town library
                        uri: https://example.org/datasets/harbour-questions
                        version: "2026-02"
                        license: CC-BY-SA-4.0 OR CC-BY-4.0
                        rightsBasis: license
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                    """));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    /// Bases beside the licence: what was agreed or is anyone's right goes further than the licence says.
    private static final Set<String> BEYOND_THE_LICENSE =
            Set.of("own-work", "contract", "consent", "public-domain", "statutory", "tdm-exception");

    /// A source in files of one licence; the first such file stands for all.
    private record Use(String source, String license, Subject whole) {}

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> uses(manifest).stream()
                        .flatMap(use ->
                                file.declared().source(use.source()).stream().flatMap(source -> judge(source, use))));
    }

    private static Collection<Use> uses(Manifest manifest) {
        Map<String, Use> uses = new LinkedHashMap<>();
        String ofAll = manifest.dataset().license().value().orElse("");
        Subject dataset = Subject.dataset(manifest.dataset().name().value().orElse(""));
        for (FileEntry entry : manifest.files()) {
            String license =
                    entry.license().absent() ? ofAll : entry.license().value().orElse("");
            Subject whole = entry.license().absent() ? dataset : Subject.file(entry.name());
            for (Reference reference : entry.sources().listed()) {
                uses.putIfAbsent(reference.id() + " " + license, new Use(reference.id(), license, whole));
            }
        }
        return uses.values();
    }

    private static Stream<Breach> judge(DataSource source, Use use) {
        if (source.rightsBasis().value().filter(BEYOND_THE_LICENSE::contains).isPresent()) {
            return Stream.empty();
        }
        Optional<LicenseExpression> material =
                source.license().value().flatMap(text -> LicenseText.read(text).expression());
        Optional<LicenseExpression> whole = LicenseText.read(use.license()).expression();
        return material.flatMap(taken -> whole.map(offered -> Compatibility.of(taken, offered))).stream()
                .flatMap(judged -> judged.clashes().stream())
                .map(clash -> breach(source, use, clash));
    }

    private static Breach breach(DataSource source, Use use, Compatibility.Clash clash) {
        Breach breach = Breach.of(
                source.subject(),
                source.license().at(),
                "The source %s is under %s, but the %s under %s: %s"
                        .formatted(
                                Phrases.plain(source.subject().name()),
                                clash.material(),
                                use.whole().kind().equals("dataset")
                                        ? "dataset"
                                        : "file " + Phrases.plain(use.whole().name()),
                                Phrases.plain(use.license()),
                                reason(clash)));
        return clash.grave() ? breach : breach.usually(Severity.WARNING);
    }

    private static String reason(Compatibility.Clash clash) {
        return switch (clash.duty()) {
            case ATTRIBUTION -> clash.why() + ", which nobody is told of";
            case SHARE_ALIKE, NON_COMMERCIAL, NO_DERIVATIVES -> clash.why();
        };
    }
}
