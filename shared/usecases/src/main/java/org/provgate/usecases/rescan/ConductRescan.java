package org.provgate.usecases.rescan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.ledger.Confirmed;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Run.Limits;
import org.provgate.usecases.ledger.Run.Stage;
import org.provgate.usecases.ledger.Run.Totals;
import org.provgate.usecases.ledger.Said;
import org.provgate.usecases.ledger.Said.Asker;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.RunNews;
import org.provgate.usecases.port.Runs;

/// Begins rescans, leads them from stage to stage, and ends them. Each step may come again.
public final class ConductRescan {

    /// As long as somebody has worked on a run within this time, it is alive.
    public static final Duration LEASE = Duration.ofMinutes(20);

    /// Parts that are worked on side by side.
    public static final int MOST_SEGMENTS = 64;

    private static final int SUBMISSIONS_IN_A_SEGMENT = 5_000;

    private static final int ATTEMPTS = 8;

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'.'SSS'Z'").withZone(ZoneOffset.UTC);

    private final Ledger ledger;
    private final Runs runs;
    private final RescanSubmission rescan;
    private final RunNews news;
    private final InstantSource clock;

    public ConductRescan(Ledger ledger, Runs runs, RescanSubmission rescan, RunNews news, InstantSource clock) {
        this.ledger = ledger;
        this.runs = runs;
        this.rescan = rescan;
        this.news = news;
        this.clock = clock;
    }

    public sealed interface Planned {

        /// @param open segments that are still to be worked on in the run's stage
        record Ready(Run run, List<Integer> open) implements Planned {
            public Ready {
                open = List.copyOf(open);
            }
        }

        /// Not all segments have done the run's stage.
        ///
        /// @param open those that have not
        record Unfinished(Run run, List<Integer> open) implements Planned {
            public Unfinished {
                open = List.copyOf(open);
            }
        }

        /// Another run is under way, paused, or waits for an operator.
        record Busy(Run run) implements Planned {}

        record TooDear(Estimate estimate, Limits limits) implements Planned {}
    }

    /// Begins a run on schedule, or takes up one that nobody works on any more.
    public Planned plan(Scope scope, Limits limits) {
        return plan(scope, limits, Asker.gate());
    }

    /// The same because somebody wants it.
    public Planned plan(Scope scope, Limits limits, Asker asker) {
        Instant now = clock.instant();
        Optional<Run> latest = runs.latest();
        if (latest.isPresent() && !latest.get().over()) {
            Run run = latest.get();
            boolean waits = run.paused() || run.stage() == Stage.ASKING;
            return waits || isAlive(run, now) ? new Planned.Busy(run) : ready(run);
        }
        long expected = ledger.roughSize();
        Estimate estimate = Estimate.of(expected);
        if (estimate.costCents() > limits.costCents()) {
            return new Planned.TooDear(estimate, limits);
        }
        Run run = new Run(
                ID.format(now),
                scope,
                now,
                Stage.LOOKING,
                false,
                segments(scope, expected),
                limits,
                rescan.inputs(now),
                latest.map(Run::confirms).orElseGet(Confirmed::never),
                expected,
                List.of(new Said(now, Said.BEGIN, asker)),
                Totals.none(),
                1);
        List<Segment> segments = IntStream.range(0, run.segments())
                .mapToObj(number -> Segment.open(run.id(), number, now))
                .toList();
        return runs.begin(latest, run, segments)
                ? ready(run)
                : new Planned.Busy(runs.latest().orElse(run));
    }

    /// Takes up the run whoever worked on it, for an operator or an executor that knows the other is dead.
    public Optional<Planned> takeUp(String id) {
        return runs.run(id)
                .map(run ->
                        run.over() || run.paused() || run.stage() == Stage.ASKING ? new Planned.Busy(run) : ready(run));
    }

    private static int segments(Scope scope, long expected) {
        return switch (scope) {
            case Scope.All _ -> Math.clamp(expected / SUBMISSIONS_IN_A_SEGMENT + 1, 1, MOST_SEGMENTS);
            case Scope.Affected _ -> Ledger.MARK_SHARDS;
        };
    }

    private boolean isAlive(Run run, Instant now) {
        Instant since = now.minus(LEASE);
        return run.began().isAfter(since)
                || runs.segments(run.id()).stream()
                        .anyMatch(segment -> segment.touched().isAfter(since));
    }

    private Planned.Ready ready(Run run) {
        return new Planned.Ready(
                run,
                runs.segments(run.id()).stream()
                        .filter(segment -> !segment.hasDone(run.stage()))
                        .map(Segment::number)
                        .toList());
    }

    /// Goes to the next stage once all segments have done this one; else says which have not.
    public Planned goOn(String id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Run run = required(id);
            if (run.over() || run.paused() || run.stage() == Stage.ASKING) {
                return new Planned.Busy(run);
            }
            Planned.Ready ready = ready(run);
            if (!ready.open().isEmpty()) {
                return new Planned.Unfinished(run, ready.open());
            }
            Totals totals = totals(run);
            Run next = switch (run.stage()) {
                case LOOKING -> run.at(flipsTooMany(run, totals) ? Stage.ASKING : Stage.WRITING, totals);
                case WRITING -> run.at(Stage.FINISHED, totals);
                case ASKING, FINISHED, STOPPED -> run;
            };
            if (next.stage() == Stage.FINISHED) {
                news.finished(next, clock.instant());
            }
            if (runs.update(run, next)) {
                return next.stage() == Stage.WRITING ? ready(next) : new Planned.Busy(next);
            }
        }
        throw new IllegalStateException("too many others lead the rescan " + id);
    }

    private static boolean flipsTooMany(Run run, Totals totals) {
        return totals.flipped() * 100 > totals.looked() * run.limits().flipPercent();
    }

    private Totals totals(Run run) {
        return runs.segments(run.id()).stream().map(Segment::totals).reduce(Totals.none(), Totals::plus);
    }

    /// What an operator says to a run.
    public enum Word {
        PAUSE,
        RESUME,
        STOP,
        /// Although more would flip than the limit allows.
        CONFIRM
    }

    /// Empty when there is no such run, or the word does not fit its stage.
    public Optional<Run> steer(String id, Word word, Asker asker) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Run> run = runs.run(id);
            if (run.isEmpty() || run.get().over()) {
                return Optional.empty();
            }
            Run now = run.get();
            if (word == Word.CONFIRM && now.stage() != Stage.ASKING) {
                return Optional.empty();
            }
            Run next = switch (word) {
                case PAUSE -> now.paused(true);
                case RESUME -> now.paused(false);
                case STOP -> now.at(Stage.STOPPED, totals(now));
                case CONFIRM -> now.at(Stage.WRITING, now.totals());
            };
            Run told = next.said(new Said(clock.instant(), word.name().toLowerCase(Locale.ROOT), asker));
            if (runs.update(now, told)) {
                return Optional.of(told);
            }
        }
        throw new IllegalStateException("too many others steer the rescan " + id);
    }

    private Run required(String id) {
        return runs.run(id).orElseThrow(() -> new IllegalArgumentException("there is no rescan " + id));
    }
}
