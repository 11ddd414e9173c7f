package org.provgate.local.pipeline;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.provgate.aws.wiring.Wiring;
import org.provgate.embedded.EmbeddedDynamo;
import org.provgate.formats.event.BatchAnswer;
import org.provgate.functions.decide.DecideHandler;
import org.provgate.functions.inspect.InspectHandler;
import org.provgate.functions.place.PlaceHandler;
import org.provgate.functions.rescan.RescanHandler;
import org.provgate.functions.rescan.RunSteps;
import org.provgate.usecases.gate.InspectObject;

/// Drives the functions: notices to inspect, the ledger's stream to decide and to place, the clock to rescan.
public final class Pipeline implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Pipeline.class.getName());

    /// Objects that are read at once.
    private static final int INSPECTORS = 2;

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    private static final byte[] OVERDUE = "{\"scope\": \"overdue\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BACKLOG = "{\"scope\": \"backlog\"}".getBytes(StandardCharsets.UTF_8);

    private final Stopping stopping = new Stopping();
    private final List<Thread> threads = new ArrayList<>();
    private final NoticeQueue notices;

    private Pipeline(NoticeQueue notices) {
        this.notices = notices;
    }

    /// @param progress where a reader of the stream notes how far it came
    public static Pipeline start(
            Wiring wiring,
            NoticeQueue notices,
            EmbeddedDynamo ledger,
            String table,
            Function<String, Optional<Path>> progress) {
        Pipeline pipeline = new Pipeline(notices);
        InspectObject reader = wiring.inspectObject();
        InspectHandler inspect =
                new InspectHandler(reader::inspect, wiring.settings().buckets().dataset());
        for (int i = 1; i <= INSPECTORS; i++) {
            pipeline.run("inspect-" + i, () -> pipeline.inspect(inspect));
        }
        DecideHandler decide = new DecideHandler(wiring.decideSubmission()::decide);
        LedgerStream changes = new LedgerStream(ledger.client(), ledger.streams(), table);
        pipeline.run(
                "decide",
                () -> new StreamReader("decide", changes, decide, progress.apply("decide"), pipeline.stopping).run());
        PlaceHandler place = new PlaceHandler(wiring.placeObjects()::place);
        pipeline.run(
                "place",
                () -> new StreamReader("place", changes, place, progress.apply("place"), pipeline.stopping).run());
        RescanHandler rescan = new RescanHandler(
                wiring.sweep()::sweep,
                wiring.findArrivals()::page,
                reader::inspect,
                new RunSteps(wiring.conductRescan(), wiring.workSegment()));
        pipeline.run("overdue", () -> pipeline.overdue(rescan));
        pipeline.run("backlog", () -> pipeline.backlog(rescan));
        return pipeline;
    }

    private void run(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name("gate-" + name).start(work));
    }

    private void inspect(InspectHandler handler) {
        Invocation invocation = new Invocation("inspect", stopping);
        while (!stopping.isAsked()) {
            List<NoticeQueue.Message> batch = notices.take(PATIENCE);
            if (!batch.isEmpty()) {
                Set<String> again = failed(invocation, handler, batch);
                batch.stream().filter(message -> again.contains(message.id())).forEach(notices::again);
            }
        }
    }

    private static Set<String> failed(Invocation invocation, InspectHandler handler, List<NoticeQueue.Message> batch) {
        try {
            byte[] answer = invocation.call(handler, Events.ofQueue(NoticeQueue.changes(batch)));
            return Set.copyOf(BatchAnswer.read(answer).again());
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "a batch of notices comes again", fault);
            return NoticeQueue.changes(batch).keySet();
        }
    }

    private void overdue(RescanHandler handler) {
        Invocation invocation = new Invocation("rescan", stopping);
        Duration pause = BETWEEN_SWEEPS;
        while (!stopping.within(pause)) {
            pause = tried(invocation, handler, OVERDUE) ? BETWEEN_SWEEPS : AFTER_A_FAULT;
        }
    }

    /// Takes in what an earlier process left, and later whatever no notice told of.
    private void backlog(RescanHandler handler) {
        Invocation invocation = new Invocation("rescan", stopping);
        boolean due = true;
        do {
            due = due ? !tried(invocation, handler, BACKLOG) : notices.hasLostSome();
        } while (!stopping.within(due ? AFTER_A_FAULT : BETWEEN_SWEEPS));
    }

    private static boolean tried(Invocation invocation, RescanHandler handler, byte[] event) {
        try {
            invocation.call(handler, event);
            return true;
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "a sweep comes again", fault);
            return false;
        }
    }

    /// Lets every function end what it is at.
    @Override
    public void close() {
        stopping.ask();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
