package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherPredatesReleaseTest {

    static final List<Arguments> cases = List.of(
            argumentSet("after", Submission.with(manifest().teachers(teacher("writer", "boreas-1"))), List.of()),
            argumentSet(
                    "before",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-2"))),
                    List.of(
                            "teacher:writer | /teachers/0/generationPeriod | boreas-2 is said to have worked from 2026-03-02, but came out on 2026-03-10")),
            argumentSet(
                    "in the month it came out",
                    Submission.with(
                            manifest().teachers(teacher("writer", "boreas-2").generated("2026-03", "2026-03"))),
                    List.of()),
            argumentSet(
                    "nobody knows when it came out",
                    Submission.with(
                            manifest().teachers(teacher("writer", "umbra-1").generated("2020", "2020"))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void knowsWhenModelsCameOut(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherPredatesRelease(), submission)).containsExactlyElementsOf(expected);
    }
}
