package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeachersUnstatedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("none is a statement", Submission.with(manifest()), List.of()),
            argumentSet(
                    "nothing is not",
                    Submission.with(manifest().teachersUnstated()),
                    List.of(
                            "manifest:provenance.yaml | /teachers | provenance.yaml does not say which models had a hand in the data")),
            argumentSet(
                    "unknown is a matter of its own", Submission.with(manifest().teachersUnknown()), List.of()),
            argumentSet(
                    "something that is no statement",
                    Submission.with(manifest().teachersUnstated("[]")),
                    List.of(
                            "manifest:provenance.yaml | /teachers | `teachers` is [], which does not say which models had"
                                    + " a hand in the data")),
            argumentSet(
                    "an entry that leaves it open",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b")).files(file("data/train.jsonl"))),
                    List.of(
                            "file:data/train.jsonl | /files/0/teachers | The entry of data/train.jsonl does not say which"
                                    + " of the teachers it carries | Write the ids of its teachers, or `teachers: none`.")));

    @ParameterizedTest
    @FieldSource("cases")
    void takesNoSilenceForANo(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeachersUnstated(), submission)).containsExactlyElementsOf(expected);
    }
}
