package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.VerdictChain;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Bucket;

class GateStoryTest {

    private final Story story = new Story();

    @Test
    void nothingIsReadableUntilTheSubmissionIsComplete() {
        story.upload("provenance.yaml", "a.txt\nb.txt");
        story.upload("a.txt", "tides");

        assertThat(story.record().state()).isEqualTo(State.RECEIVING);
        assertThat(story.record().progress().missing()).containsExactly("b.txt");
        assertThat(story.readable("a.txt")).isEmpty();

        story.upload("b.txt", "moons");

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
        assertThat(story.readable("provenance.yaml")).isPresent();
    }

    @Test
    void aRefusedSubmissionLiesInQuarantineByteForByteAndNowhereElse() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides");

        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("bad tides");
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
        assertThat(story.text(Bucket.QUARANTINE, "provenance.yaml")).isPresent();
    }

    private void quarantinedThenMended() {
        story.upload("provenance.yaml", "a.txt\nmissing.txt");
        story.upload("a.txt", "tides");
        story.later(Story.PATIENCE);
        story.sweep();
        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
        story.upload("provenance.yaml", "a.txt");
    }

    @Test
    void aMendedManifestAloneBringsTheDataBack() {
        quarantinedThenMended();

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).isEmpty();
        assertThat(story.ledger.history(story.name))
                .extracting(VerdictRecord::outcome)
                .containsExactly("quarantined", "accepted");
        assertThat(story.ledger.history(story.name).getLast().cause()).isEqualTo(Cause.MANIFEST);
    }

    @Test
    void theGatesOwnCopyIsNoNewUpload() {
        quarantinedThenMended();
        int verdicts = story.ledger.history(story.name).size();
        String copy = story.latest(Bucket.DATASET, "a.txt");

        story.deliver(new Notice(story.name.keyOf("a.txt"), copy, "FFFFFFFFFFFF", Notice.Kind.CREATED));
        story.takeInBacklog();

        assertThat(story.ledger.history(story.name)).hasSize(verdicts);
        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void everyVerdictStandsInTheReportBucketAsAStatement() {
        quarantinedThenMended();

        assertThat(story.ledger.history(story.name))
                .extracting(verdict -> story.store
                        .read(Bucket.REPORT, verdict.statementKey())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replaceFirst(" on .*", "")))
                .containsExactly(Optional.of("quarantined"), Optional.of("accepted"));
    }

    @Test
    void anUnreadableManifestIsDecidedAtOnce() {
        story.upload("provenance.yaml", "broken");

        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void silenceEndsWithTheDeadline() {
        story.upload("a.txt", "tides");
        story.later(Story.PATIENCE.minus(Duration.ofSeconds(1)));
        story.sweep();
        assertThat(story.record().state()).isEqualTo(State.RECEIVING);

        story.later(Duration.ofSeconds(1));
        story.sweep();

        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aReplacedObjectIsNotCoveredByTheOldVerdict() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "tides");
        String accepted = story.latest(Bucket.DATASET, "a.txt");

        story.upload("a.txt", "bad tides");

        assertThat(story.record().state()).isEqualTo(State.QUARANTINED);
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("bad tides");
        assertThat(story.latest(Bucket.DATASET, "a.txt"))
                .as("what was accepted before stays readable")
                .isEqualTo(accepted);
        assertThat(story.readable("a.txt")).contains("tides");
    }

    @Test
    void aVersionThatNoVerdictEverCoveredGoesToQuarantineWithTheNext() {
        story.upload("provenance.yaml", "a.txt\nb.txt");
        story.upload("a.txt", "first");
        story.upload("a.txt", "second");
        story.upload("b.txt", "moons");

        assertThat(story.readable("a.txt")).contains("second");
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("first");
    }

    @Test
    void repeatedAndReorderedNoticesChangeNothing() {
        Notice manifest = story.uploadUnnoticed(story.name.keyOf("provenance.yaml"), "a.txt", Map.of());
        Notice old = story.uploadUnnoticed(story.name.keyOf("a.txt"), "old tides", Map.of());
        Notice young = story.uploadUnnoticed(story.name.keyOf("a.txt"), "tides", Map.of());

        List.of(young, old, manifest, young, old, manifest).forEach(story::deliver);

        assertThat(story.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(story.readable("a.txt")).contains("tides");
        assertThat(story.text(Bucket.QUARANTINE, "a.txt")).contains("old tides");
        assertThat(story.announced).extracting(Announcement::outcome).containsExactly("accepted");
    }

    @Test
    void lostNoticesAreFoundByTheBacklog() {
        story.uploadUnnoticed(story.name.keyOf("provenance.yaml"), "a.txt", Map.of());
        story.uploadUnnoticed(story.name.keyOf("a.txt"), "tides", Map.of());

        story.takeInBacklog();

        assertThat(story.readable("a.txt")).contains("tides");
    }

    @Test
    void aForgedTagIsNotBelieved() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "bad tides", Map.of("provenance", "accepted", "team", "sea"));

        assertThat(story.text(Bucket.DATASET, "a.txt")).isEmpty();
        assertThat(story.store.tags(
                        Bucket.QUARANTINE, story.name.keyOf("a.txt"), story.latest(Bucket.QUARANTINE, "a.txt")))
                .containsEntry("provenance", "quarantined")
                .containsEntry("team", "sea");
    }

    @Test
    void anObjectOutsideEverySubmissionIsQuarantinedAtOnce() {
        Notice stray = story.uploadUnnoticed("ada/notes.txt", "hello", Map.of());
        story.deliver(stray);

        var located = (Layout.Located.Stray) new Layout().locate("ada/notes.txt", 5);
        assertThat(located.name().contributor()).isEqualTo("ada");
        assertThat(story.ledger.submission(located.name()).orElseThrow().state())
                .isEqualTo(State.QUARANTINED);
        assertThat(story.store.read(Bucket.QUARANTINE, "ada/notes.txt")).isPresent();
        assertThat(story.store.read(Bucket.DATASET, "ada/notes.txt")).isEmpty();
    }

    @Test
    void folderMarkersAreIgnored() {
        story.deliver(story.uploadUnnoticed("ada/tides/r1/data/", "", Map.of()));

        assertThat(story.ledger.submission(new SubmissionName("ada", "tides", "r1")))
                .isEmpty();
    }

    @Test
    void aSubmissionOfWhichEverythingIsTakenBackEndsAsWithdrawn() {
        story.upload("provenance.yaml", "a.txt");
        story.upload("a.txt", "tides");
        story.hide("a.txt");
        story.hide("provenance.yaml");

        assertThat(story.record().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void theHistoryIsAChain() {
        quarantinedThenMended();
        List<VerdictRecord> history = story.ledger.history(story.name);

        assertThat(VerdictChain.holds(history.get(0), Optional.empty())).isTrue();
        assertThat(VerdictChain.holds(history.get(1), Optional.of(history.get(0))))
                .isTrue();
        assertThat(VerdictChain.holds(history.get(1), Optional.empty())).isFalse();
    }
}
