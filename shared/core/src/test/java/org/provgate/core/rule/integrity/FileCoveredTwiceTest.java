package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.EntryDraft.glob;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileCoveredTwiceTest {

    static final List<Arguments> cases = List.of(
            argumentSet("one entry", Submission.with(manifest()), List.of()),
            argumentSet(
                    "a path under a glob",
                    Submission.with(manifest().files(file("s/1.jsonl"), glob("s/*.jsonl", "SUMS")))
                            .stores("s/1.jsonl", "s/2.jsonl")
                            .lists("SUMS", "s/1.jsonl", "s/2.jsonl"),
                    List.of()),
            argumentSet(
                    "two entries",
                    Submission.with(manifest().files(file("a.jsonl"), file("a.jsonl")))
                            .stores("a.jsonl"),
                    List.of("file:a.jsonl | /files/1 | a.jsonl has 2 entries in the manifest")),
            argumentSet(
                    "two globs",
                    Submission.with(manifest().files(glob("s/*.jsonl", "SUMS"), glob("**/1.*", "SUMS")))
                            .stores("s/1.jsonl")
                            .lists("SUMS", "s/1.jsonl"),
                    List.of("file:s/1.jsonl | /files/1 | s/1.jsonl is covered by s/*.jsonl and **/1.*")),
            argumentSet(
                    "two spellings of one path",
                    Submission.with(manifest().files(file("caf\u00e9.jsonl"), file("cafe\u0301.jsonl")))
                            .stores("caf\u00e9.jsonl"),
                    List.of("file:café.jsonl | /files/1 | café.jsonl is covered by café.jsonl and café.jsonl")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsOneEntryAFile(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileCoveredTwice(), submission)).containsExactlyElementsOf(expected);
    }
}
