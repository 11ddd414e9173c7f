package org.provgate.core.rule.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class SourceOptOutIgnoredTest {

    static final List<Arguments> cases = List.of(
            argumentSet("no crawl", Submission.with(manifest()), List.of()),
            argumentSet(
                    "respected", Submission.with(manifest().sources(SourceDraft.crawl("web", "honored"))), List.of()),
            argumentSet(
                    "not applicable",
                    Submission.with(manifest().sources(SourceDraft.crawl("web", "not-applicable"))),
                    List.of()),
            argumentSet(
                    "ignored",
                    Submission.with(manifest().sources(SourceDraft.crawl("web", "ignored"))),
                    List.of("source:web | /sources/0/crawl/robots | The crawl web ignored what robots.txt says")),
            argumentSet(
                    "unknown, under the exception for mining",
                    Submission.with(manifest().sources(SourceDraft.crawl("web", "unknown"))),
                    List.of(
                            "source:web | /sources/0/crawl/robots | The crawl web rests on the exception for data mining, but whether it kept to robots.txt is unknown | Find out whether robots.txt was kept to, and say so.")),
            argumentSet(
                    "unknown, by contract",
                    Submission.with(manifest()
                            .sources(SourceDraft.crawl("web", "unknown").rightsBasis("contract"))),
                    List.of(
                            "source:web | /sources/0/crawl/robots | Whether the crawl web kept to robots.txt is unknown | usually warning | Find out whether robots.txt was kept to, and say so.")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsRefusalsRespected(Submission submission, List<String> expected) {
        assertThat(Told.by(new SourceOptOutIgnored(), submission)).containsExactlyElementsOf(expected);
    }
}
