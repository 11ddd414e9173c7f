package org.provgate.functions.inspect;

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
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.aws.trigger.BucketNotices;
import org.provgate.aws.wiring.Wiring;
import org.provgate.formats.event.BatchAnswer;
import org.provgate.formats.event.QueueMessage;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Notice;

/// Notices of S3 in, out of a queue; the ids of those that are to come again out.
public final class InspectHandler implements RequestStreamHandler {

    /// With less than this left, a message is not begun: reading an object takes a while.
    static final int RESERVE_MILLIS = 60_000;

    private static final System.Logger LOG = System.getLogger(InspectHandler.class.getName());

    private final Function<Notice, InspectObject.Outcome> inspect;
    private final String bucket;

    /// As Lambda starts it.
    public InspectHandler() {
        this(Wiring.ofFunction(System.getenv(), InstantSource.system()));
        Rehearsal.before(System.getenv(), InspectHandler.class, InspectHandler::new, true);
    }

    private InspectHandler(Wiring wiring) {
        this(wiring.inspectObject()::inspect, wiring.settings().buckets().dataset());
    }

    /// @param inspect what is done with each notice
    /// @param bucket the dataset bucket; what is said of others is ignored
    public InspectHandler(Function<Notice, InspectObject.Outcome> inspect, String bucket) {
        this.inspect = inspect;
        this.bucket = bucket;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        List<String> again = new ArrayList<>();
        boolean first = true;
        for (QueueMessage message : QueueMessage.readAll(event)) {
            boolean inTime = first || context.getRemainingTimeInMillis() > RESERVE_MILLIS;
            if (!inTime || !isSettled(message)) {
                again.add(message.id());
            }
            first = false;
        }
        answer.write(new BatchAnswer(again).json());
    }

    private boolean isSettled(QueueMessage message) {
        try {
            BucketNotices read = BucketNotices.read(message.body(), bucket);
            read.ignored()
                    .forEach(event -> LOG.log(
                            Level.WARNING,
                            "ignored",
                            field("event", event.name()),
                            field("bucket", event.bucket()),
                            field("message", message.id())));
            read.notices().forEach(this::inspect);
            return true;
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "goes back to the queue", field("messageId", message.id()), field("fault", fault));
            return false;
        }
    }

    private void inspect(Notice notice) {
        InspectObject.Outcome outcome = inspect.apply(notice);
        LOG.log(
                Level.INFO,
                "inspected",
                field("key", notice.key()),
                field("version", notice.version()),
                field("notice", notice.kind()),
                field("outcome", outcome));
    }
}
