package org.provgate.usecases.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.provgate.core.claim.Word;

/// One rescan. First everything is looked at and what would change is noted; then, unless too much would flip, what
/// was noted is written.
///
/// @param id sorts by the time it began
/// @param paused nobody goes on with it until it is resumed
/// @param segments parts that are worked on side by side
/// @param inputs policy, registry and engine it began under
/// @param confirmed under which all verdicts were last found to hold, before this run
/// @param expected how many submissions there are, roughly
/// @param said who began it and who steered it, and why, the latest [#MOST_SAID]
/// @param totals of all segments; none before a stage has ended
/// @param revision optimistic lock
public record Run(
        String id,
        Scope scope,
        Instant began,
        Stage stage,
        boolean paused,
        int segments,
        Limits limits,
        Confirmed inputs,
        Confirmed confirmed,
        long expected,
        List<Said> said,
        Totals totals,
        long revision) {

    /// Words that are kept.
    public static final int MOST_SAID = 50;

    public Run {
        said = List.copyOf(said.subList(Math.max(0, said.size() - MOST_SAID), said.size()));
    }

    public enum Stage implements Word {
        LOOKING,
        /// More would flip than the limit allows; an operator says whether it goes on.
        ASKING,
        WRITING,
        FINISHED,
        /// By an operator. What it has written stays.
        STOPPED
    }

    /// @param flipPercent of the submissions looked at that may flip without asking
    /// @param costCents what it may cost by the estimate, in US cents
    public record Limits(int flipPercent, int costCents) {

        public static Limits standard() {
            return new Limits(10, 2_500);
        }
    }

    /// @param looked submissions that were decided again
    /// @param left that follow no rule now: undecided, or an operator ruled
    /// @param changed whose verdict says something else
    /// @param flipped among them whose outcome is another
    /// @param written verdicts
    /// @param damaged that could not be read
    public record Totals(long looked, long left, long changed, long flipped, long written, long damaged) {

        public static Totals none() {
            return new Totals(0, 0, 0, 0, 0, 0);
        }

        public Totals plus(Totals more) {
            return new Totals(
                    looked + more.looked,
                    left + more.left,
                    changed + more.changed,
                    flipped + more.flipped,
                    written + more.written,
                    damaged + more.damaged);
        }
    }

    /// What the next run may take as found to hold.
    public Confirmed confirms() {
        return stage == Stage.FINISHED && scope instanceof Scope.All ? inputs : confirmed;
    }

    public boolean over() {
        return stage == Stage.FINISHED || stage == Stage.STOPPED;
    }

    public Run at(Stage next, Totals reached) {
        return new Run(
                id,
                scope,
                began,
                next,
                paused,
                segments,
                limits,
                inputs,
                confirmed,
                expected,
                said,
                reached,
                revision + 1);
    }

    public Run paused(boolean now) {
        return new Run(
                id,
                scope,
                began,
                stage,
                now,
                segments,
                limits,
                inputs,
                confirmed,
                expected,
                said,
                totals,
                revision + 1);
    }

    /// With one word more, under the same revision.
    public Run said(Said word) {
        List<Said> more = new ArrayList<>(said);
        more.add(word);
        return new Run(
                id, scope, began, stage, paused, segments, limits, inputs, confirmed, expected, more, totals, revision);
    }
}
