package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class ManifestVersionUnsupportedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("this version", Submission.with(manifest()), List.of()),
            argumentSet(
                    "a later one",
                    Submission.read(new ManifestReading.UnsupportedVersion(
                            "provenance.yaml",
                            ManifestFormat.NATIVE,
                            Place.startOf("provenance.yaml").child("manifest"),
                            "version 2")),
                    List.of("manifest:provenance.yaml | /manifest | version 2")));

    @ParameterizedTest
    @FieldSource("cases")
    void passesOnWhatTheReaderSays(Submission submission, List<String> expected) {
        assertThat(Told.by(new ManifestVersionUnsupported(), submission)).containsExactlyElementsOf(expected);
    }
}
