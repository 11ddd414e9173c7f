package org.provgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.testkit.contract.Records.NOW;
import static org.provgate.testkit.contract.Records.begun;
import static org.provgate.testkit.contract.Records.name;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;

/// How every ledger keeps what people did: with the record or not at all, in order, for ever.
public abstract class LedgerActsContract {

    private static final SubmissionName NAME = name("r1");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private Ledger ledger;

    /// An empty ledger.
    protected abstract Ledger open();

    @BeforeEach
    void begin() {
        ledger = open();
        ledger.open(begun(NAME));
    }

    static Stream<Deed> deedsOfEveryKind() {
        return Stream.of(
                new Act.Released("checked by hand: \uD83E\uDD89", DAY),
                new Act.Rejected("spam"),
                new Act.Waived(Records.waiver("file:data/ä#b", "known")),
                new Act.Rechecked(),
                new Act.Appealed("we wrote it ourselves", "teacher-undeclared"),
                new Act.Appealed("all of it", ""),
                new Act.Lapsed(DAY),
                new Act.Proposed(new Act.Rejected("spam"), 0, "subject-1"),
                new Act.Proposed(new Act.Released("checked", DAY), 3, "subject-1"),
                new Act.Proposed(new Act.Waived(Records.waiver("file:a", "known")), 1, "subject-1"),
                new Act.Confirmed(7, new Act.Rejected("spam")),
                new Act.Confirmed(1, new Act.Released("checked", DAY)),
                new Act.Confirmed(2, new Act.Waived(Records.waiver("file:a", "known"))),
                new Act.Declined(7, "it is none"));
    }

    @ParameterizedTest
    @MethodSource("deedsOfEveryKind")
    void anActComesBackAsItWasWritten(Deed deed) {
        Act act = act(1, deed);

        assertThat(ledger.enter(begun(NAME), begun(NAME).entered(), act)).isTrue();

        assertThat(ledger.acts(NAME)).containsExactly(act);
        assertThat(ledger.submission(NAME)).contains(begun(NAME).entered());
    }

    @Test
    void anActAndTheRecordAreWrittenTogetherOrNotAtAll() {
        SubmissionRecord begun = begun(NAME);
        SubmissionRecord first = begun.entered();
        ledger.enter(begun, first, act(1, new Act.Rechecked()));

        assertThat(ledger.enter(begun, begun.appealed(), act(2, new Act.Appealed("late", ""))))
                .as("somebody was faster")
                .isFalse();
        assertThat(ledger.enter(first, first.entered(), act(1, new Act.Rejected("rewritten"))))
                .as("an act is never written over")
                .isFalse();

        assertThat(ledger.acts(NAME)).containsExactly(act(1, new Act.Rechecked()));
        assertThat(ledger.submission(NAME)).contains(first);
    }

    @Test
    void aWaiverCountsWithTheActThatGrantsIt() {
        SubmissionRecord begun = begun(NAME);
        SubmissionRecord first = begun.entered();
        ledger.enter(begun, first, act(1, new Act.Waived(Records.waiver("file:a", "first"))));
        ledger.enter(first, first.entered(), act(2, new Act.Waived(Records.waiver("file:a", "second"))));

        Optional<SubmissionFile> file = ledger.load(NAME);

        assertThat(file.orElseThrow().waivers()).containsExactly(Records.waiver("file:a", "second"));
        assertThat(ledger.acts(NAME)).hasSize(2);
    }

    @Test
    void aWaiverThatWaitsForASecondOperatorCountsOnceItIsConfirmed() {
        SubmissionRecord begun = begun(NAME);
        SubmissionRecord proposed = begun.proposed();
        Act.Waived waived = new Act.Waived(Records.waiver("file:a", "known"));

        ledger.enter(begun, proposed, act(1, new Act.Proposed(waived, 0, "one")));
        assertThat(ledger.submission(NAME).orElseThrow().rulings().proposal()).isEqualTo(1);
        assertThat(ledger.load(NAME).orElseThrow().waivers()).isEmpty();

        ledger.enter(proposed, proposed.entered().answered(), act(2, new Act.Confirmed(1, waived)));
        assertThat(ledger.submission(NAME).orElseThrow().rulings().proposal()).isZero();
        assertThat(ledger.load(NAME).orElseThrow().waivers()).containsExactly(Records.waiver("file:a", "known"));
    }

    @Test
    void actsComeInTheirOrderAndAreNoObjects() {
        SubmissionRecord record = begun(NAME);
        for (int number = 1; number <= 12; number++) {
            ledger.enter(record, record.entered(), act(number, new Act.Rechecked()));
            record = record.entered();
        }

        assertThat(ledger.acts(NAME)).extracting(Act::number).isSorted().hasSize(12);
        assertThat(ledger.load(NAME).orElseThrow().objects()).isEmpty();
        assertThat(ledger.acts(name("r2"))).isEmpty();
    }

    @Test
    void whatEndsIsDue() {
        SubmissionRecord begun = begun(NAME);
        Instant end = NOW.plusSeconds(60);
        SubmissionRecord placed = begun.rejected(NOW).allPlaced(new Watch.Until(Watch.Kind.EXPIRY, end));
        ledger.enter(begun, placed, act(1, new Act.Rejected("until further notice")));

        assertThat(ledger.due(Watch.Kind.EXPIRY, end, "").items()).containsExactly(NAME);
        assertThat(ledger.due(Watch.Kind.EXPIRY, end.minusNanos(1), "").items()).isEmpty();
    }

    private static Act act(int number, Deed deed) {
        return new Act(NAME, number, NOW.plusSeconds(number), "grace", deed, new Act.Request("k" + number, "b"));
    }
}
