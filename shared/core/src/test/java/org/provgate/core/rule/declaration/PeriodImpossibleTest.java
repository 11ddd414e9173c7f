package org.provgate.core.rule.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.Permission.granted;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.manifest.Attestation.Kind;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class PeriodImpossibleTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "all can be",
                    Submission.with(manifest()
                            .created("2026-05-02")
                            .teachers(teacher("writer", "atlas-7b")
                                    .acceptedOn("2026-01-20")
                                    .permission(granted().until("2026-12-31")))),
                    List.of()),
            argumentSet(
                    "backwards",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("2026-04", "2026-02"))),
                    List.of(
                            "source:writers | /sources/0/collectionPeriod | The collection of writers ends (2026-02) before it begins (2026-04)")),
            argumentSet(
                    "the same year, once as a year",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("2026-03", "2026"))),
                    List.of()),
            argumentSet(
                    "a year that is not over yet",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("2024", "2026"))),
                    List.of()),
            argumentSet(
                    "going on",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("2026-03", "ongoing"))),
                    List.of()),
            argumentSet(
                    "tomorrow, for clocks differ",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("2026-06-02", "2026-06-02"))),
                    List.of()),
            argumentSet(
                    "the day after",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("2026-06-03", "2026-06-04"))),
                    List.of(
                            "source:writers | /sources/0/collectionPeriod/start | The collection of writers begins in the future, on 2026-06-03")),
            argumentSet(
                    "an end in the future",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").generated("2026-03", "2027"))),
                    List.of(
                            "teacher:writer | /teachers/0/generationPeriod/end | The generation by writer ends in the future, on 2027 | Write `ongoing` while it is not over.")),
            argumentSet(
                    "a day that no calendar has",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("2026-02-30", "2026-04"))),
                    List.of(
                            "source:writers | /sources/0/collectionPeriod/start | The collection of writers begins on 2026-02-30, which no calendar has")),
            argumentSet(
                    "terms accepted on a day that no calendar has",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").acceptedOn("2026-02-31"))),
                    List.of(
                            "teacher:writer | /teachers/0/terms/acceptedOn | The terms were accepted on 2026-02-31, which no calendar has")),
            argumentSet(
                    "no date at all is for the reader",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").collected("spring", "2026-04"))),
                    List.of()),
            argumentSet(
                    "attested tomorrow",
                    Submission.with(
                            manifest().attested(Kind.COMPLETE_AND_ACCURATE).attestedOn("2026-07-01")),
                    List.of(
                            "attestation:complete-and-accurate | /attestations/0/date | The attestation complete-and-accurate was given in the future, on 2026-07-01")),
            argumentSet(
                    "created tomorrow",
                    Submission.with(manifest().created("2026-07-01")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/created | The dataset was created in the future, on 2026-07-01")),
            argumentSet(
                    "accepted after the fact",
                    Submission.with(
                            manifest().teachers(teacher("writer", "atlas-7b").acceptedOn("2026-03-21"))),
                    List.of(
                            "teacher:writer | /teachers/0/terms/acceptedOn | The terms of writer were accepted on 2026-03-21, after the last output")),
            argumentSet(
                    "a permission that ended before it began",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b")
                                    .permission(granted().on("2026-02-01").until("2026-01-31")))),
                    List.of(
                            "teacher:writer | /teachers/0/authorization/expires | The permission for writer ends on 2026-01-31, before it was granted")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsDatesThatCanBe(Submission submission, List<String> expected) {
        assertThat(Told.by(new PeriodImpossible(), submission)).containsExactlyElementsOf(expected);
    }
}
