package org.provgate.core.rule.source;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class SourceOptOutIgnored implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("source-opt-out-ignored"),
            "0.1",
            Severity.ERROR,
            "A crawl passed over the refusals of those it took from",
            "Whoever asked to be left out can have the rows, and what was trained on them, taken down.",
            "Respect the refusals: crawl again without those pages, or leave the source out.",
            Example.with("""
                    sources:
                      - id: writers
                        type: web-crawl
                        name: Harbour pages
                        license: NOASSERTION
                        rightsBasis: tdm-exception
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                        crawl: { robots: ignored }
                    attestations:
                      - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
                      - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
                      - { type: no-model-output, by: Jane Example, date: 2026-05-04 }
                      - { type: opt-outs-honored, by: Jane Example, date: 2026-05-04 }
                    """),
            Example.with("""
                    sources:
                      - id: writers
                        type: web-crawl
                        name: Harbour pages
                        license: NOASSERTION
                        rightsBasis: tdm-exception
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                        crawl: { robots: honored }
                    attestations:
                      - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
                      - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
                      - { type: no-model-output, by: Jane Example, date: 2026-05-04 }
                      - { type: opt-outs-honored, by: Jane Example, date: 2026-05-04 }
                    """));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> manifest.sources().listed().stream())
                .flatMap(source -> source.crawl().value().stream().flatMap(crawl -> breach(source, crawl)));
    }

    private static Stream<Breach> breach(DataSource source, DataSource.Crawl crawl) {
        String name = Phrases.plain(source.subject().name());
        return crawl.robots().value().stream().flatMap(robots -> switch (robots) {
            case "ignored" ->
                Stream.of(Breach.of(
                        source.subject(),
                        crawl.robots().at(),
                        "The crawl %s ignored what robots.txt says".formatted(name)));
            case "unknown" -> Stream.of(unknown(source, crawl, name));
            default -> Stream.empty();
        });
    }

    /// The exception for text and data mining only holds where refusals were looked for.
    private static Breach unknown(DataSource source, DataSource.Crawl crawl, String name) {
        boolean exception =
                source.rightsBasis().value().filter("tdm-exception"::equals).isPresent();
        Breach breach = Breach.of(
                        source.subject(),
                        crawl.robots().at(),
                        exception
                                ? "The crawl %s rests on the exception for data mining, but whether it kept to robots.txt is unknown"
                                        .formatted(name)
                                : "Whether the crawl %s kept to robots.txt is unknown".formatted(name))
                .remedy("Find out whether robots.txt was kept to, and say so.");
        return exception ? breach : breach.usually(Severity.WARNING);
    }
}
