package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.ObjectDraft.object;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.manifest.Use;
import org.provgate.core.testkit.ManifestDraft;
import org.provgate.core.testkit.ObjectDraft;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherUndeclaredTest {

    private static final String TRAIN = "data/train.jsonl";

    private static ObjectDraft rows() {
        return object(TRAIN);
    }

    private static ManifestDraft by(String model) {
        return manifest().teachers(teacher("writer", model));
    }

    static final List<Arguments> cases = List.of(
            argumentSet("no signs", Submission.with(manifest()).stores(rows()), List.of()),
            argumentSet(
                    "a conclusive sign where nobody is declared",
                    Submission.with(manifest())
                            .stores(rows().sign(
                                            new Maker.Model("boreas", "boreas-2"), Strength.CONCLUSIVE, "naming", 3)),
                    List.of(
                            "file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names"
                                    + " boreas-2 of Boreas (\"as naming\", seen 3 times), but the manifest says teachers: none")),
            argumentSet(
                    "a strong sign is a warning",
                    Submission.with(manifest()).stores(rows().sign("boreas", Strength.STRONG, "id", 1)),
                    List.of(
                            "file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names"
                                    + " Boreas (\"as id\", seen once), but the manifest says teachers: none | usually warning")),
            argumentSet(
                    "two different strong signs are conclusive",
                    Submission.with(manifest())
                            .stores(rows().sign("boreas", Strength.STRONG, "id", 1)
                                    .sign("boreas", Strength.STRONG, "field", 1)),
                    List.of("file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names"
                            + " Boreas (\"as field\", seen twice), but the manifest says teachers: none")),
            argumentSet(
                    "weak signs say nothing",
                    Submission.with(manifest()).stores(rows().sign("boreas", Strength.WEAK, "style", 90)),
                    List.of()),
            argumentSet(
                    "the declared one shows itself",
                    Submission.with(by("boreas-1")).stores(rows().sign("boreas", Strength.CONCLUSIVE, "naming", 3)),
                    List.of()),
            argumentSet(
                    "a tuned model accounts for the one it learned from",
                    Submission.with(by("atlas-7b-breeze"))
                            .stores(rows().sign("boreas", Strength.CONCLUSIVE, "naming", 3)),
                    List.of()),
            argumentSet(
                    "an unknown model accounts for the maker it is said to have",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "boreas-9").provider("Boreas")))
                            .stores(rows().sign("boreas", Strength.CONCLUSIVE, "naming", 3)),
                    List.of()),
            argumentSet(
                    "a known model does not account for another maker, whatever the manifest calls its maker",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "atlas-7b").provider("Boreas")))
                            .stores(rows().sign("boreas", Strength.CONCLUSIVE, "naming", 3)),
                    List.of("file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names"
                            + " Boreas (\"as naming\", seen 3 times), but the manifest declares only atlas-7b for it")),
            argumentSet(
                    "a model that is named in the rows can be added, but for what only a person knows",
                    Submission.with(by("atlas-7b"))
                            .stores(rows().sign(new Maker.Model("boreas", "boreas-2"), Strength.CONCLUSIVE, "id", 1)),
                    List.of("file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names"
                            + " boreas-2 of Boreas (\"as id\", seen once), but the manifest declares only atlas-7b"
                            + " for it | add /teachers/- [provider: Boreas, model: boreas-2]")),
            argumentSet(
                    "a teacher of another file does not account",
                    Submission.with(by("boreas-1")
                                    .files(
                                            file("a.jsonl").teachers("writer"),
                                            file("b.jsonl").teachers("none")))
                            .stores(object("a.jsonl").sign("boreas", Strength.CONCLUSIVE, "naming", 1))
                            .stores(object("b.jsonl").sign("boreas", Strength.CONCLUSIVE, "naming", 1)),
                    List.of("file:b.jsonl | b.jsonl:17 | b.jsonl, line 17: the text names Boreas (\"as naming\", seen"
                            + " once), but the manifest declares no teacher for it")),
            argumentSet(
                    "strong signs for another maker are doubt, not contradiction, where a teacher is declared",
                    Submission.with(by("atlas-7b")).stores(rows().sign("boreas", Strength.STRONG, "id", 1)),
                    List.of()),
            argumentSet(
                    "unless the declared one shows itself as well",
                    Submission.with(by("atlas-7b"))
                            .stores(rows().sign("boreas", Strength.STRONG, "id", 1)
                                    .sign("atlas", Strength.STRONG, "atlas-id", 1)),
                    List.of("file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names"
                            + " Boreas (\"as id\", seen once), but the manifest declares only atlas-7b for it | usually"
                            + " warning")),
            argumentSet(
                    "some unknown model where nobody is declared",
                    Submission.with(manifest()).stores(rows().sign(new Maker.Unknown(), Strength.STRONG, "phrase", 40)),
                    List.of("file:data/train.jsonl | data/train.jsonl:17 | data/train.jsonl, line 17: the text names a"
                            + " model, though not whose (\"as phrase\", seen 40 times), but the manifest says"
                            + " teachers: none | usually warning")),
            argumentSet(
                    "some unknown model where one is declared",
                    Submission.with(by("atlas-7b"))
                            .stores(rows().sign(new Maker.Unknown(), Strength.STRONG, "phrase", 40)),
                    List.of()),
            argumentSet(
                    "a document is held against all teachers",
                    Submission.with(by("boreas-1"))
                            .stores(TRAIN)
                            .stores(object("README.md").sign("boreas", Strength.CONCLUSIVE, "naming", 1)),
                    List.of()),
            argumentSet(
                    "the manifest may name models",
                    Submission.with(manifest())
                            .stores(rows(), object("provenance.yaml").sign("boreas", Strength.CONCLUSIVE, "x", 1)),
                    List.of()),
            argumentSet(
                    "people who were shown proposals",
                    Submission.with(manifest()
                            .sources(SourceDraft.of("raters", SourceType.HUMAN_ANNOTATION)
                                    .modelAssistance("pre-annotated"))),
                    List.of("source:raters | /sources/0/annotation/modelAssistance | The source raters says"
                            + " modelAssistance: pre-annotated, but no teacher has the use annotated | Declare the"
                            + " model that assisted, with the use annotated, or say none.")),
            argumentSet(
                    "by a model that is declared",
                    Submission.with(manifest()
                            .sources(SourceDraft.of("raters", SourceType.HUMAN_ANNOTATION)
                                    .modelAssistance("pre-annotated"))
                            .teachers(teacher("judge", "atlas-7b").uses(Use.ANNOTATED))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void holdsSignsAgainstTheDeclaration(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherUndeclared(), submission)).containsExactlyElementsOf(expected);
    }

    @Test
    void everySignGoesWithTheFinding() {
        Submission submission = Submission.with(manifest())
                .stores(rows().sign("boreas", Strength.CONCLUSIVE, "naming", 1)
                        .sign("boreas", Strength.WEAK, "style", 40));

        assertThat(new TeacherUndeclared().check(submission.caseFile()))
                .singleElement()
                .satisfies(breach -> assertThat(breach.evidence())
                        .extracting(sign -> sign.fingerprint())
                        .containsExactly("naming", "style"));
    }
}
