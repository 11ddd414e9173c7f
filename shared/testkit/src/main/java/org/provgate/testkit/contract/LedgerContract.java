package org.provgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.testkit.contract.Records.NOW;
import static org.provgate.testkit.contract.Records.begun;
import static org.provgate.testkit.contract.Records.name;
import static org.provgate.testkit.contract.Records.object;
import static org.provgate.testkit.contract.Records.verdict;
import static org.provgate.testkit.contract.Records.waiver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Progress;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;

/// What every ledger keeps: what it is given, and nobody's change lost to another's.
public abstract class LedgerContract {

    private static final SubmissionName NAME = name("r1");

    private Ledger ledger;

    /// An empty ledger.
    protected abstract Ledger open();

    @BeforeEach
    void begin() {
        ledger = open();
        ledger.open(begun(NAME));
    }

    @Test
    void aSubmissionThatNeverBeganIsNotThere() {
        assertThat(ledger.submission(name("r2"))).isEmpty();
        assertThat(ledger.load(name("r2"))).isEmpty();
        assertThat(ledger.object(name("r2"), "a")).isEmpty();
        assertThat(ledger.versions(name("r2"), "a")).isEmpty();
        assertThat(ledger.history(name("r2"))).isEmpty();
        assertThat(ledger.verdict(NAME, 1)).isEmpty();
    }

    @Test
    void aSubmissionBeginsOnce() {
        SubmissionRecord later = SubmissionRecord.begun(NAME, NOW.plusSeconds(9), NOW.plusSeconds(10));

        ledger.open(later);

        assertThat(ledger.submission(NAME)).contains(begun(NAME));
    }

    static Stream<SubmissionRecord> recordsOfEveryKind() {
        SubmissionRecord begun = begun(NAME);
        return Stream.of(
                begun.progressed(new Progress(3, 7, List.of("b/ä.txt", ""))),
                begun.receiving(NOW.plusSeconds(1), NOW.plusSeconds(2)),
                begun.decided(State.QUARANTINED, 4, Progress.none(), NOW, 2).allPlaced(new Watch.Rest()),
                begun.decided(State.QUARANTINED, 4, Progress.none(), NOW, 2)
                        .allPlaced(new Watch.Until(Watch.Kind.EXPIRY, NOW)),
                begun.released(new Release.Granted(LocalDate.of(2026, 12, 31)), NOW),
                begun.rejected(NOW),
                begun.appealed(),
                begun.entered().freed(NOW, NOW.plusSeconds(1)),
                begun.withdrawn(NOW));
    }

    @ParameterizedTest
    @MethodSource("recordsOfEveryKind")
    void aSubmissionsRecordComesBackAsItWasWritten(SubmissionRecord next) {
        assertThat(ledger.update(begun(NAME), next)).isTrue();

        assertThat(ledger.submission(NAME)).contains(next);
    }

    @Test
    void aSubmissionChangesOnlyFromTheRevisionThatWasRead() {
        SubmissionRecord begun = begun(NAME);
        SubmissionRecord first = begun.progressed(new Progress(1, 2, List.of("b")));

        assertThat(ledger.update(begun, first)).isTrue();
        assertThat(ledger.update(begun, begun.withdrawn(NOW))).isFalse();
        assertThat(ledger.submission(NAME)).contains(first);
    }

    static Stream<ObjectRecord> objectsOfEveryKind() {
        Placement arrived = Placement.arrived("v1");
        ObjectRecord plain = object(NAME, "data/a.jsonl", "v1");
        SubmissionName stray = SubmissionName.stray(Optional.of("ada"), "0123456789abcdef");
        return Stream.of(
                plain,
                object(NAME, "data/ä ö#%+?&=\u2028🦉", "v1"),
                object(NAME, "x".repeat(1010), "v1"),
                object(stray, "ß".repeat(512), "v1"),
                object(NAME, "provenance.yaml", "v1", Records.inline(300_000)),
                object(NAME, "provenance.yaml", "v1", new KeptText.InReportBucket("k")),
                plain.standing(Standing.WITHDRAWN),
                plain.placed(arrived.opened()),
                plain.placed(arrived.moving(Bucket.QUARANTINE, "token")),
                plain.placed(arrived.moved(Bucket.QUARANTINE, "v9", false)));
    }

