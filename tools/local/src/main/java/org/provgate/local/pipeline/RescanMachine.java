package org.provgate.local.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.provgate.aws.wiring.Wiring;
import org.provgate.formats.event.ExecutionStart;
import org.provgate.formats.machine.StateMachine;
import org.provgate.functions.rescan.RescanHandler;
import org.provgate.functions.rescan.RunSteps;
import org.provgate.usecases.port.Executions;

/// Leads rescans by the definition that is deployed, one after the other.
public final class RescanMachine implements Executions, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RescanMachine.class.getName());

    private static final String DEFINITION = "rescan.asl.json";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Supplier<Wiring> wiring;
    private final Stopping stopping = new Stopping();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("gate-rescan").factory());

    /// @param wiring of the gate, once it runs
    public RescanMachine(Supplier<Wiring> wiring) {
        this.wiring = wiring;
    }

    @Override
    public void start(String run) {
        worker.execute(() -> lead(run));
    }

    /// Goes on with what an earlier process had begun.
    public void takeUp() {
        wiring.get().runs().latest().filter(run -> !run.over()).ifPresent(run -> start(run.id()));
    }

    private void lead(String run) {
        Wiring gate = wiring.get();
        RescanHandler handler = new RescanHandler(
                gate.sweep()::sweep,
                gate.findArrivals()::page,
                gate.inspectObject()::inspect,
                new RunSteps(gate.conductRescan(), gate.workSegment()));
        Invocation invocation = new Invocation("rescan", stopping);
        StateMachine.Ended ended = definition().run(new ExecutionStart("", run).input(), (_, input) -> {
            if (stopping.isAsked()) {
                throw new IllegalStateException("the gate is closing; the next start goes on");
            }
            return invocation.call(handler, input);
        });
        switch (ended) {
            case StateMachine.Ended.Succeeded(String output) -> LOG.log(Level.INFO, "rescan " + run + ": " + output);
            case StateMachine.Ended.Failed(String error, String cause) ->
                LOG.log(Level.ERROR, "rescan " + run + " failed: " + error + ": " + cause);
        }
    }

    private static StateMachine definition() {
        try (InputStream definition = RunSteps.class.getResourceAsStream(DEFINITION)) {
            if (definition == null) {
                throw new IllegalStateException(DEFINITION + " was not built in");
            }
            return StateMachine.read(definition.readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        stopping.ask();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }
}
