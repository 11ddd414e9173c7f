package org.provgate.functions.rescan;

import static org.provgate.aws.log.LogField.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.aws.wiring.Wiring;
import org.provgate.formats.event.RescanRequest;
import org.provgate.formats.event.RescanRequest.Answer;
import org.provgate.usecases.gate.FindArrivals;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.Sweep;

/// Looks after what was left undone: `{"scope": "overdue"}`, or `{"scope": "backlog", "prefix", "after"}`, which
/// answers where its `next` part begins. Decides everything again in steps: `{"step": "plan", "scope"}`,
/// `{"step": "segment", "run", "segment"}`, `{"step": "go-on", "run"}`.
public final class RescanHandler implements RequestStreamHandler {

    /// With less than this left, nothing is begun: reading an object takes a while.
    static final int RESERVE_MILLIS = 60_000;

    private static final System.Logger LOG = System.getLogger(RescanHandler.class.getName());

    private final Function<BooleanSupplier, Sweep.Swept> sweep;
    private final BiFunction<String, String, FindArrivals.Found> arrivals;
    private final Function<Notice, InspectObject.Outcome> inspect;
    private final RunSteps steps;

    /// As Lambda starts it.
    public RescanHandler() {
        this(Wiring.ofFunction(System.getenv(), InstantSource.system()));
        Rehearsal.before(System.getenv(), RescanHandler.class, RescanHandler::new, true);
    }

    private RescanHandler(Wiring wiring) {
        this(
                wiring.sweep()::sweep,
                wiring.findArrivals()::page,
                wiring.inspectObject()::inspect,
                new RunSteps(wiring.conductRescan(), wiring.workSegment()));
    }

    /// @param sweep looks after what is overdue
    /// @param arrivals finds what the ledger has not seen, a page of a prefix at a time
    /// @param inspect what is done with each notice that was missed
    /// @param steps of runs that decide everything again
    public RescanHandler(
            Function<BooleanSupplier, Sweep.Swept> sweep,
            BiFunction<String, String, FindArrivals.Found> arrivals,
            Function<Notice, InspectObject.Outcome> inspect,
            RunSteps steps) {
        this.sweep = sweep;
        this.arrivals = arrivals;
        this.inspect = inspect;
        this.steps = steps;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        BooleanSupplier timeLeft = () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS;
        Answer came = switch (RescanRequest.read(event)) {
            case RescanRequest.Overdue _ -> overdue(timeLeft);
            case RescanRequest.Backlog backlog -> backlog(backlog, timeLeft);
            case RescanRequest.Plan plan -> steps.plan(plan);
            case RescanRequest.Segment segment -> steps.segment(segment, timeLeft);
            case RescanRequest.GoOn on -> steps.goOn(on);
        };
        answer.write(came.json());
    }

    private Answer overdue(BooleanSupplier timeLeft) {
        Sweep.Swept swept = sweep.apply(timeLeft);
        swept.faults()
                .forEach(fault -> LOG.log(
                        Level.ERROR,
                        "could not look after",
                        field("submission", fault.name()),
                        field("fault", fault.cause())));
        LOG.log(
                Level.INFO,
                "swept",
                field("decided", swept.decided()),
                field("placed", swept.placed()),
                field("finished", swept.finished()));
        if (!swept.faults().isEmpty()) {
            // All others were looked after; now the alarm is to hear of it.
            throw new IllegalStateException(swept.faults().size() + " overdue submissions could not be looked after");
        }
        return new Answer.Swept(swept.decided(), swept.placed(), swept.finished());
    }

    private Answer backlog(RescanRequest.Backlog request, BooleanSupplier timeLeft) {
        long looked = 0;
        long found = 0;
        long failed = request.failed();
        String after = request.after();
        boolean begun = false;
        do {
            FindArrivals.Found page = arrivals.apply(request.prefix(), after);
            for (Notice notice : page.notices()) {
                if (begun && !timeLeft.getAsBoolean()) {
                    // What was taken in of this page is known by then and is passed over.
                    return taken(request, looked, found, failed, false, after);
                }
                begun = true;
                found++;
                failed += isTakenIn(notice) ? 0 : 1;
            }
            looked += page.looked();
            after = page.next();
        } while (!after.isEmpty() && timeLeft.getAsBoolean());
        return taken(request, looked, found, failed, after.isEmpty(), after);
    }

    private static Answer taken(
            RescanRequest.Backlog request, long looked, long found, long failed, boolean finished, String next) {
        LOG.log(
                Level.INFO,
                "backlog",
                field("prefix", request.prefix()),
                field("looked", looked),
                field("found", found),
                field("failed", failed),
                field("finished", finished));
        return new Answer.TakenIn(request.prefix(), looked, found, failed, finished, next);
    }

    private boolean isTakenIn(Notice notice) {
        try {
            InspectObject.Outcome outcome = inspect.apply(notice);
            LOG.log(Level.INFO, "taken in", field("key", notice.key()), field("outcome", outcome));
            return true;
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "could not take in",
                    field("key", notice.key()),
                    field("version", notice.version()),
                    field("fault", fault));
            return false;
        }
    }
}