    @ParameterizedTest
    @MethodSource("objectsOfEveryKind")
    void anObjectComesBackAsItWasWritten(ObjectRecord object) {
        ledger.open(begun(object.submission()));

        assertThat(ledger.add(object)).isTrue();

        assertThat(ledger.object(object.submission(), object.path())).contains(object);
        assertThat(ledger.load(object.submission()))
                .contains(new SubmissionFile(begun(object.submission()), List.of(object), List.of(), List.of()));
    }

    @Test
    void nothingIsAddedWhereSomethingStands() {
        ObjectRecord first = object(NAME, "a", "v1");

        assertThat(ledger.add(first)).isTrue();
        assertThat(ledger.add(object(NAME, "a", "v2"))).isFalse();
        assertThat(ledger.object(NAME, "a")).contains(first);
    }

    @Test
    void theVersionThatWasReplacedIsKept() {
        ObjectRecord first = object(NAME, "a", "v1");
        ObjectRecord second = object(NAME, "a", "v2");
        ledger.add(first);

        assertThat(ledger.supersede(first, second)).isTrue();

        assertThat(ledger.object(NAME, "a")).contains(second);
        assertThat(ledger.versions(NAME, "a")).containsExactlyInAnyOrder(second, first.superseded());
        assertThat(ledger.load(NAME))
                .contains(new SubmissionFile(begun(NAME), List.of(second), List.of(first.superseded()), List.of()));
    }

    @Test
    void onlyWhatStandsUnchangedIsReplaced() {
        ObjectRecord first = object(NAME, "a", "v1");
        ObjectRecord tagged = first.placed(first.placement().opened());
        ledger.add(first);
        ledger.update(first, tagged);

        assertThat(ledger.supersede(first, object(NAME, "a", "v2"))).isFalse();

        assertThat(ledger.versions(NAME, "a")).containsExactly(tagged);
    }

    @Test
    void aVersionThatCameLateIsKeptAsSuperseded() {
        ObjectRecord standing = object(NAME, "a", "v2");
        ObjectRecord late = object(NAME, "a", "v1").superseded();
        ledger.add(standing);

        assertThat(ledger.addSuperseded(late)).isTrue();
        assertThat(ledger.addSuperseded(late)).isFalse();

        assertThat(ledger.object(NAME, "a")).contains(standing);
        assertThat(ledger.versions(NAME, "a")).containsExactlyInAnyOrder(standing, late);
    }

    @Test
    void aVersionIsNeverKeptTwice() {
        ObjectRecord standing = object(NAME, "a", "v2");
        ObjectRecord late = object(NAME, "a", "v1");
        ledger.add(standing);
        ledger.addSuperseded(late.superseded());

        assertThat(ledger.addSuperseded(standing.superseded())).isFalse();
        assertThat(ledger.supersede(standing, late)).isFalse();

        assertThat(ledger.versions(NAME, "a")).containsExactlyInAnyOrder(standing, late.superseded());
    }

    @Test
    void anObjectChangesOnlyFromTheRevisionThatWasRead() {
        ObjectRecord first = object(NAME, "a", "v1");
        ObjectRecord tagged = first.placed(first.placement().opened());
        ledger.add(first);

        assertThat(ledger.update(first, tagged)).isTrue();
        assertThat(ledger.update(first, first.standing(Standing.WITHDRAWN))).isFalse();
        assertThat(ledger.object(NAME, "a")).contains(tagged);
    }

