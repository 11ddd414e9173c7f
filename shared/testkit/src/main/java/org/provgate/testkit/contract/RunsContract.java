package org.provgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.provgate.testkit.memory.InMemoryRuns;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Confirmed;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Run.Limits;
import org.provgate.usecases.ledger.Run.Stage;
import org.provgate.usecases.ledger.Run.Totals;
import org.provgate.usecases.ledger.Said;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Runs;

/// How rescans are kept: one after the other, and every write conditional.
public abstract class RunsContract {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.000000001Z");

    private Runs runs = new InMemoryRuns();

    /// With nothing in it.
    protected abstract Runs open();

    @BeforeEach
    void begin() {
        runs = open();
    }

    private static Run run(String id, Scope scope) {
        return new Run(
                id,
                scope,
                NOW,
                Stage.LOOKING,
                false,
                2,
                new Limits(10, 2_500),
                new Confirmed(NOW, "p@1970-01-01", "r", "1"),
                Confirmed.never(),
                40,
                List.of(
                        new Said(NOW, Said.BEGIN, new Said.Asker("grace", "new terms: ä", new Act.Request("k", "b"))),
                        new Said(NOW.plusNanos(1), "pause", Said.Asker.gate())),
                new Totals(1, 2, 3, 4, 5, 6),
                1);
    }

    private static List<Segment> segments(String run) {
        return IntStream.range(0, 2)
                .mapToObj(number -> Segment.open(run, number, NOW))
                .toList();
    }

    @Test
    void aRunComesBackAsItWasBegun() {
        Run affected = run("a", new Scope.Affected(Mark.of(Mark.Kind.LICENSE, "CC-BY-4.0 OR x:y")));

        assertThat(runs.latest()).isEmpty();
        assertThat(runs.begin(Optional.empty(), affected, segments("a"))).isTrue();

        assertThat(runs.latest()).contains(affected);
        assertThat(runs.run("a")).contains(affected);
        assertThat(runs.segments("a")).containsExactlyElementsOf(segments("a"));
        assertThat(runs.run("b")).isEmpty();
    }

    @Test
    void ofTwoWhoBeginOneIsRefused() {
        Run first = run("a", new Scope.All());
        assertThat(runs.begin(Optional.empty(), first, segments("a"))).isTrue();

        assertThat(runs.begin(Optional.empty(), run("b", new Scope.All()), segments("b")))
                .isFalse();
        assertThat(runs.begin(Optional.of(first), run("c", new Scope.All()), segments("c")))
                .isTrue();
        assertThat(runs.begin(Optional.of(first), run("d", new Scope.All()), segments("d")))
                .isFalse();
        assertThat(runs.latest().map(Run::id)).contains("c");
        assertThat(runs.segments("d")).isEmpty();
    }

    @Test
    void whoIsSlowerWritesNothing() {
        Run first = run("a", new Scope.All());
        runs.begin(Optional.empty(), first, segments("a"));
        Segment open = segments("a").getFirst();
        Segment reached = open.reached("x", new Totals(50, 0, 0, 0, 0, 0), NOW.plusSeconds(1));

        assertThat(runs.update(first, first.paused(true))).isTrue();
        assertThat(runs.update(first, first.at(Stage.WRITING, Totals.none()))).isFalse();
        assertThat(runs.update(open, reached)).isTrue();
        assertThat(runs.update(open, open.writing(NOW))).isFalse();
        assertThat(runs.run("a")).contains(first.paused(true));
        assertThat(runs.segments("a").getFirst()).isEqualTo(reached);
    }

    @Test
    void whatWasNotedComesBackOncePageByPage() {
        List<Noted> noted = IntStream.range(0, 7)
                .mapToObj(i -> new Noted(
                        "ada/tides/r" + i,
                        i % 2 == 0 ? Noted.Kind.FLIPPED : Noted.Kind.CHANGED,
                        "accepted",
                        "quarantined",
                        "policy"))
                .toList();
        Noted damaged = new Noted("S#" + "ä".repeat(900), Noted.Kind.DAMAGED, "", "", "it has no state");
        runs.note("a", 1, noted);
        runs.note("a", 1, noted.subList(0, 3));
        runs.note("a", 1, List.of(damaged));
        runs.note("a", 0, List.of(noted.getFirst()));

        List<Noted> found = new ArrayList<>();
        String after = "";
        do {
            Ledger.Page<Noted> page = runs.noted("a", 1, after, 3);
            found.addAll(page.items());
            after = page.next();
        } while (!after.isEmpty());

        assertThat(found).containsExactlyInAnyOrderElementsOf(all(noted, damaged));
        assertThat(runs.noted("b", 0, "", 3).items()).isEmpty();
    }

    private static List<Noted> all(List<Noted> noted, Noted more) {
        List<Noted> all = new ArrayList<>(noted);
        all.add(more);
        return all;
    }
}
