package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.RuleOnSubmission;
import org.provgate.usecases.operate.RuleOnSubmission.Result;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Announcements.Kind;
import org.provgate.usecases.port.Bucket;

/// What operators rule, told from upload to where the objects lie.
class RulingStoryTest {

    /// The story begins on 24 November at ten in the morning.
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 25);
    private static final Caller GRACE = new Caller.Operator("grace");
    private static final Caller ADA = new Caller.Contributor("ada", "ada");

    private final Story story = new Story();
    private final RuleOnSubmission verbs = new RuleOnSubmission(story.ledger, PolicyText::shipped, () -> TEN);

    private void quarantined() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides");
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    private void accepted() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "tides");
        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
    }

    private Result rule(Caller caller, Deed deed) {
        Result result = verbs.rule(story.name, caller, deed, Act.Request.none());
        story.sweep();
        return result;
    }

    private static Deed release() {
        return new Act.Released("checked by hand", TOMORROW);
    }

    @Test
    void aReleaseBringsTheDataBack() {
        quarantined();

        rule(GRACE, release());

        assertThat(story.record().state()).isEqualTo(State.RELEASED);
        assertThat(story.readable("a.txt")).contains("bad tides");
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).isEmpty();
        assertThat(story.ledger.history(story.name)).as("no verdict").hasSize(1);
        assertThat(story.announced)
                .extracting(Announcement::kind)
                .containsExactly(Kind.SUBMISSION_QUARANTINED, Kind.SUBMISSION_RELEASED);
        assertThat(story.announced).extracting(Announcement::id).doesNotHaveDuplicates();
    }

    @Test
    void theDayOfExpiryStillCountsAndTheNextTakesTheDataAway() {
        quarantined();
        rule(GRACE, release());

        story.later(Duration.ofHours(14 + 24).minusSeconds(1));
        story.sweep();
        assertThat(story.readable("a.txt")).isPresent();

        story.later(Duration.ofSeconds(1));
        story.sweep();
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("bad tides");
        assertThat(story.ledger.acts(story.name))
                .extracting(Act::by, act -> act.deed().word())
                .containsExactly(tuple("grace", "released"), tuple("gate", "lapsed"));
        assertThat(story.announced.getLast().kind()).isEqualTo(Kind.SUBMISSION_QUARANTINED);
        assertThat(story.announced.getLast().cause()).isEqualTo(Cause.OPERATOR);
        assertThat(story.record().watch()).isEqualTo(new Watch.Rest());
    }

    @Test
    void aReleaseHoldsUntilItEndsWhateverTheWaiversDo() {
        quarantined();
        rule(GRACE, release());

        rule(GRACE, waiver(LocalDate.of(2026, 11, 24)));
        story.later(Duration.ofHours(20));
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.RELEASED);
        assertThat(story.ledger.history(story.name)).hasSize(1);
    }

    @Test
    void whatWasReleasedStaysReadableWhileTheNextGenerationArrives() {
        quarantined();
        rule(GRACE, release());
        story.later(Duration.ofSeconds(1));

        story.upload("provenance.yaml", "a.txt\nb.txt");
        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        assertThat(story.readable("a.txt")).contains("bad tides");

        story.upload("b.txt", "moons");
        assertThat(story.record().state()).as("a new verdict ends the release").isEqualTo(State.QUARANTINED);
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
    }

    @Test
    void aReleaseEndsEvenWhileObjectsAreAwaited() {
        quarantined();
        story.later(Duration.ofHours(30));
        verbs.rule(story.name, GRACE, release(), Act.Request.none());
        story.sweep();
        story.upload("provenance.yaml", "a.txt\nb.txt");
        assertThat(story.readable("a.txt")).isPresent();

        story.later(Duration.ofHours(8));
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("bad tides");

        story.later(Story.PATIENCE);
        story.sweep();
        assertThat(story.record().state()).as("the deadline is still kept").isEqualTo(State.QUARANTINED);
    }

    @Test
    void aVersionThatWasReleasedAndThenReplacedIsNotReadForEver() {
        quarantined();
        rule(GRACE, release());

        story.upload("a.txt", "worse tides");

        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).isPresent();
        assertThat(story.readable("a.txt")).isNotEqualTo(Optional.of("bad tides"));
    }

    @Test
    void aRejectionTakesEverythingAwayAndKeepsOutWhatIsUploadedLater() {
        accepted();

        rule(GRACE, new Act.Rejected("not ours to give"));
        assertThat(story.record().state()).isEqualTo(State.REJECTED);
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("tides");

        story.upload("a.txt", "fine tides");
        story.upload("provenance.yaml", "a.txt");
        assertThat(story.record().state()).isEqualTo(State.REJECTED);
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("fine tides");
        assertThat(story.announced).extracting(Announcement::kind).contains(Kind.SUBMISSION_REJECTED);
    }

    @Test
    void whatWasAcceptedBeforeGoesWithARejectionAndDoesNotComeBackByItself() {
        accepted();
        story.upload("a.txt", "bad tides");
        assertThat(story.readable("a.txt")).as("the accepted version").contains("tides");

        rule(GRACE, new Act.Rejected("court order"));
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();

        rule(GRACE, new Act.Rechecked());
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.text(Bucket.DATASET, "a.txt"))
                .as("a version that was replaced would hide the one that took its place")
                .isEmpty();
    }

    @Test
    void aSubmissionIsRejectedBeforeItWasDecided() {
        story.upload("a.txt", "tides");

        rule(GRACE, new Act.Rejected("spam"));

        assertThat(story.record().state()).isEqualTo(State.REJECTED);
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("tides");
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();

        rule(GRACE, new Act.Rechecked());
        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        story.upload("provenance.yaml", "a.txt");
        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
    }

    @Test
    void aRecheckPutsTheVerdictInForceAgain() {
        accepted();
        rule(GRACE, new Act.Rejected("by mistake"));

        rule(GRACE, new Act.Rechecked());

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
        assertThat(story.ledger.history(story.name))
                .as("the inputs are the same")
                .hasSize(1);
    }

    @Test
    void aRejectedSubmissionCanBeReleased() {
        accepted();
        rule(GRACE, new Act.Rejected("by mistake"));

        rule(GRACE, release());

        assertThat(story.record().state()).isEqualTo(State.RELEASED);
        assertThat(story.readable("a.txt")).contains("tides");
    }

    @Test
    void theEndOfAWaiverIsWatched() {
        accepted();

        rule(GRACE, waiver(TOMORROW));

        assertThat(story.ledger.history(story.name))
                .extracting(VerdictRecord::cause)
                .containsExactly(Cause.DATA, Cause.WAIVER);
        assertThat(story.record().watch())
                .isEqualTo(new Watch.Until(Watch.Kind.EXPIRY, Instant.parse("2026-11-26T00:00:00Z")));

        story.later(Duration.ofHours(14 + 24));
        story.sweep();
        assertThat(story.ledger.history(story.name)).hasSize(3);
        assertThat(story.record().watch()).isEqualTo(new Watch.Rest());
    }

    @Test
    void theEndOfAWaiverThatNeverCountedIsNotWatchedForEver() {
        quarantined();
        SubmissionRecord record = story.record();
        Instant end = Instant.parse("2026-11-25T00:00:00Z");
        story.ledger.update(record, record.allPlaced(new Watch.Until(Watch.Kind.EXPIRY, end)));

        story.later(Duration.ofHours(14));
        story.sweep();

        assertThat(story.record().watch()).isEqualTo(new Watch.Rest());
        assertThat(story.ledger.history(story.name)).hasSize(1);
    }

    @Test
    void anAppealWaitsForOneAnswer() {
        quarantined();

        assertThat(rule(ADA, new Act.Appealed("we wrote it", ""))).isInstanceOf(Result.Done.class);
        assertThat(story.record().rulings().appeal()).isEqualTo(1);
        assertThat(rule(ADA, new Act.Appealed("again", ""))).isInstanceOf(Result.Refused.class);

        rule(GRACE, release());
        assertThat(story.record().rulings().appeal()).isZero();
    }

    @Test
    void aContributorMayAppealAndNoMore() {
        quarantined();

        for (Deed deed : List.of(release(), new Act.Rejected("x"), new Act.Rechecked(), waiver(TOMORROW))) {
            assertThat(rule(ADA, deed)).as(deed.word()).isInstanceOf(Result.NotAllowed.class);
            assertThat(rule(new Caller.Contributor("mary", "mary"), deed)).isInstanceOf(Result.Absent.class);
        }
        assertThat(story.ledger.acts(story.name)).isEmpty();
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void theSameRequestTwiceIsOneAct() {
        quarantined();
        Act.Request request = new Act.Request("key", "body");

        Result first = verbs.rule(story.name, GRACE, release(), request);
        story.sweep();
        Result second = verbs.rule(story.name, GRACE, release(), request);

        assertThat(second).isEqualTo(first);
        assertThat(story.ledger.acts(story.name)).hasSize(1);
        assertThat(verbs.rule(story.name, GRACE, release(), new Act.Request("key", "other")))
                .isInstanceOf(Result.KeyReused.class);
        assertThat(verbs.rule(story.name, GRACE, new Act.Rechecked(), request)).isInstanceOf(Result.KeyReused.class);
    }

    private Deed waiver(LocalDate expires) {
        return new Act.Waived(new Waiver(
                new RuleCode("file-unlisted"), story.name.datasetName(), "file:b.txt", "known", "grace", expires));
    }
}
