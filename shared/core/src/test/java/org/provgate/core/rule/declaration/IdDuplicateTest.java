package org.provgate.core.rule.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class IdDuplicateTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "different ids", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "two sources",
                    Submission.with(manifest().sources(SourceDraft.own("writers"), SourceDraft.own("writers"))),
                    List.of("source:writers | /sources/1/id | The id \"writers\" is already that of a source")),
            argumentSet(
                    "a source and a teacher",
                    Submission.with(manifest().teachers(teacher("writers", "atlas-7b"))),
                    List.of("teacher:writers | /teachers/0/id | The id \"writers\" is already that of a source")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsIdsThatDiffer(Submission submission, List<String> expected) {
        assertThat(Told.by(new IdDuplicate(), submission)).containsExactlyElementsOf(expected);
    }
}
