package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.EntryDraft.glob;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.ObjectDraft.object;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.facts.Concern;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileTypeMismatchTest {

    static final List<Arguments> cases = List.of(
            argumentSet("not stated", Submission.with(manifest()), List.of()),
            argumentSet(
                    "by another name of it",
                    Submission.with(manifest().files(file("a").mediaType("application/x-ndjson")))
                            .stores("a"),
                    List.of()),
            argumentSet(
                    "a kind of text that only its meaning tells apart",
                    Submission.with(manifest().files(file("a").mediaType("text/csv")))
                            .stores(object("a").mediaType("text/plain")),
                    List.of()),
            argumentSet(
                    "compressed text",
                    Submission.with(manifest().files(file("a.gz").mediaType("application/jsonl")))
                            .stores(object("a.gz").mediaType("application/gzip")),
                    List.of()),
            argumentSet(
                    "contradicted",
                    Submission.with(manifest().files(file("a").mediaType("text/csv")))
                            .stores(object("a").mediaType("application/vnd.apache.parquet")),
                    List.of(
                            "file:a | /files/0/mediaType | a is application/vnd.apache.parquet; the manifest says text/csv | usually error")),
            argumentSet(
                    "declared for many, wrong for one",
                    Submission.with(manifest().files(glob("s/*", "SUMS").mediaType("application/jsonl")))
                            .stores(object("s/1"), object("s/2").mediaType("image/png"))
                            .lists("SUMS", "s/1", "s/2"),
                    List.of(
                            "file:s/2 | /files/0/mediaType | s/2 is image/png; the manifest says application/jsonl | usually error")),
            argumentSet(
                    "a name that misleads",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl").concern(Concern.Kind.TYPE_DIFFERS, "it is a picture")),
                    List.of("file:data/train.jsonl | data/train.jsonl | data/train.jsonl: it is a picture")));

    @ParameterizedTest
    @FieldSource("cases")
    void comparesKinds(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileTypeMismatch(), submission)).containsExactlyElementsOf(expected);
    }
}
