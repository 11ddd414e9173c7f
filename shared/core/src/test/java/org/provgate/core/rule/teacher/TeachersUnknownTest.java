package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeachersUnknownTest {

    static final List<Arguments> cases = List.of(
            argumentSet("none", Submission.with(manifest()), List.of()),
            argumentSet(
                    "unknown",
                    Submission.with(manifest().teachersUnknown()),
                    List.of(
                            "manifest:provenance.yaml | /teachers | provenance.yaml says that the teachers are unknown")));

    @ParameterizedTest
    @FieldSource("cases")
    void takesUnknownAtItsWord(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeachersUnknown(), submission)).containsExactlyElementsOf(expected);
    }
}
