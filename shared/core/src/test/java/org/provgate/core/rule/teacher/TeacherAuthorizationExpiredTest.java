package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.Permission.granted;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherAuthorizationExpiredTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "no permission", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "without an end",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").permission(granted()))),
                    List.of()),
            argumentSet(
                    "to the last day",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b")
                                    .permission(granted().until("2026-03-20")))),
                    List.of()),
            argumentSet(
                    "a day too short",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b")
                                    .permission(granted().until("2026-03-19")))),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/expires | The permission for writer ended on 2026-03-19, before the last output")),
            argumentSet(
                    "granted on the first day",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b")
                                    .permission(granted().on("2026-03-02")))),
                    List.of()),
            argumentSet(
                    "granted later",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b")
                                    .permission(granted().on("2026-03-03")))),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/date | The permission for writer was granted on 2026-03-03, after the first output | usually warning")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsPermissionForTheWholeTime(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherAuthorizationExpired(), submission)).containsExactlyElementsOf(expected);
    }
}