    @Test
    void aLateWriterOfTheOldVersionDoesNotOverwriteTheNewOne() {
        ObjectRecord first = object(NAME, "a", "v1");
        ObjectRecord second = object(NAME, "a", "v2");
        ledger.add(first);
        ledger.supersede(first, second);

        assertThat(ledger.update(first, first.placed(first.placement().opened())))
                .isFalse();
        assertThat(ledger.object(NAME, "a")).contains(second);
    }

    @Test
    void aSupersededVersionChangesToo() {
        ObjectRecord first = object(NAME, "a", "v1");
        ObjectRecord second = object(NAME, "a", "v2");
        ledger.add(first);
        ledger.supersede(first, second);
        ObjectRecord old = first.superseded();
        ObjectRecord moved = old.placed(old.placement().moved(Bucket.QUARANTINE, "v7", false));

        assertThat(ledger.update(old, moved)).isTrue();
        assertThat(ledger.update(old, moved)).isFalse();

        assertThat(ledger.versions(NAME, "a")).containsExactlyInAnyOrder(second, moved);
    }

    @Test
    void anObjectChangesUnderTheVerdictInForce() {
        SubmissionRecord decided = begun(NAME).decided(State.QUARANTINED, 1, Progress.none(), NOW, 2);
        ledger.decide(begun(NAME), decided, verdict(NAME, 1));
        ObjectRecord first = object(NAME, "a", "v1");
        ObjectRecord second = object(NAME, "a", "v2");
        ledger.add(first);
        ledger.supersede(first, second);
        ledger.update(decided, decided.progressed(new Progress(1, 1, List.of())));

        ObjectRecord moving = second.placed(second.placement().moving(Bucket.QUARANTINE, "token"));
        ObjectRecord oldMoving = first.superseded().placed(first.placement().moving(Bucket.QUARANTINE, "token"));

        assertThat(ledger.update(second, moving, decided)).isTrue();
        assertThat(ledger.update(second, moving, decided)).isFalse();
        assertThat(ledger.update(first.superseded(), oldMoving, decided)).isTrue();
        assertThat(ledger.versions(NAME, "a")).containsExactlyInAnyOrder(moving, oldMoving);
    }

    @Test
    void anObjectDoesNotChangeUnderAnOlderVerdictOrState() {
        SubmissionRecord decided = begun(NAME).decided(State.QUARANTINED, 1, Progress.none(), NOW, 2);
        SubmissionRecord again = decided.decided(State.QUARANTINED, 2, Progress.none(), NOW, 3);
        ObjectRecord object = object(NAME, "a", "v1");
        ObjectRecord moving = object.placed(object.placement().moving(Bucket.QUARANTINE, "token"));
        ledger.add(object);
        ledger.decide(begun(NAME), decided, verdict(NAME, 1));
        ledger.decide(decided, again, verdict(NAME, 2));

        assertThat(ledger.update(object, moving, decided)).isFalse();

        ledger.update(again, again.receiving(NOW, NOW));

        assertThat(ledger.update(object, moving, again)).isFalse();
        assertThat(ledger.object(NAME, "a")).contains(object);
    }

    @Test
    void pathsAndVersionsThatReadAlikeStayApart() {
        for (String path : List.of("a", "a#b", "A", "a/b", "a ", "ä", "a\u0308")) {
            ObjectRecord first = object(NAME, path, "b#v1");
            assertThat(ledger.add(first)).as(path).isTrue();
            assertThat(ledger.supersede(first, object(NAME, path, "v1")))
                    .as(path)
                    .isTrue();
        }

        assertThat(ledger.versions(NAME, "a")).extracting(ObjectRecord::path).containsOnly("a");
        assertThat(ledger.versions(NAME, "a#b")).hasSize(2);
        assertThat(ledger.load(NAME).orElseThrow().objects()).hasSize(7);
        assertThat(ledger.load(NAME).orElseThrow().superseded()).hasSize(7);
    }

    @Test
    void aLargeSubmissionIsLoadedWhole() {
        int count = 30;
        List<ObjectRecord> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectRecord object = object(NAME, "%05d".formatted(i), "v" + i, Records.inline(100_000));
            objects.add(object);
            assertThat(ledger.add(object)).isTrue();
        }

