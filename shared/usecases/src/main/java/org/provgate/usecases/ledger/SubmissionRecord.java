package org.provgate.usecases.ledger;

import java.time.Instant;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Rulings.Release;

/// The state of one submission.
///
/// @param generation counts from 1; a late or replaced object begins the next
/// @param began when the first object of the generation was seen
/// @param deadline when the generation is decided, complete or not
/// @param verdict number of the verdict in force; 0 before the first
/// @param placed number of the last verdict whose objects all lie where it wants them; [#UNPLACED] once they are
///     wanted elsewhere under the same verdict
/// @param revision optimistic lock
public record SubmissionRecord(
        SubmissionName name,
        State state,
        int generation,
        Instant began,
        Instant deadline,
        Progress progress,
        int verdict,
        int placed,
        Rulings rulings,
        Watch watch,
        long revision) {

    /// An operator's word, or its end, has still to be carried out.
    public static final int UNPLACED = -1;

    public static SubmissionRecord begun(SubmissionName name, Instant now, Instant deadline) {
        return new SubmissionRecord(
                name,
                State.RECEIVING,
                1,
                now,
                deadline,
                Progress.none(),
                0,
                0,
                Rulings.none(),
                new Watch.Until(Watch.Kind.COMPLETION, deadline),
                1);
    }

    /// The next generation, waiting for its objects.
    public SubmissionRecord receiving(Instant since, Instant until) {
        return new SubmissionRecord(
                name,
                State.RECEIVING,
                generation + 1,
                since,
                until,
                progress,
                verdict,
                placed,
                rulings,
                completion(until, rulings),
                revision + 1);
    }

    public SubmissionRecord progressed(Progress now) {
        return new SubmissionRecord(
                name, state, generation, began, deadline, now, verdict, placed, rulings, watch, revision + 1);
    }

    /// The same under the next revision.
    public SubmissionRecord lookedAt() {
        return progressed(progress);
    }

    /// The same, told how far it has come.
    public SubmissionRecord withProgress(Progress now) {
        return new SubmissionRecord(
                name, state, generation, began, deadline, now, verdict, placed, rulings, watch, revision);
    }

    public SubmissionRecord decided(State outcome, int number, Progress now, Instant placeBy, long nextRevision) {
        return new SubmissionRecord(
                name,
                outcome,
                generation,
                began,
                deadline,
                now,
                number,
                placed,
                rulings.decided(),
                new Watch.Until(Watch.Kind.PLACEMENT, placeBy),
                nextRevision);
    }

    /// The same generation, waiting for its objects again.
    public SubmissionRecord reopened() {
        return with(State.RECEIVING, placed, rulings, completion(deadline, rulings));
    }

    /// Its objects are to be looked after again, since some no longer lie where the verdict in force wants them.
    public SubmissionRecord toBePlaced(Instant placeBy) {
        return with(
                state,
                placed,
                rulings,
                state == State.RECEIVING ? watch : new Watch.Until(Watch.Kind.PLACEMENT, placeBy));
    }

    /// The same, to be decided again.
    public SubmissionRecord due(Instant at) {
        return with(state, placed, rulings, new Watch.Until(Watch.Kind.EXPIRY, at));
    }

    /// @param placeBy when what the verdict in force began to move is to lie still
    public SubmissionRecord withdrawn(Instant placeBy) {
        return new SubmissionRecord(
                name,
                State.WITHDRAWN,
                generation,
                began,
                deadline,
                Progress.none(),
                verdict,
                placed,
                rulings.decided(),
                mayBeMoving() ? new Watch.Until(Watch.Kind.PLACEMENT, placeBy) : new Watch.Rest(),
                revision + 1);
    }

    /// Whether somebody has ever said where its objects are to lie.
    public boolean mayBeMoving() {
        return verdict > 0 || rulings.acts() > 0;
    }

    /// All objects lie where the verdict in force, or the operator, wants them.
    ///
    /// @param next what is to be looked after from now on
    public SubmissionRecord allPlaced(Watch next) {
        Watch after = state == State.RECEIVING ? completion(deadline, rulings) : next;
        return with(state, verdict, rulings, isPutOff() ? watch : after);
    }

    public SubmissionRecord released(Release.Granted release, Instant placeBy) {
        return with(State.RELEASED, UNPLACED, rulings.ruled(release), new Watch.Until(Watch.Kind.PLACEMENT, placeBy));
    }

    public SubmissionRecord rejected(Instant placeBy) {
        return with(
                State.REJECTED,
                UNPLACED,
                rulings.ruled(new Release.None()),
                new Watch.Until(Watch.Kind.PLACEMENT, placeBy));
    }

    /// No operator's word counts any more, and it is decided again.
    public SubmissionRecord freed(Instant now, Instant placeBy) {
        Rulings free = rulings.ruled(new Release.None());
        int unplaced = verdict == 0 ? 0 : UNPLACED;
        if (state != State.RECEIVING) {
            return with(State.DECIDING, unplaced, free, new Watch.Until(Watch.Kind.COMPLETION, now));
        }
        return verdict == 0
                ? with(state, placed, free, completion(deadline, free))
                : with(state, UNPLACED, free, new Watch.Until(Watch.Kind.PLACEMENT, placeBy));
    }

    /// The verdict in force counts again.
    public SubmissionRecord resumed(State outcome, Instant placeBy) {
        return with(outcome, UNPLACED, rulings, new Watch.Until(Watch.Kind.PLACEMENT, placeBy));
    }

    /// One act more, which leaves the state as it is.
    public SubmissionRecord entered() {
        return with(state, placed, rulings.entered(), watch);
    }

    /// One act more, which waits for a second operator.
    public SubmissionRecord proposed() {
        return with(state, placed, rulings.proposed(), watch);
    }

    /// The same, where nothing waits for a second operator any more.
    public SubmissionRecord answered() {
        return new SubmissionRecord(
                name,
                state,
                generation,
                began,
                deadline,
                progress,
                verdict,
                placed,
                rulings.answered(),
                watch,
                revision);
    }

    public SubmissionRecord appealed() {
        return with(state, placed, rulings.appealed(), watch);
    }

    /// To be decided again at that time. What its watch was for before, the decision finds out.
    public SubmissionRecord putOff(Instant until) {
        boolean placesFirst = state == State.RECEIVING && !isWatchedFor(Watch.Kind.COMPLETION);
        boolean isSooner = watch instanceof Watch.Until(Watch.Kind kind, Instant due)
                && kind == Watch.Kind.COMPLETION
                && !due.isAfter(until);
        return placesFirst || isSooner
                ? this
                : with(state, placed, rulings, new Watch.Until(Watch.Kind.COMPLETION, until));
    }

    /// Whether nothing is awaited and a decision was put off all the same.
    public boolean isPutOff() {
        return state != State.RECEIVING && state != State.DECIDING && isWatchedFor(Watch.Kind.COMPLETION);
    }

    /// Watched for its deadline alone, where a decision that was put off has been made.
    public SubmissionRecord awaited() {
        Watch wanted = completion(deadline, rulings);
        return isWatchedFor(Watch.Kind.COMPLETION) && !watch.equals(wanted)
                ? with(state, placed, rulings, wanted)
                : this;
    }

    private boolean isWatchedFor(Watch.Kind wanted) {
        return watch instanceof Watch.Until(Watch.Kind kind, Instant _) && kind == wanted;
    }

    /// Objects that were released and not yet replaced are taken back in time, whatever else is awaited.
    private static Watch completion(Instant until, Rulings rulings) {
        Instant due = rulings.release().end().filter(end -> end.isBefore(until)).orElse(until);
        return new Watch.Until(Watch.Kind.COMPLETION, due);
    }

    private SubmissionRecord with(State nextState, int nextPlaced, Rulings nextRulings, Watch nextWatch) {
        return new SubmissionRecord(
                name,
                nextState,
                generation,
                began,
                deadline,
                progress,
                verdict,
                nextPlaced,
                nextRulings,
                nextWatch,
                revision + 1);
    }
}
