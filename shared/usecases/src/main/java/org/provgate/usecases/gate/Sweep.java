package org.provgate.usecases.gate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;

/// Finds what was left undone: submissions whose time is over, and verdicts whose objects do not lie where they should.
public final class Sweep {

    private final Ledger ledger;
    private final DecideSubmission decide;
    private final PlaceObjects place;
    private final InstantSource clock;

    public Sweep(Ledger ledger, DecideSubmission decide, PlaceObjects place, InstantSource clock) {
        this.ledger = ledger;
        this.decide = decide;
        this.place = place;
        this.clock = clock;
    }

    /// @param faults of single submissions, which did not keep the others from being looked after
    /// @param finished whether everything due was looked at
    public record Swept(int decided, int placed, List<Fault> faults, boolean finished) {
        public Swept {
            faults = List.copyOf(faults);
        }
    }

    /// A submission that a sweep could not look after. The next one tries again.
    public record Fault(SubmissionName name, RuntimeException cause) {}

    public Swept sweep(BooleanSupplier timeLeft) {
        Tally tally = new Tally();
        for (Watch.Kind kind : Watch.Kind.values()) {
            String after = "";
            do {
                Ledger.Page<SubmissionName> due = ledger.due(kind, clock.instant(), after);
                for (SubmissionName name : due.items()) {
                    if (!timeLeft.getAsBoolean()) {
                        return tally.swept(false);
                    }
                    lookAfter(kind, name, timeLeft, tally);
                }
                after = due.next();
            } while (!after.isEmpty());
        }
        return tally.swept(true);
    }

    private void lookAfter(Watch.Kind kind, SubmissionName name, BooleanSupplier timeLeft, Tally tally) {
        try {
            switch (kind) {
                case COMPLETION, EXPIRY ->
                    tally.decided += decide.decideAgain(name) == DecideSubmission.Outcome.DECIDED ? 1 : 0;
                case PLACEMENT -> tally.placed += place.place(name, timeLeft) == PlaceObjects.Outcome.PLACED ? 1 : 0;
            }
        } catch (RuntimeException fault) {
            tally.faults.add(new Fault(name, fault));
        }
    }

    private static final class Tally {
        private int decided;
        private int placed;
        private final List<Fault> faults = new ArrayList<>();

        Swept swept(boolean finished) {
            return new Swept(decided, placed, faults, finished);
        }
    }
}