        assertThat(ledger.load(NAME)).contains(new SubmissionFile(begun(NAME), objects, List.of(), List.of()));
    }

    @Test
    void submissionsDoNotMix() {
        SubmissionName other = name("r1-2");
        ledger.open(begun(other));
        ledger.add(object(NAME, "a", "v1"));
        ledger.add(object(other, "a", "v2"));

        assertThat(ledger.load(NAME).orElseThrow().objects()).containsExactly(object(NAME, "a", "v1"));
        assertThat(ledger.versions(other, "a")).containsExactly(object(other, "a", "v2"));
    }

    @Test
    void aVerdictAndItsStateAreWrittenTogether() {
        SubmissionRecord begun = begun(NAME);
        SubmissionRecord decided = begun.decided(State.QUARANTINED, 1, new Progress(1, 1, List.of()), NOW, 2);

        assertThat(ledger.decide(begun, decided, verdict(NAME, 1))).isTrue();

        assertThat(ledger.submission(NAME)).contains(decided);
        assertThat(ledger.verdict(NAME, 1)).contains(verdict(NAME, 1));
    }

    @Test
    void aVerdictOnWhatHasChangedIsNotWritten() {
        SubmissionRecord begun = begun(NAME);
        SubmissionRecord progressed = begun.progressed(new Progress(1, 1, List.of()));
        ledger.update(begun, progressed);

        assertThat(ledger.decide(begun, begun.decided(State.ACCEPTED, 1, Progress.none(), NOW, 2), verdict(NAME, 1)))
                .isFalse();

        assertThat(ledger.submission(NAME)).contains(progressed);
        assertThat(ledger.history(NAME)).isEmpty();
    }

    @Test
    void aVerdictIsNeverReplaced() {
        SubmissionRecord begun = begun(NAME);
        SubmissionRecord decided = begun.decided(State.QUARANTINED, 1, Progress.none(), NOW, 2);
        ledger.decide(begun, decided, verdict(NAME, 1));

        SubmissionRecord again = decided.decided(State.ACCEPTED, 1, Progress.none(), NOW, 3);
        assertThat(ledger.decide(decided, again, verdict(NAME, 1))).isFalse();

        assertThat(ledger.submission(NAME)).contains(decided);
    }

    @Test
    void historyIsOldestFirst() {
        SubmissionRecord record = begun(NAME);
        for (int number = 1; number <= 12; number++) {
            SubmissionRecord next = record.decided(State.ACCEPTED, number, Progress.none(), NOW, record.revision() + 1);
            assertThat(ledger.decide(record, next, verdict(NAME, number))).isTrue();
            record = next;
        }

        assertThat(ledger.history(NAME))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> verdict(NAME, number))
                        .toList());
    }

    @Test
    void aWaiverReplacesTheOneForTheSameCodeAndSubject() {
        ledger.waive(NAME, waiver("file:a", "first"));
        ledger.waive(NAME, waiver("file:" + "b".repeat(1024), "long"));
        ledger.waive(NAME, waiver("file:a", "second"));

        assertThat(ledger.load(NAME).orElseThrow().waivers())
                .containsExactlyInAnyOrder(waiver("file:a", "second"), waiver("file:" + "b".repeat(1024), "long"));
    }

    @Test
    void ofManyWhoChangeOneRevisionOneSucceeds() throws InterruptedException, ExecutionException {
        SubmissionRecord begun = begun(NAME);
        int racers = 8;
        try (ExecutorService pool = Executors.newFixedThreadPool(racers)) {
            List<Future<Boolean>> races = IntStream.range(0, racers)
                    .mapToObj(i -> pool.submit(
                            () -> ledger.update(begun, begun.progressed(new Progress(i, racers, List.of())))))
                    .toList();
            int winners = 0;
            for (Future<Boolean> race : races) {
                winners += race.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }
}
