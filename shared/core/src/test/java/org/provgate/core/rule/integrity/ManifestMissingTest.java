package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.PolicyDraft.policy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class ManifestMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet("a manifest is there", Submission.with(manifest()), List.of()),
            argumentSet(
                    "none is there",
                    Submission.read(new ManifestReading.Missing()).stores("a.jsonl", "b.jsonl"),
                    List.of("submission:harbours |  | None of the 2 files of the submission is a provenance manifest")),
            argumentSet(
                    "one that cannot be read is there all the same",
                    Submission.read(new ManifestReading.Unreadable(
                            "provenance.yaml",
                            new ManifestReading.Recognition.Unrecognised(),
                            Place.startOf("provenance.yaml"),
                            "tab")),
                    List.of()),
            argumentSet(
                    "its format is not taken",
                    Submission.with(manifest().format(ManifestFormat.CROISSANT))
                            .under(policy().takes(ManifestFormat.NATIVE)),
                    List.of(
                            "submission:harbours | provenance.yaml | provenance.yaml is a manifest in the format croissant, which the policy does not take")));

    @ParameterizedTest
    @FieldSource("cases")
    void findsWhatIsNoManifest(Submission submission, List<String> expected) {
        assertThat(Told.by(new ManifestMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
