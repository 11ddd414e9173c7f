package org.provgate.core.rule.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.SourceDraft.dataset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.testkit.Digests;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class SourceDigestMismatchTest {

    private final SourceDigestMismatch rule = new SourceDigestMismatch();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upstream/a.csv",
                "file:upstream/a.csv",
                "file:./upstream/a.csv",
                "s3://hub/jane/harbour/r1/upstream/a.csv",
                "https://hub.example.org/jane/harbour/r1/upstream/a.csv"
            })
    void aSourceInTheSubmissionHasTheDigestThatIsSaid(String uri) {
        assertThat(Told.by(rule, from(uri, "0".repeat(64))))
                .containsExactly("source:open | /sources/0/sha256 | The source open is upstream/a.csv, and that has the"
                        + " digest " + Digests.of("upstream/a.csv"));
        assertThat(Told.by(rule, from(uri, Digests.of("upstream/a.csv").hex()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/upstream/a.csv",
                "file:///upstream/a.csv",
                "s3://hub/jane/harbour/r2/upstream/a.csv",
                "file:upstream/b.csv"
            })
    void whatLiesElsewhereCannotBeCompared(String uri) {
        assertThat(Told.by(rule, from(uri, "0".repeat(64)))).isEmpty();
    }

    @Test
    void withoutADigestThereIsNothingToCompare() {
        assertThat(Told.by(rule, from("file:upstream/a.csv", ""))).isEmpty();
    }

    private static Submission from(String uri, String digest) {
        return Submission.with(manifest()
                        .sources(dataset("open", "Open harbours", "CC-BY-4.0")
                                .uri(uri)
                                .sha256(digest)))
                .stores("data/train.jsonl", "upstream/a.csv")
                .as("jane", "harbour", "r1");
    }
}
