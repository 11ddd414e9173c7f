package org.provgate.testkit.simulation;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.provgate.usecases.port.UncheckedStoreException;

/// Where every call of a port passes, and where it may go wrong.
final class Crossing {

    private @Nullable Worker current;
    private final Trace trace;

    Crossing(Trace trace) {
        this.trace = trace;
    }

    /// Whose calls follow.
    void enter(Worker worker) {
        current = worker;
    }

    /// Calls follow that nothing befalls.
    void leave() {
        current = null;
    }

    <T> T read(Supplier<String> what, Supplier<T> effect) {
        return call(what, effect, current != null);
    }

    <T> T call(Supplier<String> what, Supplier<T> effect) {
        return call(what, effect, true);
    }

    private <T> T call(Supplier<String> what, Supplier<T> effect, boolean told) {
        Fault fault = next(what, told);
        before(what, fault);
        T result = effect.get();
        after(what, fault);
        return result;
    }

    void run(Supplier<String> what, Runnable effect) {
        call(what, () -> {
            effect.run();
            return true;
        });
    }

    /// A conditional write.
    boolean write(Supplier<String> what, BooleanSupplier effect) {
        Fault fault = next(what, true);
        before(what, fault);
        boolean done = effect.getAsBoolean();
        after(what, fault);
        trace.add(() -> done ? "" : "      (somebody was faster)");
        return done && fault != Fault.OWN_ECHO;
    }

    private Fault next(Supplier<String> what, boolean told) {
        Fault fault = current == null ? Fault.NONE : current.nextCall();
        if (told) {
            trace.add(() -> line(what, fault));
        }
        return fault;
    }

    private String line(Supplier<String> what, Fault fault) {
        String who = current == null ? "" : current.label + ": ";
        return "    " + who + what.get() + (fault == Fault.NONE ? "" : "  <- " + fault);
    }

    private static void before(Supplier<String> what, Fault fault) {
        if (fault == Fault.CRASH_BEFORE) {
            throw new Crash();
        }
        if (fault == Fault.REFUSED) {
            throw new UncheckedStoreException("refused: " + what.get());
        }
    }

    private static void after(Supplier<String> what, Fault fault) {
        if (fault == Fault.CRASH_AFTER) {
            throw new Crash();
        }
        if (fault == Fault.TIMED_OUT) {
            throw new UncheckedStoreException("timed out: " + what.get());
        }
    }
}
