package org.provgate.usecases.gate;

import java.time.InstantSource;
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

    /// @param finished whether everything due was looked after
    public record Swept(int decided, int placed, boolean finished) {}

    public Swept sweep(BooleanSupplier timeLeft) {
        int decided = 0;
        int placed = 0;
        for (Watch.Kind kind : Watch.Kind.values()) {
            String after = "";
            do {
                Ledger.Page<SubmissionName> due = ledger.due(kind, clock.instant(), after);
                for (SubmissionName name : due.items()) {
                    if (!timeLeft.getAsBoolean()) {
                        return new Swept(decided, placed, false);
                    }
                    switch (kind) {
                        case COMPLETION -> decided += decide.decide(name) == DecideSubmission.Outcome.DECIDED ? 1 : 0;
                        case PLACEMENT -> placed += place.place(name, timeLeft) == PlaceObjects.Outcome.PLACED ? 1 : 0;
                    }
                }
                after = due.next();
            } while (!after.isEmpty());
        }
        return new Swept(decided, placed, true);
    }
}
