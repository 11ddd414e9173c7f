package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class ManifestUnreadableTest {

    static final List<Arguments> cases = List.of(
            argumentSet("read", Submission.with(manifest()), List.of()),
            argumentSet(
                    "not read",
                    Submission.read(new ManifestReading.Unreadable(
                            "provenance.yaml",
                            new ManifestReading.Recognition.Unrecognised(),
                            Place.line("provenance.yaml", 3),
                            "line 3 starts with a tab")),
                    List.of("manifest:provenance.yaml | provenance.yaml:3 | line 3 starts with a tab")));

    @ParameterizedTest
    @FieldSource("cases")
    void passesOnWhatTheReaderSays(Submission submission, List<String> expected) {
        assertThat(Told.by(new ManifestUnreadable(), submission)).containsExactlyElementsOf(expected);
    }
}
