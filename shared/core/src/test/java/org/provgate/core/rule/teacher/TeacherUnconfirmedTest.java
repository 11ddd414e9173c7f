package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.ObjectDraft.object;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.facts.Strength;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherUnconfirmedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("no signs", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "strong signs of another",
                    Submission.with(manifest().teachers(teacher("writer", "atlas-7b")))
                            .stores(object("data/train.jsonl").sign("boreas", Strength.STRONG, "id", 1)),
                    List.of(
                            "file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names Boreas (\"as id\", seen once), and nothing in it speaks for atlas-7b, which the manifest declares")),
            argumentSet(
                    "the declared one shows itself too",
                    Submission.with(manifest().teachers(teacher("writer", "atlas-7b")))
                            .stores(object("data/train.jsonl")
                                    .sign("boreas", Strength.STRONG, "id", 1)
                                    .sign("atlas", Strength.STRONG, "aid", 1)),
                    List.of()),
            argumentSet(
                    "conclusive signs of another are a contradiction",
                    Submission.with(manifest().teachers(teacher("writer", "atlas-7b")))
                            .stores(object("data/train.jsonl").sign("boreas", Strength.CONCLUSIVE, "naming", 1)),
                    List.of()),
            argumentSet(
                    "nobody is declared",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl").sign("boreas", Strength.STRONG, "id", 1)),
                    List.of()),
            argumentSet(
                    "weak signs of another",
                    Submission.with(manifest().teachers(teacher("writer", "atlas-7b")))
                            .stores(object("data/train.jsonl").sign("boreas", Strength.WEAK, "style", 90)),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void doubtsTheNameThatIsDeclared(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherUnconfirmed(), submission)).containsExactlyElementsOf(expected);
    }
}
