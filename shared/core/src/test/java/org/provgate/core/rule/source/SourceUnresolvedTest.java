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

class SourceUnresolvedTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "a version",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-4.0"))),
                    List.of()),
            argumentSet(
                    "a digest",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-4.0")
                                    .version("")
                                    .sha256("0000000000000000000000000000000000000000000000000000000000000000"))),
                    List.of()),
            argumentSet(
                    "neither",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-4.0")
                                    .version(""))),
                    List.of(
                            "source:upstream | /sources/0 | The source upstream has neither a version nor a digest, so its rows cannot be told from others")),
            argumentSet(
                    "a public dataset that is known",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("q", "Plain questions", "CC-BY-4.0")
                                    .version(""))),
                    List.of()),
            argumentSet("no dataset", Submission.with(manifest()), List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsUpstreamDatasetsPinned(Submission submission, List<String> expected) {
        assertThat(Told.by(new SourceUnresolved(), submission)).containsExactlyElementsOf(expected);
    }
}
