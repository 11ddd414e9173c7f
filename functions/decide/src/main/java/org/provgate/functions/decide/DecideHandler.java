package org.provgate.functions.decide;

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
import java.util.function.Function;
import java.util.function.Predicate;
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.aws.trigger.LedgerChange;
import org.provgate.aws.wiring.Wiring;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.event.BatchAnswer;
import org.provgate.usecases.gate.DecideSubmission;

/// Changes of the ledger in; the place out from which they are to come again.
public final class DecideHandler implements RequestStreamHandler {

    /// With less than this left, a submission is not begun.
    static final int RESERVE_MILLIS = 20_000;

    private static final System.Logger LOG = System.getLogger(DecideHandler.class.getName());

    private final Function<SubmissionName, DecideSubmission.Outcome> decide;
    private final Predicate<SubmissionName> putOff;

    /// As Lambda starts it.
    public DecideHandler() {
        this(Wiring.ofFunction(System.getenv(), InstantSource.system()).decideSubmission());
        Rehearsal.before(
                System.getenv(), DecideHandler.class, gate -> new DecideHandler(gate.decideSubmission()), true);
    }

    private DecideHandler(DecideSubmission decide) {
        this(decide::decide, name -> {
            decide.putOff(name);
            return true;
        });
    }

    /// What fails comes again from the stream.
    ///
    /// @param decide what is done with each submission, once for a batch
    public DecideHandler(Function<SubmissionName, DecideSubmission.Outcome> decide) {
        this(decide, _ -> false);
    }

    /// @param putOff whether a sweep will decide what failed. A stream gives up after some tries, a sweep never does
    public DecideHandler(Function<SubmissionName, DecideSubmission.Outcome> decide, Predicate<SubmissionName> putOff) {
        this.decide = decide;
        this.putOff = putOff;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        List<String> again = new ArrayList<>();
        for (LedgerChange change : LedgerChange.toDecide(event)) {
            if (context.getRemainingTimeInMillis() < RESERVE_MILLIS || !isSettled(change)) {
                again.add(change.sequence());
            }
        }
        // A stream is read again from one place: the first that failed. What follows is repeated, and may be.
        answer.write(new BatchAnswer(again.stream().limit(1).toList()).json());
    }

    private boolean isSettled(LedgerChange change) {
        try {
            DecideSubmission.Outcome outcome = decide.apply(change.name());
            LOG.log(Level.INFO, "decided", field("submission", change.name()), field("outcome", outcome));
            return true;
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "could not decide",
                    field("submission", change.name()),
                    field("sequence", change.sequence()),
                    field("fault", fault));
            return isPutOff(change);
        }
    }

    private boolean isPutOff(LedgerChange change) {
        try {
            return putOff.test(change.name());
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "could not put off",
                    field("submission", change.name()),
                    field("sequence", change.sequence()),
                    field("fault", fault));
            return false;
        }
    }
}
