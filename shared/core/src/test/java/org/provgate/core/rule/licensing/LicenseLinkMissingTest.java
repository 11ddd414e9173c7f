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

class LicenseLinkMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet("a listed licence needs none", Submission.with(manifest()), List.of()),
            argumentSet(
                    "no link",
                    Submission.with(manifest().license("MIT AND LicenseRef-Own")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/licenseLink | MIT AND LicenseRef-Own is a licence of its own, but no licenseLink says where its text is")),
            argumentSet(
                    "a link out",
                    Submission.with(manifest().license("LicenseRef-Own").licenseLink("https://example.org/own")),
                    List.of()),
            argumentSet(
                    "a text beside the data",
                    Submission.with(manifest().license("LicenseRef-Own").licenseLink("LICENSES/own.txt"))
                            .stores("data/train.jsonl", "LICENSES/own.txt"),
                    List.of()),
            argumentSet(
                    "a text that is not there",
                    Submission.with(manifest().license("LicenseRef-Own").licenseLink("LICENSES/own.txt")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/licenseLink | The text of the licence is said to be at LICENSES/own.txt, which is not in the submission")),
            argumentSet(
                    "a source",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").license("LicenseRef-Own"))),
                    List.of(
                            "source:writers | /sources/0/licenseLink | LicenseRef-Own is a licence of its own, but no licenseLink says where its text is")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsTheTextOfOwnLicences(Submission submission, List<String> expected) {
        assertThat(Told.by(new LicenseLinkMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
