package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Waiver;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.RuleOnSubmission;
import org.provgate.usecases.operate.RuleOnSubmission.Result;

/// A policy that wants two operators, told from the proposal to where the objects lie.
class SecondOperatorStoryTest {

    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Caller GRACE = new Caller.Operator("grace", "subject-1");
    private static final Caller MARY = new Caller.Operator("mary", "subject-2");
    private static final Deed SPAM = new Act.Rejected("spam");
    private static final Deed RELEASE = new Act.Released("checked by hand", LocalDate.of(2026, 11, 30));

    private final Story story = new Story();
    private Policy policy = policy("[release, reject, waive]");
    private final RuleOnSubmission verbs = new RuleOnSubmission(story.ledger, () -> policy, () -> TEN);

    private static Policy policy(String rulings) {
        return PolicyText.read(
                "policy.yaml", ("name: two\nsecondOperator: " + rulings + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void quarantined() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides");
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    private Result rule(Caller caller, Deed deed) {
        return settled(verbs.rule(story.name, caller, deed, Act.Request.none()));
    }

    private Result confirm(Caller caller, int proposal) {
        return settled(verbs.confirm(story.name, caller, proposal, Act.Request.none()));
    }

    private Result settled(Result result) {
        story.sweep();
        return result;
    }

    @Test
    void aRejectionCountsOnceAnotherOperatorHasConfirmedIt() {
        quarantined();

        assertThat(rule(GRACE, SPAM)).isInstanceOf(Result.Proposed.class);
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.record().rulings().proposal()).isEqualTo(1);

        assertThat(confirm(MARY, 1)).isInstanceOf(Result.Done.class);
        assertThat(story.record().state()).isEqualTo(State.REJECTED);
        assertThat(story.record().rulings().proposal()).isZero();
        assertThat(story.ledger.acts(story.name))
                .extracting(Act::by, act -> act.deed().word())
                .containsExactly(tuple("grace", "proposed"), tuple("mary", "rejected"));
    }

    @Test
    void whoProposedCannotConfirmUnderAnotherNameEither() {
        quarantined();
        rule(GRACE, SPAM);

        assertThat(confirm(GRACE, 1)).isEqualTo(new Result.SameOperator("grace"));
        assertThat(confirm(new Caller.Operator("hopper", "subject-1"), 1)).isEqualTo(new Result.SameOperator("grace"));
        assertThat(confirm(new Caller.Operator("grace", "subject-9"), 1)).isEqualTo(new Result.SameOperator("grace"));
        assertThat(confirm(new Caller.Contributor("ada", "ada"), 1)).isEqualTo(new Result.NotAllowed());

        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.ledger.acts(story.name)).hasSize(1);
    }

    @Test
    void oneProposalAtATimeAndEachIsAnsweredOnce() {
        quarantined();
        rule(GRACE, SPAM);

        assertThat(rule(MARY, SPAM)).isInstanceOf(Result.Refused.class);
        assertThat(confirm(MARY, 2)).isInstanceOf(Result.Refused.class);
        confirm(MARY, 1);

        assertThat(confirm(MARY, 1)).as("a second time").isInstanceOf(Result.Refused.class);
        assertThat(rule(MARY, new Act.Declined(1, "too late"))).isInstanceOf(Result.Refused.class);
        assertThat(story.ledger.acts(story.name)).hasSize(2);
    }

    @Test
    void whatIsDeclinedIsNotCarriedOutAndMayBeProposedAgain() {
        quarantined();
        rule(GRACE, SPAM);

        assertThat(rule(MARY, new Act.Declined(1, "it is none"))).isInstanceOf(Result.Done.class);
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(confirm(MARY, 1)).isInstanceOf(Result.Refused.class);

        rule(MARY, SPAM);
        confirm(GRACE, 3);
        assertThat(story.record().state()).isEqualTo(State.REJECTED);
    }

    @Test
    void anUploadDoesNotGetRidOfAProposedRejection() {
        quarantined();
        rule(GRACE, SPAM);

        story.upload("a.txt", "tides");
        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);

        confirm(MARY, 1);
        assertThat(story.record().state()).isEqualTo(State.REJECTED);
    }

    @Test
    void aReleaseThatWasProposedAboutAnotherVerdictIsNotConfirmed() {
        quarantined();
        rule(GRACE, RELEASE);
        story.upload("a.txt", "bad moons");

        assertThat(confirm(MARY, 1))
                .isEqualTo(new Result.Refused("the release was proposed about verdict 1, and verdict 2 is in force now;"
                        + " decline it and propose it again"));
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aWaiverNamesBothWhoGrantedIt() {
        quarantined();
        Waiver waiver = new Waiver(
                new RuleCode("file-missing"), "ada/tides", "file:b", "known", "grace", LocalDate.of(2026, 12, 31));
        rule(GRACE, new Act.Waived(waiver));
        assertThat(story.ledger.load(story.name).orElseThrow().waivers()).isEmpty();

        confirm(MARY, 1);

        assertThat(story.ledger.load(story.name).orElseThrow().waivers())
                .singleElement()
                .extracting(Waiver::approver)
                .isEqualTo("grace and mary");
    }

    @Test
    void whatThePolicyDoesNotNameCountsAtOnce() {
        policy = policy("[reject]");
        quarantined();

        assertThat(rule(GRACE, RELEASE)).isInstanceOf(Result.Done.class);
        assertThat(story.record().state()).isEqualTo(State.RELEASED);
    }

    @Test
    void aRequestThatComesAgainIsAnsweredTheSame() {
        quarantined();
        Act.Request once = new Act.Request("key", "body");

        Result first = verbs.rule(story.name, GRACE, SPAM, once);
        assertThat(verbs.rule(story.name, GRACE, SPAM, once)).isEqualTo(first);
        assertThat(verbs.rule(story.name, GRACE, RELEASE, once)).isEqualTo(new Result.KeyReused());
        Result second = verbs.confirm(story.name, MARY, 1, once);
        assertThat(verbs.confirm(story.name, MARY, 1, once)).isEqualTo(second);

        assertThat(story.ledger.acts(story.name)).hasSize(2);
    }
}
