package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.PolicyDraft.policy;
import static org.provgate.core.testkit.TeacherDraft.Permission.granted;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherTermsUnknownTest {

    static final List<Arguments> cases = List.of(
            argumentSet("known", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "unknown",
                    Submission.with(manifest().teachers(teacher("writer", "umbra-1"))),
                    List.of(
                            "teacher:writer | /teachers/0/model | Whether the output of umbra-1 may train models is not known: no edition for provider-api in that period is on file")),
            argumentSet(
                    "an agreement",
                    Submission.with(manifest().teachers(teacher("writer", "umbra-1")))
                            .under(policy().permits("Umbra")),
                    List.of()),
            argumentSet(
                    "a permission",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "umbra-1")
                                            .permission(granted().by("Umbra"))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of()),
            argumentSet(
                    "an unknown model is a matter of its own",
                    Submission.with(manifest().teachers(teacher("writer", "zephyr"))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void saysWhatNobodyKnows(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherTermsUnknown(), submission)).containsExactlyElementsOf(expected);
    }
}
