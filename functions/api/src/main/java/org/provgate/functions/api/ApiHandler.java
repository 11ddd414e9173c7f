package org.provgate.functions.api;

import static org.provgate.aws.log.LogField.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.aws.wiring.Wiring;
import org.provgate.formats.http.ApiRequest;

/// Requests of an HTTP API in, answers out. A fault of ours is a 500 that says no more than that.
public final class ApiHandler implements RequestStreamHandler {

    /// With less than this left, a search stops where it is and says so.
    static final int RESERVE_MILLIS = 5_000;

    private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());

    private final Api api;

    /// As Lambda starts it.
    public ApiHandler() {
        this(Wiring.ofFunction(System.getenv(), InstantSource.system()));
        Rehearsal.before(System.getenv(), ApiHandler.class, ApiHandler::new, false);
    }

    public ApiHandler(Wiring wiring) {
        this(Api.of(
                new GateParts(
                        wiring.ledger(),
                        wiring.runs(),
                        wiring.store(),
                        wiring.policies(),
                        wiring.uploadGrants(),
                        wiring.executions(),
                        wiring.settings().buckets().dataset()),
                wiring.clock()));
    }

    ApiHandler(Api api) {
        this.api = api;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        ApiRequest request = ApiRequest.read(event);
        answer.write(answer(request, context)
                .toApi(request.header("accept-encoding"))
                .json());
    }

    private Answer answer(ApiRequest request, Context context) {
        try {
            Answer answer = api.answer(request, () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
            LOG.log(
                    Level.INFO,
                    "answered",
                    field("method", request.method()),
                    field("path", request.path()),
                    field("status", answer.status()));
            return answer;
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "could not answer",
                    field("method", request.method()),
                    field("path", request.path()),
                    field("fault", fault));
            return Answer.problem(500, "Fault", "the gate could not answer; its log says why");
        }
    }
}
