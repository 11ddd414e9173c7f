package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class ManifestInvalidTest {

    static final List<Arguments> cases = List.of(
            argumentSet("nothing wrong", Submission.with(manifest()), List.of()),
            argumentSet(
                    "a fault and a notice",
                    Submission.with(
                            manifest(),
                            List.of(new ManifestFault(
                                    Place.startOf("provenance.yaml").child("licence"),
                                    "`licence` is no field; did you mean `license`?",
                                    "Write `license`.",
                                    List.of())),
                            List.of(new ManifestFault(
                                    Place.startOf("provenance.yaml").child("dataset"),
                                    "`1.10` is a number to other tools",
                                    "Quote it.",
                                    List.of()))),
                    List.of(
                            "manifest:provenance.yaml | /licence | `licence` is no field; did you mean `license`? | Write `license`.",
                            "manifest:provenance.yaml | /dataset | `1.10` is a number to other tools | at most note | Quote it.")));

    @ParameterizedTest
    @FieldSource("cases")
    void passesOnFaultsAndNotices(Submission submission, List<String> expected) {
        assertThat(Told.by(new ManifestInvalid(), submission)).containsExactlyElementsOf(expected);
    }
}
