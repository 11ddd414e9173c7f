package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Bucket;

/// Objects that are taken back, put back and replaced, and notices that say so late. Each test is named after what once
/// went wrong.
class WithdrawalStoryTest {

    private final Story story = new Story();

    private void accepted() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "tides");
        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
    }

    private Standing standing(String path) {
        return story.ledger.object(story.name, path).map(ObjectRecord::standing).orElseThrow();
    }

    @Test
    void whatIsPutBackIsAcceptedAgain() {
        accepted();
        story.hide("a.txt");
        story.hide("provenance.yaml");
        assertThat(story.record().state()).isEqualTo(State.WITHDRAWN);

        story.show("provenance.yaml");
        story.show("a.txt");

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void anUploadAfterEverythingWasTakenBackHasADeadline() {
        story.upload("a.txt", "tides");
        story.hide("a.txt");
        assertThat(story.record().state()).isEqualTo(State.WITHDRAWN);
        story.later(Duration.ofDays(9));

        story.upload("a.txt", "new tides");

        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        story.later(Story.PATIENCE);
        story.sweep();
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aSubmissionThatLostAnObjectIsNotForgotten() {
        accepted();

        story.hide("a.txt");

        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        assertThat(story.record().watch()).isInstanceOf(Watch.Until.class);
        story.later(Story.PATIENCE);
        story.sweep();
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void anObjectPutBackWhileItsVerdictIsPlacedIsPlacedToo() {
        story.upload("provenance.yaml", "a.txt");
        Notice upload = story.uploadUnnoticed("a.txt", "tides");
        story.before("verdict", () -> {
            story.hide("a.txt");
            story.before("put", () -> story.show("a.txt"));
        });
        story.deliver(upload);
        story.later(Story.PATIENCE);
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
    }

    @Test
    void aMarkerOlderThanTheUploadTakesNothingBack() {
        story.uploadUnnoticed("a.txt", "old tides");
        story.later(Duration.ofSeconds(1));
        story.hideUnnoticed("a.txt");
        story.later(Duration.ofSeconds(1));
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides");
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);

        story.takeInBacklog();

        assertThat(standing("a.txt")).isEqualTo(Standing.CURRENT);
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aVersionFoundUnderACopyThatCameBackIsStillTheNewerOne() {
        story.upload("provenance.yaml", "a.txt\nb.txt");
        story.upload("a.txt", "tides");
        story.later(Story.PATIENCE);
        story.sweep();
        story.later(Duration.ofSeconds(1));
        story.before("copy", () -> story.uploadUnnoticed("a.txt", "new tides"));
        story.upload("provenance.yaml", "a.txt");

        story.takeInBacklog();

        assertThat(story.ledger
                        .object(story.name, "a.txt")
                        .orElseThrow()
                        .facts()
                        .bytes())
                .isEqualTo("new tides".length());
    }

    @Test
    void aLostVersionOlderThanTheOneInQuarantineDoesNotReplaceIt() {
        story.uploadUnnoticed("a.txt", "old tides");
        story.later(Duration.ofSeconds(1));
        story.upload("provenance.yaml", "a.txt");
        String bad = story.upload("a.txt", "bad tides");
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("bad tides");

        story.takeInBacklog();

        assertThat(story.ledger.object(story.name, "a.txt").orElseThrow().upload())
                .isEqualTo(bad);
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aVersionWhoseNoticeComesAfterItsDeletionStandsAtItsPath() {
        story.upload("a.txt", "tides");
        Notice late = story.uploadUnnoticed("a.txt", "new tides");
        story.hide("a.txt");

        story.deliver(late);

        assertThat(standing("a.txt")).isEqualTo(Standing.WITHDRAWN);
        assertThat(story.ledger.object(story.name, "a.txt").orElseThrow().upload())
                .isEqualTo(late.version());
    }

    @Test
    void aDeletionToldAfterItWasTakenBackTakesNothingFromQuarantine() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides");
        Notice hidden = story.hideUnnoticed("a.txt");
        Notice shown = story.showUnnoticed("a.txt");

        story.deliver(shown);
        story.deliver(hidden);

        assertThat(standing("a.txt")).isEqualTo(Standing.CURRENT);
    }

    @Test
    void aLostNoticeThatAQuarantinedObjectWasPutBackIsFound() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides");
        story.later(Duration.ofSeconds(1));
        story.hide("a.txt");
        assertThat(standing("a.txt")).isEqualTo(Standing.WITHDRAWN);
        story.showUnnoticed("a.txt");

        story.takeInBacklog();

        assertThat(standing("a.txt")).isEqualTo(Standing.CURRENT);
    }
}
