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
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileRowsMismatchTest {

    static final List<Arguments> cases = List.of(
            argumentSet("not stated", Submission.with(manifest()), List.of()),
            argumentSet(
                    "right",
                    Submission.with(manifest().files(file("a").rows(100))).stores("a"),
                    List.of()),
            argumentSet(
                    "wrong",
                    Submission.with(manifest().files(file("a").rows(7))).stores("a"),
                    List.of(
                            "file:a | /files/0/rows | a has 100 rows; the manifest says 7 | replace /files/0/rows 100")),
            argumentSet(
                    "not to be counted",
                    Submission.with(manifest().files(file("a").rows(7)))
                            .stores(object("a").rowsUnknown()),
                    List.of()),
            argumentSet(
                    "of many files together it says nothing",
                    Submission.with(manifest().files(glob("s/*", "SUMS").rows(7)))
                            .stores("s/1")
                            .lists("SUMS", "s/1"),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void comparesRows(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileRowsMismatch(), submission)).containsExactlyElementsOf(expected);
    }
}
