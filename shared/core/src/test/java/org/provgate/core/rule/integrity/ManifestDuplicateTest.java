package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class ManifestDuplicateTest {

    static final List<Arguments> cases = List.of(
            argumentSet("one", Submission.with(manifest()), List.of()),
            argumentSet(
                    "two",
                    Submission.read(new ManifestReading.Several(List.of("provenance.json", "provenance.yaml"))),
                    List.of(
                            "submission:harbours | provenance.json | provenance.json and provenance.yaml are all manifests of the submission")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsOneManifest(Submission submission, List<String> expected) {
        assertThat(Told.by(new ManifestDuplicate(), submission)).containsExactlyElementsOf(expected);
    }
}
