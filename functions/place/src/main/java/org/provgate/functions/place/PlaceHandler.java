package org.provgate.functions.place;

import static org.provgate.aws.log.LogField.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.aws.trigger.LedgerChange;
import org.provgate.aws.wiring.Wiring;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.event.BatchAnswer;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.PlaceObjects.Outcome;

/// Verdicts in, as changes of the ledger; the place out from which they are to come again.
public final class PlaceHandler implements RequestStreamHandler {

    /// With less than this left, an object is not begun: a copy is made and verified in one go.
    static final int RESERVE_MILLIS = 60_000;

    /// How often a submission is looked at again when somebody else wrote to it meanwhile.
    private static final int ATTEMPTS = 5;

    private static final System.Logger LOG = System.getLogger(PlaceHandler.class.getName());

    private final BiFunction<SubmissionName, BooleanSupplier, Outcome> place;

    /// As Lambda starts it.
    public PlaceHandler() {
        this(Wiring.ofFunction(System.getenv(), InstantSource.system()).placeObjects()::place);
        Rehearsal.before(
                System.getenv(), PlaceHandler.class, gate -> new PlaceHandler(gate.placeObjects()::place), false);
    }

    /// @param place what is done with each submission, given whether there is time for another object
    public PlaceHandler(BiFunction<SubmissionName, BooleanSupplier, PlaceObjects.Outcome> place) {
        this.place = place;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        BooleanSupplier timeLeft = () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS;
        List<String> again = new ArrayList<>();
        for (LedgerChange change : LedgerChange.toPlace(event)) {
            if (!timeLeft.getAsBoolean() || !isSettled(change, timeLeft)) {
                again.add(change.sequence());
            }
        }
        // A stream is read again from one place: the first that is unfinished. What follows is repeated, and may be.
        answer.write(new BatchAnswer(again.stream().limit(1).toList()).json());
    }

    private boolean isSettled(LedgerChange change, BooleanSupplier timeLeft) {
        try {
            Outcome outcome = place.apply(change.name(), timeLeft);
            for (int again = 1; outcome == Outcome.UNFINISHED && timeLeft.getAsBoolean() && again < ATTEMPTS; again++) {
                outcome = place.apply(change.name(), timeLeft);
            }
            LOG.log(Level.INFO, "placed", field("submission", change.name()), field("outcome", outcome));
            return outcome != Outcome.UNFINISHED;
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "could not place",
                    field("submission", change.name()),
                    field("sequence", change.sequence()),
                    field("fault", fault));
            return false;
        }
    }
}
