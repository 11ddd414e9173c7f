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

class TeacherTermsForbidTrainingTest {

    static final List<Arguments> cases = List.of(
            argumentSet("no teachers", Submission.with(manifest()), List.of()),
            argumentSet("permitted", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "forbidden",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1"))),
                    List.of(
                            "teacher:writer | /teachers/0/model | The terms of boreas-1 forbid training models that compete with the provider on its output: Boreas Terms, section 4, edition 2025-01-01 (https://terms.example/boreas)")),
            argumentSet(
                    "forbidden to compete, but nobody does",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().uses(false, true)),
                    List.of()),
            argumentSet(
                    "said to be forbidden",
                    Submission.with(manifest().teachers(teacher("writer", "cirrus-1")))
                            .under(policy().uses(false, true)),
                    List.of(
                            "teacher:writer | /teachers/0/model | The terms of cirrus-1 forbid training on its output: Cirrus Terms, section 4, edition 2025-01-01 (https://terms.example/cirrus); the clause itself was not read, so this is for a person to look up | at most warning")),
            argumentSet(
                    "the operator has an agreement",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().permits("Boreas")),
                    List.of()),
            argumentSet(
                    "an agreement on another model",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().permits("boreas-2")),
                    List.of(
                            "teacher:writer | /teachers/0/model | The terms of boreas-1 forbid training models that compete with the provider on its output: Boreas Terms, section 4, edition 2025-01-01 (https://terms.example/boreas)")),
            argumentSet(
                    "the provider permits it, and the paper is there",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1").permission(granted())))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of()),
            argumentSet(
                    "the paper is not there",
                    Submission.with(
                            manifest().teachers(teacher("writer", "boreas-1").permission(granted()))),
                    List.of(
                            "teacher:writer | /teachers/0/model | The terms of boreas-1 forbid training models that compete with the provider on its output: Boreas Terms, section 4, edition 2025-01-01 (https://terms.example/boreas)")),
            argumentSet(
                    "the permission had ended",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().until("2026-03-19"))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/model | The terms of boreas-1 forbid training models that compete with the provider on its output: Boreas Terms, section 4, edition 2025-01-01 (https://terms.example/boreas)")));

    @ParameterizedTest
    @FieldSource("cases")
    void citesTheClauseThatForbids(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherTermsForbidTraining(), submission)).containsExactlyElementsOf(expected);
    }
}
