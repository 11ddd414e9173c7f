package org.provgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.testkit.contract.Records.NOW;
import static org.provgate.testkit.contract.Records.begun;
import static org.provgate.testkit.contract.Records.name;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Progress;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;

/// How every ledger finds submissions: nothing that is due is passed over, and pages neither repeat nor omit.
public abstract class LedgerListingContract {

    private Ledger ledger;

    /// An empty ledger.
    protected abstract Ledger open();

    @BeforeEach
    void begin() {
        ledger = open();
    }

    @Test
    void anEmptyLedgerListsNothing() {
        assertThat(ledger.list(Optional.empty(), "", 10)).isEqualTo(new Ledger.Page<>(List.of(), ""));
        assertThat(ledger.due(Watch.Kind.COMPLETION, NOW, "")).isEqualTo(new Ledger.Page<>(List.of(), ""));
    }

    @Test
    void whatIsDueComesTheLongestDueFirst() {
        open("late", NOW.plusSeconds(30));
        open("early", NOW.plusSeconds(10));
        open("to-the-nanosecond", NOW.plusSeconds(20).plusNanos(1));
        open("not-yet", NOW.plusSeconds(30).plusNanos(1));

        assertThat(due(Watch.Kind.COMPLETION, NOW.plusSeconds(30)))
                .extracting(SubmissionName::revision)
                .containsExactly("early", "to-the-nanosecond", "late");
        assertThat(due(Watch.Kind.COMPLETION, NOW.plusSeconds(9))).isEmpty();
    }

    @Test
    void aSubmissionIsDueForWhatItIsWatchedForAlone() {
        SubmissionRecord begun = open("r1", NOW.plusSeconds(10));
        Instant placeBy = NOW.plusSeconds(60);
        SubmissionRecord decided = begun.decided(State.ACCEPTED, 1, Progress.none(), placeBy, 2);

        ledger.decide(begun, decided, Records.verdict(begun.name(), 1));
        assertThat(due(Watch.Kind.COMPLETION, placeBy)).isEmpty();
        assertThat(due(Watch.Kind.PLACEMENT, placeBy)).containsExactly(begun.name());

        ledger.update(decided, decided.allPlaced(new Watch.Rest()));
        assertThat(due(Watch.Kind.PLACEMENT, placeBy)).isEmpty();
    }

    @Test
    void moreThanAPageIsDue() {
        List<SubmissionName> names = IntStream.range(0, 250)
                .mapToObj(i -> open("r%03d".formatted(i), NOW.plusSeconds(i)).name())
                .toList();

        assertThat(due(Watch.Kind.COMPLETION, NOW.plusSeconds(1000))).containsExactlyElementsOf(names);
    }

    @Test
    void pagesHoldEverySubmissionOnce() {
        List<SubmissionRecord> begun = new ArrayList<>();
        for (String contributor : List.of("ada", "grace", "a")) {
            for (int i = 0; i < 7; i++) {
                begun.add(open(new SubmissionName(contributor, "tides", "r" + i)));
            }
        }
        begun.add(open(SubmissionName.stray(Optional.empty(), "0123456789abcdef")));

        assertThat(list(Optional.empty(), 5)).containsExactlyInAnyOrderElementsOf(begun);
        assertThat(list(Optional.empty(), 5))
                .as("the order stays")
                .containsExactlyElementsOf(list(Optional.empty(), 100));
    }

    @Test
    void aContributorsSubmissionsAreListedAlone() {
        open(new SubmissionName("ada", "tides", "r1"));
        open(new SubmissionName("ada-lovelace", "tides", "r1"));
        open(new SubmissionName("ada", "notes", "r1"));
        open(new SubmissionName("ada", "notes", "r2"));

        assertThat(list(Optional.of("ada"), 2))
                .extracting(record -> record.name().toString())
                .containsExactly("ada/notes/r1", "ada/notes/r2", "ada/tides/r1");
        assertThat(list(Optional.of("grace"), 2)).isEmpty();
    }

    @Test
    void theListShowsWhatWasWrittenLast() {
        SubmissionRecord begun = open("r1", NOW.plusSeconds(10));
        ledger.update(begun, begun.withdrawn(NOW));

        assertThat(list(Optional.empty(), 10)).containsExactly(begun.withdrawn(NOW));
    }

    private SubmissionRecord open(String revision, Instant deadline) {
        SubmissionRecord begun = SubmissionRecord.begun(name(revision), NOW, deadline);
        ledger.open(begun);
        return begun;
    }

    private SubmissionRecord open(SubmissionName name) {
        SubmissionRecord begun = begun(name);
        ledger.open(begun);
        return begun;
    }

    private List<SubmissionName> due(Watch.Kind kind, Instant until) {
        List<SubmissionName> names = new ArrayList<>();
        String after = "";
        do {
            Ledger.Page<SubmissionName> page = ledger.due(kind, until, after);
            names.addAll(page.items());
            after = page.next();
        } while (!after.isEmpty());
        return names;
    }

    private List<SubmissionRecord> list(Optional<String> contributor, int limit) {
        List<SubmissionRecord> records = new ArrayList<>();
        String after = "";
        do {
            Ledger.Page<SubmissionRecord> page = ledger.list(contributor, after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            records.addAll(page.items());
            after = page.next();
        } while (!after.isEmpty());
        return records;
    }
}
