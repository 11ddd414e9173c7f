package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.PolicyDraft.policy;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherVersionAmbiguousTest {

    static final List<Arguments> cases = List.of(
            argumentSet("named", Submission.with(manifest().teachers(teacher("writer", "nimbus-1"))), List.of()),
            argumentSet(
                    "not named",
                    Submission.with(manifest().teachers(teacher("writer", "Nimbus"))),
                    List.of(
                            "teacher:writer | /teachers/0/model | \"Nimbus\" may be nimbus-1 and nimbus-2, whose terms differ; the strictest apply (conditional)")),
            argumentSet(
                    "not named, but all are agreed on",
                    Submission.with(manifest().teachers(teacher("writer", "Nimbus")))
                            .under(policy().permits("Nimbus")),
                    List.of()),
            argumentSet(
                    "unknown is a matter of its own",
                    Submission.with(manifest().teachers(teacher("writer", "zephyr"))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsTheVersion(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherVersionAmbiguous(), submission)).containsExactlyElementsOf(expected);
    }
}
