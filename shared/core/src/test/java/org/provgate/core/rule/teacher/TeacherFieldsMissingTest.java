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

class TeacherFieldsMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "all stated",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").provider("Atlas"))),
                    List.of()),
            argumentSet(
                    "three missing",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "")
                                    .noChannel()
                                    .generated("", "")
                                    .provider("Atlas"))),
                    List.of(
                            "teacher:writer | /teachers/0/model | The teacher writer does not state model | Add `model`, the id as the provider writes it.",
                            "teacher:writer | /teachers/0/generationPeriod | The teacher writer does not state generationPeriod | Add `generationPeriod`: {start: YYYY-MM, end: YYYY-MM}.",
                            "teacher:writer | /teachers/0/accessChannel | The teacher writer does not state accessChannel | Add `accessChannel`, one of provider-api, cloud-marketplace, reseller, consumer-app, self-hosted, upstream-dataset, unknown.")),
            argumentSet(
                    "no uses",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b")
                                    .provider("Atlas")
                                    .uses())),
                    List.of(
                            "teacher:writer | /teachers/0/uses | The teacher writer does not state uses | Add `uses`, some of generated, rewritten, translated, annotated, judged, filtered, embedded, other.")),
            argumentSet(
                    "a policy that asks for less",
                    Submission.with(manifest().teachers(teacher("writer", "atlas-7b")))
                            .under(policy().teacherFields("model")),
                    List.of()),
            argumentSet(
                    "a policy that asks for more",
                    Submission.with(manifest().teachers(teacher("writer", "atlas-7b")))
                            .under(policy().teacherFields("revision")),
                    List.of(
                            "teacher:writer | /teachers/0/revision | The teacher writer does not state revision | Add `revision`.")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsWhatThePolicyAsksFor(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherFieldsMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
