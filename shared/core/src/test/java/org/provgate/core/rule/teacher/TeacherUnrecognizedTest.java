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

class TeacherUnrecognizedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("known", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "unknown, with near names",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-3"))),
                    List.of(
                            "teacher:writer | /teachers/0/model | The registry knows no model \"boreas-3\" | Write the id as the provider writes it; known names that come near: boreas-1 and boreas-2.")),
            argumentSet(
                    "unknown, nothing near",
                    Submission.with(manifest().teachers(teacher("writer", "zephyr"))),
                    List.of("teacher:writer | /teachers/0/model | The registry knows no model \"zephyr\"")),
            argumentSet(
                    "unknown, but the operator has an agreement",
                    Submission.with(manifest().teachers(teacher("writer", "zephyr")))
                            .under(policy().permits("Zephyr")),
                    List.of()),
            argumentSet(
                    "no model at all is a matter of its own",
                    Submission.with(manifest().teachers(teacher("writer", ""))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void namesModelsThatNobodyKnows(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherUnrecognized(), submission)).containsExactlyElementsOf(expected);
    }
}
