package org.provgate.core.rule.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.PolicyDraft.policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.testkit.PolicyDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class ContributorMismatchTest {

    private final ContributorMismatch rule = new ContributorMismatch();

    @ParameterizedTest
    @ValueSource(strings = {"jane example", "Example AS", "jane@example.org", "@example.org"})
    void whoeverAnswersForThePrefixMayBeNamedInSeveralWays(String name) {
        assertThat(Told.by(rule, uploaded().under(policy().knows("jane", "Ola Example", name))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane", "example.org", "@ample.org", "@example.or", "creator"})
    void aPartOfANameIsAnotherName(String name) {
        assertThat(Told.by(rule, uploaded().under(policy().knows("jane", name))))
                .containsExactly("contributor:jane | /contributors/0"
                        + " | Jane Example is not among those who answer for the prefix jane");
    }

    @Test
    void aPrefixThatThePolicyDoesNotSpeakOfIsNotJudged() {
        PolicyDraft others = policy().knows("ola", "Ola Example");

        assertThat(Told.by(rule, uploaded().under(others))).isEmpty();
    }

    @Test
    void aFolderBelongsToNobody() {
        assertThat(Told.by(rule, Submission.with(manifest()).under(policy().knows("jane", "Ola Example"))))
                .isEmpty();
    }

    private static Submission uploaded() {
        return Submission.with(manifest()).as("jane", "harbour", "r1");
    }
}
