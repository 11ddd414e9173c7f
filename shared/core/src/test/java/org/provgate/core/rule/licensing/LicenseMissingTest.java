package org.provgate.core.rule.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class LicenseMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet("stated", Submission.with(manifest()), List.of()),
            argumentSet(
                    "not stated",
                    Submission.with(manifest().license("")),
                    List.of("dataset:Harbour phrasebook | /dataset/license | The dataset states no licence")),
            argumentSet(
                    "not known",
                    Submission.with(manifest().license("NOASSERTION")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The dataset says NOASSERTION: its licence is not known")),
            argumentSet(
                    "none granted",
                    Submission.with(manifest().license("NONE")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The dataset says NONE: nobody is granted a licence to read it")),
            argumentSet(
                    "a source may not know",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").license("NOASSERTION"))),
                    List.of()),
            argumentSet(
                    "but must say so",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").license(""))),
                    List.of(
                            "source:writers | /sources/0/license | The source writers states no licence | State the source's licence as an SPDX expression; NOASSERTION where none is known.")));

    @ParameterizedTest
    @FieldSource("cases")
    void asksForALicence(Submission submission, List<String> expected) {
        assertThat(Told.by(new LicenseMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
