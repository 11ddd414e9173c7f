package org.provgate.core.rule.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.manifest.Attestation.Kind;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class AttestationMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet("all are made", Submission.with(manifest()), List.of()),
            argumentSet(
                    "one is missing",
                    Submission.with(manifest().attested(Kind.COMPLETE_AND_ACCURATE, Kind.NO_MODEL_OUTPUT)),
                    List.of(
                            "attestation:right-to-contribute | /attestations | Nobody attests right-to-contribute, which is needed for every dataset | Add `{type: right-to-contribute, by: NAME, date: YYYY-MM-DD}` to the `attestations`, once somebody stands for it.")),
            argumentSet(
                    "teachers: none needs its own",
                    Submission.with(manifest().attested(Kind.COMPLETE_AND_ACCURATE, Kind.RIGHT_TO_CONTRIBUTE)),
                    List.of(
                            "attestation:no-model-output | /attestations | Nobody attests no-model-output, which is needed where the manifest says teachers: none | Add `{type: no-model-output, by: NAME, date: YYYY-MM-DD}` to the `attestations`, once somebody stands for it.")),
            argumentSet(
                    "listed teachers need theirs",
                    Submission.with(manifest()
                            .teachers(teacher("writer", "atlas-7b"))
                            .attested(Kind.COMPLETE_AND_ACCURATE, Kind.RIGHT_TO_CONTRIBUTE)),
                    List.of(
                            "attestation:terms-complied | /attestations | Nobody attests terms-complied, which is needed where teachers are listed | Add `{type: terms-complied, by: NAME, date: YYYY-MM-DD}` to the `attestations`, once somebody stands for it.")),
            argumentSet(
                    "a crawl needs its own",
                    Submission.with(manifest()
                            .sources(SourceDraft.crawl("web", "honored"))
                            .attested(Kind.COMPLETE_AND_ACCURATE, Kind.RIGHT_TO_CONTRIBUTE, Kind.NO_MODEL_OUTPUT)),
                    List.of(
                            "attestation:opt-outs-honored | /attestations | Nobody attests opt-outs-honored, which is needed for the crawl of web | Add `{type: opt-outs-honored, by: NAME, date: YYYY-MM-DD}` to the `attestations`, once somebody stands for it.")),
            argumentSet(
                    "or an explanation",
                    Submission.with(manifest()
                            .sources(SourceDraft.crawl("web", "honored"))
                            .attested(Kind.COMPLETE_AND_ACCURATE, Kind.RIGHT_TO_CONTRIBUTE, Kind.NO_MODEL_OUTPUT)
                            .explained("Our own sites only.")),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void asksForWhatSomebodyMustAnswerFor(Submission submission, List<String> expected) {
        assertThat(Told.by(new AttestationMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
