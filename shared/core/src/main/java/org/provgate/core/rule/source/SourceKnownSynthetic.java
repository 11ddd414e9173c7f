package org.provgate.core.rule.source;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class SourceKnownSynthetic implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("source-known-synthetic"),
            "0.1",
            Severity.ERROR,
            "A source is said to be by people, but is known to be by a model",
            "Rows of a model under the name of people carry its terms unseen.",
            "Declare the source as the dataset it is, and the models behind it as teachers.",
            saying("human-authored"),
            saying("dataset"));

    private static Example saying(String type) {
        return Example.with("""
                sources:
                  - id: writers
                    type: %s
                    name: open-thoughts/OpenThoughts-114k
                    uri: https://huggingface.co/datasets/open-thoughts/OpenThoughts-114k
                    license: Apache-2.0
                    rightsBasis: license
                    collectionPeriod: { start: 2026-02, end: 2026-04 }
                teachers:
                  - id: thinker
                    provider: DeepSeek
                    model: deepseek-ai/DeepSeek-R1
                    uses: [generated]
                    generationPeriod: { start: 2025-02, end: 2025-02 }
                    accessChannel: self-hosted
                    terms: { name: MIT License, version: "1", license: MIT }
                files:
                  - path: data/train.jsonl
                    sha256: SHA256(data/train.jsonl)
                    sources: [writers]
                    teachers: [thinker]
                attestations:
                  - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
                  - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
                  - { type: terms-complied, by: Jane Example, date: 2026-05-04 }
                """.formatted(type));
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    private static final Set<SourceType> BY_PEOPLE = EnumSet.of(
            SourceType.HUMAN_AUTHORED,
            SourceType.HUMAN_ANNOTATION,
            SourceType.USER_DATA,
            SourceType.INTERNAL_LOGS,
            SourceType.DIGITIZED);

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> manifest.sources().listed().stream())
                .flatMap(source -> source.type().value().filter(BY_PEOPLE::contains).stream()
                        .flatMap(type -> KnownSources.find(source, file.registry()).stream()
                                .filter(known -> !known.teachers().isEmpty())
                                .map(known -> breach(source, type, known))));
    }

    private static Breach breach(DataSource source, SourceType type, KnownDataset known) {
        Breach breach = Breach.of(
                source.subject(),
                source.type().at(),
                "The source %s is said to be %s, but %s holds output of %s (%s)"
                        .formatted(
                                Phrases.plain(source.subject().name()),
                                type.word(),
                                known.id(),
                                Phrases.listed(known.teachers().stream()
                                        .map(KnownDataset.Teacher::model)
                                        .toList()),
                                known.source()));
        return known.verified() ? breach : breach.atMost(Severity.WARNING);
    }
}
