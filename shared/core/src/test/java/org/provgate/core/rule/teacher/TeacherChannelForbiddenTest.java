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
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherChannelForbiddenTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "by the provider", Submission.with(manifest().teachers(teacher("writer", "boreas-1"))), List.of()),
            argumentSet(
                    "open weights",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").channel(AccessChannel.SELF_HOSTED))),
                    List.of()),
            argumentSet(
                    "closed weights",
                    Submission.with(
                            manifest().teachers(teacher("writer", "boreas-1").channel(AccessChannel.SELF_HOSTED))),
                    List.of(
                            "teacher:writer | /teachers/0/accessChannel | boreas-1 is said to be self-hosted, but its weights were never given out")),
            argumentSet(
                    "closed weights, by facts that were not read",
                    Submission.with(
                            manifest().teachers(teacher("writer", "cirrus-1").channel(AccessChannel.SELF_HOSTED))),
                    List.of(
                            "teacher:writer | /teachers/0/accessChannel | cirrus-1 is said to be self-hosted, but its weights were never given out | at most warning")),
            argumentSet(
                    "by agreement",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1").channel(AccessChannel.SELF_HOSTED)))
                            .under(policy().permits("Boreas")),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void knowsWhoseWeightsWereNeverGivenOut(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherChannelForbidden(), submission)).containsExactlyElementsOf(expected);
    }
}
