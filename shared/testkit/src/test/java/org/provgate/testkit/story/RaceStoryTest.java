package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.provgate.testkit.story.Interference.Crash;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Bucket;

/// Two at work on one submission, and contributors who do not wait. Each test is named after what once went wrong.
class RaceStoryTest {

    private final Story story = new Story();

    private static void crash() {
        throw new Crash();
    }

    private void decidedButNotPlaced(String text) {
        story.upload("provenance.yaml", "a.txt");
        story.before("verdict", RaceStoryTest::crash);
        assertThatThrownBy(() -> story.upload("a.txt", text)).isInstanceOf(Crash.class);
    }

    private void acceptedThenQuarantinedButNotPlaced() {
        story.audit(true);
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides");
        assertThat(story.readable("a.txt")).contains("bad tides");
        story.audit(false);
        story.decide();
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    private Placement placement(String path) {
        return story.ledger.object(story.name, path).orElseThrow().placement();
    }

    @Test
    void twoWhoMoveOneObjectLeaveOneCopy() {
        decidedButNotPlaced("bad tides");
        story.before("copy", () -> {
            story.before("delete", RaceStoryTest::crash);
            assertThatThrownBy(story::place).isInstanceOf(Crash.class);
        });

        story.place();
        story.place();

        assertThat(story.copies("a.txt")).isEqualTo(1);
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("bad tides");
        assertThat(placement("a.txt").version()).isEqualTo(story.latest(Bucket.QUARANTINE, "a.txt"));
    }

    @Test
    void whoGoesByAnOlderVerdictBeginsNoMove() {
        acceptedThenQuarantinedButNotPlaced();
        story.before("update", () -> {
            story.audit(true);
            story.decide();
            story.place();
        });

        story.place();

        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.readable("a.txt"))
                .as("what is only audited can be read, without another look")
                .contains("bad tides");
        assertThat(placement("a.txt").readable()).isTrue();
    }

    @Test
    void aMoveThatWasBegunIsFinishedThoughItsVersionWasReplaced() {
        acceptedThenQuarantinedButNotPlaced();
        story.before("delete", RaceStoryTest::crash);
        assertThatThrownBy(story::place).isInstanceOf(Crash.class);

        story.upload("a.txt", "tides");

        assertThat(story.readable("a.txt")).contains("tides");
        assertThat(story.ledger.versions(story.name, "a.txt"))
                .extracting(ObjectRecord::placement)
                .extracting(Placement::move)
                .containsOnly(new Placement.Move.None());
        assertThat(story.copies("a.txt")).isEqualTo(2);
    }

    @Test
    void aMoveThatWasBegunIsFinishedThoughItsObjectWasTakenBack() {
        decidedButNotPlaced("bad tides");
        story.before("delete", RaceStoryTest::crash);
        assertThatThrownBy(story::place).isInstanceOf(Crash.class);

        story.later(Duration.ofSeconds(1));
        story.hide("a.txt");
        story.hide("provenance.yaml");
        story.later(Story.PATIENCE);
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.WITHDRAWN);
        assertThat(story.copies("a.txt")).isEqualTo(1);
        assertThat(placement("a.txt").bucket()).isEqualTo(Bucket.QUARANTINE);
    }

    @Test
    void aCopyThatCameBackGivesWayToWhatWasUploadedMeanwhile() {
        story.upload("provenance.yaml", "a.txt\nb.txt");
        story.upload("a.txt", "tides");
        story.later(Story.PATIENCE);
        story.sweep();
        story.before("copy", () -> story.uploadUnnoticed("a.txt", "new tides"));
        story.upload("provenance.yaml", "a.txt");
        assertThat(story.readable("a.txt")).contains("tides");

        story.takeInBacklog();

        assertThat(story.readable("a.txt")).contains("new tides");
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("tides");
    }

    @Test
    void whatIsTakenBackOnItsWayBackStaysTakenBack() {
        story.upload("provenance.yaml", "a.txt\nb.txt");
        story.upload("a.txt", "tides");
        story.later(Story.PATIENCE);
        story.sweep();
        story.before("copy", () -> story.hideUnnoticed("a.txt"));
        story.upload("provenance.yaml", "a.txt");

        story.takeInBacklog();
        story.later(Story.PATIENCE);
        story.sweep();

        assertThat(story.readable("a.txt")).isEmpty();
        assertThat(story.copies("a.txt")).isEqualTo(1);
        assertThat(story.record().progress().missing()).containsExactly("a.txt");
    }

    @Test
    void whoReadTheSubmissionBeforeAnUploadDoesNotOverruleWhoReadItAfter() {
        story.upload("provenance.yaml", "a.txt");
        story.before("update", () -> story.before("update", () -> story.upload("provenance.yaml", "a.txt")));

        story.hide("provenance.yaml");

        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        assertThat(story.record().watch()).isInstanceOf(Watch.Until.class);
    }
}
