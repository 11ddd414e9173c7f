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

class TeacherAuthorizationUnprovenTest {

    static final List<Arguments> cases = List.of(
            argumentSet("none claimed", Submission.with(manifest().teachers(teacher("writer", "boreas-1"))), List.of()),
            argumentSet(
                    "proven",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1").permission(granted())))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of()),
            argumentSet(
                    "granted to an organisation in other letters",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().to("EXAMPLE as"))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of()),
            argumentSet(
                    "no document",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().document("", ""))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/authorization | The permission for writer is not proven: no document goes with it")),
            argumentSet(
                    "an address alone",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().document("https://example.org/p.pdf", ""))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/document | The permission for writer is not proven: an address alone can change and proves nothing")),
            argumentSet(
                    "not there",
                    Submission.with(
                            manifest().teachers(teacher("writer", "boreas-1").permission(granted()))),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/document | The permission for writer is not proven: evidence/permission.pdf is not in the submission")),
            argumentSet(
                    "no digest",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().document("evidence/permission.pdf", ""))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/document | The permission for writer is not proven: the manifest does not give the digest of evidence/permission.pdf")),
            argumentSet(
                    "another digest",
                    Submission.with(
                                    manifest()
                                            .teachers(
                                                    teacher("writer", "boreas-1")
                                                            .permission(
                                                                    granted()
                                                                            .document(
                                                                                    "evidence/permission.pdf",
                                                                                    "0000000000000000000000000000000000000000000000000000000000000000"))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/document | The permission for writer is not proven: evidence/permission.pdf has another digest than the manifest says")),
            argumentSet(
                    "to nobody",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().to(""))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/document | The permission for writer is not proven: it does not say to whom it was granted")),
            argumentSet(
                    "to a stranger",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().to("Sam Stranger"))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/document | The permission for writer is not proven: it was granted to somebody who is not among the contributors")),
            argumentSet(
                    "by another maker",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().by("Atlas"))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/document | The permission for writer is not proven: it was granted by Atlas, who does not make the model")),
            argumentSet(
                    "by somebody whom the registry does not know",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-1")
                                            .permission(granted().by("Boreas Europe Ltd"))))
                            .stores("data/train.jsonl", "evidence/permission.pdf"),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsPermissionsProven(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherAuthorizationUnproven(), submission)).containsExactlyElementsOf(expected);
    }
}
