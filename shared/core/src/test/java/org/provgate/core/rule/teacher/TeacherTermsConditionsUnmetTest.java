package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.PolicyDraft.policy;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherTermsConditionsUnmetTest {

    static final List<Arguments> cases = List.of(
            argumentSet("none", Submission.with(manifest().teachers(teacher("writer", "atlas-7b"))), List.of()),
            argumentSet(
                    "commercial readers",
                    Submission.with(manifest().teachers(teacher("writer", "nimbus-2"))),
                    List.of(
                            "teacher:writer | /teachers/0/model | The terms of nimbus-2 set a condition: non-commercial, but readers of this hub use the rows commercially (Nimbus Terms, section 4, edition 2025-01-01 (https://terms.example/nimbus))",
                            "teacher:writer | /teachers/0/model | Whoever trains on the output of nimbus-2 must give the model a name that starts with \"Nimbus\" (Nimbus Terms, section 4, edition 2025-01-01 (https://terms.example/nimbus)) | at most note | Tell the readers of the dataset, in its description or in a file beside the data.")),
            argumentSet(
                    "readers who are not, and are told",
                    Submission.with(manifest()
                                    .description("Written by Nimbus 2.")
                                    .teachers(teacher("writer", "nimbus-2")))
                            .under(policy().uses(true, false)),
                    List.of()),
            argumentSet(
                    "a licence that passes it on",
                    Submission.with(manifest()
                            .license("CC-BY-NC-4.0")
                            .description("Written by Nimbus 2.")
                            .teachers(teacher("writer", "nimbus-2"))),
                    List.of()),
            argumentSet(
                    "what forbids outright is a matter of its own",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1"))),
                    List.of()),
            argumentSet(
                    "does not compete",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().uses(false, true)),
                    List.of()),
            argumentSet(
                    "an agreement",
                    Submission.with(manifest().teachers(teacher("writer", "nimbus-2")))
                            .under(policy().permits("nimbus-2")),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void holdsConditionsAgainstManifestAndPolicy(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherTermsConditionsUnmet(), submission)).containsExactlyElementsOf(expected);
    }
}
