package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileSizeMismatchTest {

    static final List<Arguments> cases = List.of(
            argumentSet("not stated", Submission.with(manifest()), List.of()),
            argumentSet(
                    "right",
                    Submission.with(manifest().files(file("a").bytes(4200))).stores("a"),
                    List.of()),
            argumentSet(
                    "wrong",
                    Submission.with(manifest().files(file("a").bytes(7))).stores("a"),
                    List.of(
                            "file:a | /files/0/bytes | a has 4,200 bytes; the manifest says 7 | replace /files/0/bytes 4200")));

    @ParameterizedTest
    @FieldSource("cases")
    void comparesBytes(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileSizeMismatch(), submission)).containsExactlyElementsOf(expected);
    }
}
