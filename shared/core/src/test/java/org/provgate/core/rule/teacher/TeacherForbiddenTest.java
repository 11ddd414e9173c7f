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

class TeacherForbiddenTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "nobody is named", Submission.with(manifest().teachers(teacher("writer", "boreas-1"))), List.of()),
            argumentSet(
                    "a model",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().forbids("boreas-1")),
                    List.of(
                            "teacher:writer | /teachers/0/model | The policy does not take boreas-1, by its entry \"boreas-1\"")),
            argumentSet(
                    "another model",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().forbids("boreas-2")),
                    List.of()),
            argumentSet(
                    "a maker",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().forbids("Boreas")),
                    List.of(
                            "teacher:writer | /teachers/0/model | The policy does not take boreas-1, by its entry \"Boreas\"")),
            argumentSet(
                    "one of several that a name may mean",
                    Submission.with(manifest().teachers(teacher("writer", "Nimbus")))
                            .under(policy().forbids("nimbus-2")),
                    List.of(
                            "teacher:writer | /teachers/0/model | The policy does not take Nimbus, by its entry \"nimbus-2\"")),
            argumentSet(
                    "the maker of a model that nobody knows",
                    Submission.with(manifest()
                                    .teachers(teacher("writer", "zephyr").provider("Boreas")))
                            .under(policy().forbids("boreas")),
                    List.of(
                            "teacher:writer | /teachers/0/model | The policy does not take zephyr, by its entry \"boreas\"")),
            argumentSet(
                    "a permission does not help",
                    Submission.with(manifest().teachers(teacher("writer", "boreas-1")))
                            .under(policy().forbids("Boreas").permits("Boreas")),
                    List.of(
                            "teacher:writer | /teachers/0/model | The policy does not take boreas-1, by its entry \"Boreas\"")));

    @ParameterizedTest
    @FieldSource("cases")
    void keepsOutWhomThePolicyNames(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherForbidden(), submission)).containsExactlyElementsOf(expected);
    }
}
