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

class TeacherAuthorizationMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "terms ask for none",
                    Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))),
                    List.of()),
            argumentSet(
                    "terms ask for one",
                    Submission.with(manifest().teachers(teacher("writer", "strait-1"))),
                    List.of(
                            "teacher:writer | /teachers/0/authorization | The terms of strait-1 allow this use only with permission, and none is filed: Strait Terms, section 4, edition 2025-01-01 (https://terms.example/strait)")),
            argumentSet(
                    "not of those who earn nothing",
                    Submission.with(manifest().teachers(teacher("writer", "strait-1")))
                            .under(policy().uses(true, false)),
                    List.of()),
            argumentSet(
                    "one is filed; what it is worth is another matter",
                    Submission.with(
                            manifest().teachers(teacher("writer", "strait-1").permission(granted()))),
                    List.of()),
            argumentSet(
                    "forbidden outright is a matter of its own",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1"))),
                    List.of()),
            argumentSet(
                    "an agreement",
                    Submission.with(manifest().teachers(teacher("writer", "strait-1")))
                            .under(policy().permits("Strait")),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsThePermissionThatTermsAskFor(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherAuthorizationMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
