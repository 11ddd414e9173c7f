package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Bucket;

/// While the policy is faulty nothing is decided and nothing is lost.
class PutOffStoryTest {

    private static final Duration SOON = Duration.ofMinutes(6);

    private final Story story = new Story();

    @Test
    void whatCouldNotBeDecidedIsDecidedSoonAfterThePolicyWasMended() {
        story.faultyPolicy(true);
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "tides");
        for (int i = 0; i < 3; i++) {
            story.later(SOON);
            story.sweep();
        }

        assertThat(story.record().state()).as("an outage is no verdict").isEqualTo(State.RECEIVING);
        assertThat(story.readable("a.txt")).isEmpty();

        story.faultyPolicy(false);
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
        assertThat(story.record().watch()).isEqualTo(new Watch.Rest());
    }

    @Test
    void soIsALateObjectOfWhatWasAccepted() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "tides");
        story.faultyPolicy(true);
        story.upload("a.txt", "bad tides");
        story.later(SOON);
        story.sweep();
        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);

        story.faultyPolicy(false);
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("bad tides");
    }

    @Test
    void whatStillWaitsIsWatchedForItsDeadlineAgain() {
        story.upload("provenance.yaml", "a.txt\nb.txt");
        Watch before = story.record().watch();
        story.faultyPolicy(true);
        story.upload("a.txt", "tides");
        assertThat(story.record().watch()).isNotEqualTo(before);

        story.faultyPolicy(false);
        story.later(SOON);
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        assertThat(story.record().progress().missing()).containsExactly("b.txt");
        assertThat(story.record().watch()).isEqualTo(before);
    }

    @Test
    void whereNothingChangedInTheEndAllComesToRestAgain() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "tides");
        Watch before = story.record().watch();
        story.faultyPolicy(true);
        story.hide("a.txt");
        story.show("a.txt");

        story.faultyPolicy(false);
        story.later(SOON);
        story.sweep();
        story.later(SOON);
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
        assertThat(story.record().watch()).isEqualTo(before);
    }
}
