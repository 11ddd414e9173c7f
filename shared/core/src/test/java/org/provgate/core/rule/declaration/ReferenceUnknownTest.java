package org.provgate.core.rule.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.manifest.Attestation.Kind;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class ReferenceUnknownTest {

    static final List<Arguments> cases = List.of(
            argumentSet("all are declared", Submission.with(manifest()), List.of()),
            argumentSet(
                    "a misspelt source",
                    Submission.with(manifest().files(file("data/train.jsonl").sources("writers,writrs"))),
                    List.of(
                            "file:data/train.jsonl | /files/0/sources/1 | data/train.jsonl refers to the source \"writrs\", which the manifest does not declare | Write \"writers\", if that is what was meant, or declare the source. | replace /files/0/sources/1 writers")),
            argumentSet(
                    "a teacher that is not declared",
                    Submission.with(manifest().files(file("data/train.jsonl").teachers("judge"))),
                    List.of(
                            "file:data/train.jsonl | /files/0/teachers/0 | data/train.jsonl refers to the teacher \"judge\", which the manifest does not declare")),
            argumentSet(
                    "a source where a teacher should be",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b"))
                            .files(file("data/train.jsonl").teachers("writers"))),
                    List.of(
                            "file:data/train.jsonl | /files/0/teachers/0 | data/train.jsonl refers to the teacher \"writers\", which the manifest does not declare: that is the id of a source")),
            argumentSet(
                    "a teacher that came with a source of another type",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").via("writers"))),
                    List.of(
                            "teacher:writer | /teachers/0/viaSources/0 | writer is said to come with the source \"writers\", which is of type human-authored and not a dataset")),
            argumentSet(
                    "an attestation by a stranger",
                    Submission.with(manifest().attested(Kind.TERMS_COMPLIED).attestedBy("Sam Stranger")),
                    List.of(
                            "attestation:terms-complied | /attestations/0/by | The attestation terms-complied is given by \"Sam Stranger\", who is not among the contributors | Write the name or e-mail address of a contributor as it stands in the list.")),
            argumentSet(
                    "an attestation by e-mail address",
                    Submission.with(manifest().attestedBy("Jane@example.org")),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void namesReferencesThatLeadNowhere(Submission submission, List<String> expected) {
        assertThat(Told.by(new ReferenceUnknown(), submission)).containsExactlyElementsOf(expected);
    }
}
