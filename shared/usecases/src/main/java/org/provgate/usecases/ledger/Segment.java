package org.provgate.usecases.ledger;

import java.time.Instant;
import org.provgate.usecases.ledger.Run.Stage;
import org.provgate.usecases.ledger.Run.Totals;

/// How far one part of a rescan has come. Who takes it over begins where it stands.
///
/// @param number from 0
/// @param stage for which `after` and `done` count
/// @param after where the next page begins
/// @param touched when somebody last worked on it
/// @param revision optimistic lock: of two who work on it, one stops
public record Segment(
        String run,
        int number,
        Stage stage,
        String after,
        boolean done,
        Totals totals,
        Instant touched,
        long revision) {

    public static Segment open(String run, int number, Instant now) {
        return new Segment(run, number, Stage.LOOKING, "", false, Totals.none(), now, 1);
    }

    /// A page further.
    public Segment reached(String next, Totals more, Instant now) {
        return new Segment(run, number, stage, next, next.isEmpty(), totals.plus(more), now, revision + 1);
    }

    /// At the beginning of the next stage.
    public Segment writing(Instant now) {
        return new Segment(run, number, Stage.WRITING, "", false, totals, now, revision + 1);
    }

    public boolean hasDone(Stage wanted) {
        return stage == wanted ? done : stage == Stage.WRITING;
    }
}
