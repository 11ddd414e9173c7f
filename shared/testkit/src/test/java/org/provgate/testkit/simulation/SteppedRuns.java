package org.provgate.testkit.simulation;

import java.util.List;
import java.util.Optional;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Runs;

/// What is known of rescans, as the gate sees it: each call may go wrong.
final class SteppedRuns implements Runs {

    private final Runs runs;
    private final Crossing crossing;

    SteppedRuns(Runs runs, Crossing crossing) {
        this.runs = runs;
        this.crossing = crossing;
    }

    @Override
    public Optional<Run> latest() {
        return crossing.read(() -> "latest run", runs::latest);
    }

    @Override
    public Optional<Run> run(String id) {
        return crossing.read(() -> "run " + id, () -> runs.run(id));
    }

    @Override
    public boolean begin(Optional<Run> before, Run next, List<Segment> segments) {
        return crossing.write(() -> "begin run " + next.id(), () -> {
            Violation.unless(
                    runs.latest().map(Run::over).orElse(true) || !runs.latest().equals(before),
                    "two rescans at once: %s",
                    next.id());
            return runs.begin(before, next, segments);
        });
    }

    @Override
    public boolean update(Run expected, Run next) {
        return crossing.write(() -> "update run to " + next.stage(), () -> runs.update(expected, next));
    }

    @Override
    public List<Segment> segments(String run) {
        return crossing.read(() -> "segments of " + run, () -> runs.segments(run));
    }

    @Override
    public boolean update(Segment expected, Segment next) {
        return crossing.write(
                () -> "update segment " + next.number() + " at " + next.stage() + (next.done() ? ", done" : ""),
                () -> runs.update(expected, next));
    }

    @Override
    public void note(String run, int segment, List<Noted> noted) {
        crossing.run(() -> "note " + noted, () -> runs.note(run, segment, noted));
    }

    @Override
    public Ledger.Page<Noted> noted(String run, int segment, String after, int limit) {
        return crossing.read(() -> "noted of " + run, () -> runs.noted(run, segment, after, limit));
    }
}
