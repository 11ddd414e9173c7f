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
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class DeclarationUnusedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("all are used", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "a source that is not",
                    Submission.with(manifest()
                            .sources(SourceDraft.own("writers"), SourceDraft.own("editors"))
                            .files(file("data/train.jsonl"))),
                    List.of("source:editors | /sources/1/id | No file refers to the source editors")),
            argumentSet(
                    "a teacher that is not",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b"))
                            .files(file("data/train.jsonl").teachers("none"))),
                    List.of("teacher:writer | /teachers/0/id | No file refers to the teacher writer")),
            argumentSet(
                    "a source that a teacher came with",
                    Submission.with(manifest()
                            .sources(SourceDraft.own("writers"), SourceDraft.dataset("chats", "Chats", "CC-BY-4.0"))
                            .teachers(teacher("writer", "atlas-7b").via("chats"))
                            .files(file("data/train.jsonl").teachers("writer"))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsDeclarationsToBeUsed(Submission submission, List<String> expected) {
        assertThat(Told.by(new DeclarationUnused(), submission)).containsExactlyElementsOf(expected);
    }
}
