package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.EntryDraft.glob;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet("everything is there", Submission.with(manifest()), List.of()),
            argumentSet(
                    "an entry without its file",
                    Submission.with(manifest().files(file("a.jsonl"), file("b.jsonl")))
                            .stores("a.jsonl"),
                    List.of("file:b.jsonl | /files/1/path | b.jsonl is listed, but not in the submission")),
            argumentSet(
                    "a list names more than is stored",
                    Submission.with(manifest().files(glob("s/*.jsonl", "s/SUMS")))
                            .stores("s/1.jsonl")
                            .lists("s/SUMS", "s/1.jsonl", "s/2.jsonl"),
                    List.of(
                            "file:s/2.jsonl | s/SUMS:2 | s/2.jsonl is in the checksum list of s/*.jsonl, but not in the submission")),
            argumentSet(
                    "a pattern that covers nothing",
                    Submission.with(manifest().files(file("a.jsonl"), glob("s/*.jsonl", "s/SUMS")))
                            .stores("a.jsonl")
                            .lists("s/SUMS"),
                    List.of(
                            "file:s/*.jsonl | /files/1 | s/*.jsonl matches no file of the submission | Correct the pattern, or take the entry out of the manifest.")),
            argumentSet(
                    "a checksum list that is not there",
                    Submission.with(manifest().files(glob("s/*.jsonl", "s/SUMS")))
                            .stores("s/1.jsonl"),
                    List.of(
                            "file:s/SUMS | /files/0/checksums | s/SUMS is named in the manifest, but not in the submission | Upload the document, or take the reference to it out of the manifest.")),
            argumentSet(
                    "a copy of terms that is not there",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").termsCopy("evidence/terms.pdf", ""))),
                    List.of(
                            "file:evidence/terms.pdf | /teachers/0/terms/copy/path | evidence/terms.pdf is named in the manifest, but not in the submission | Upload the document, or take the reference to it out of the manifest.")),
            argumentSet(
                    "a path in another normal form is the same path",
                    Submission.with(manifest().files(file("caf\u00e9.jsonl"))).stores("cafe\u0301.jsonl"),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void namesEveryFileThatIsNotThere(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
