package org.provgate.usecases.ledger;

import java.time.Instant;
import org.provgate.core.submission.SubmissionName;

/// The state of one submission.
///
/// @param generation counts from 1; a late or replaced object begins the next
/// @param began when the first object of the generation was seen
/// @param deadline when the generation is decided, complete or not
/// @param verdict number of the verdict in force; 0 before the first
/// @param placed number of the last verdict whose objects all lie where it wants them
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
        Watch watch,
        long revision) {

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
                new Watch.Until(Watch.Kind.COMPLETION, until),
                revision + 1);
    }

    public SubmissionRecord progressed(Progress now) {
        return new SubmissionRecord(
                name, state, generation, began, deadline, now, verdict, placed, watch, revision + 1);
    }

    /// The same, told how far it has come.
    public SubmissionRecord withProgress(Progress now) {
        return new SubmissionRecord(name, state, generation, began, deadline, now, verdict, placed, watch, revision);
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
                new Watch.Until(Watch.Kind.PLACEMENT, placeBy),
                nextRevision);
    }

    /// The same generation, waiting for its objects again.
    public SubmissionRecord reopened() {
        return new SubmissionRecord(
                name,
                State.RECEIVING,
                generation,
                began,
                deadline,
                progress,
                verdict,
                placed,
                new Watch.Until(Watch.Kind.COMPLETION, deadline),
                revision + 1);
    }

    /// Its objects are to be looked after again, since some no longer lie where the verdict in force wants them.
    public SubmissionRecord toBePlaced(Instant placeBy) {
        Watch next = state == State.RECEIVING ? watch : new Watch.Until(Watch.Kind.PLACEMENT, placeBy);
        return new SubmissionRecord(
                name, state, generation, began, deadline, progress, verdict, placed, next, revision + 1);
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
                verdict == 0 ? new Watch.Rest() : new Watch.Until(Watch.Kind.PLACEMENT, placeBy),
                revision + 1);
    }

    /// All objects lie where the verdict in force wants them.
    public SubmissionRecord allPlaced() {
        Watch left = state == State.RECEIVING ? watch : new Watch.Rest();
        return new SubmissionRecord(
                name, state, generation, began, deadline, progress, verdict, verdict, left, revision + 1);
    }
}
