package org.provgate.core.rule.source;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class SourceUnresolved implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("source-unresolved"),
            "0.1",
            Severity.WARNING,
            "An upstream dataset cannot be told from its other versions",
            "A dataset that changes under its name may bring in rows that nobody has declared.",
            "Give the version or the digest of the upstream dataset that was used.",
            Example.with("""
                    sources:
                      - id: writers
                        type: dataset
                        name: Open questions about harbours
                        uri: https://example.org/datasets/open-harbours
                        license: CC-BY-4.0
                        rightsBasis: license
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                    """),
            Example.with("""
                    sources:
                      - id: writers
                        type: dataset
                        name: Open questions about harbours
                        uri: https://example.org/datasets/open-harbours
                        version: "2026-02"
                        license: CC-BY-4.0
                        rightsBasis: license
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                    """));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> manifest.sources().listed().stream())
                .filter(SourceUnresolved::isUnpinned)
                .filter(source -> KnownSources.find(source, file.registry()).isEmpty())
                .map(source -> Breach.of(
                        source.subject(),
                        source.at(),
                        "The source %s has neither a version nor a digest, so its rows cannot be told from others"
                                .formatted(Phrases.plain(source.subject().name()))));
    }

    private static boolean isUnpinned(DataSource source) {
        return source.type().value().filter(type -> type == SourceType.DATASET).isPresent()
                && source.version().absent()
                && source.sha256().absent();
    }
}
