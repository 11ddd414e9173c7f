package org.provgate.testkit.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A function at work, in a thread of its own that runs only when it is told to, and for as many calls as it is
/// allowed. Of all threads of a schedule one runs at a time, so a schedule goes the same way each time.
final class Worker {

    /// Tells how the work went.
    interface Ending {
        void ended(@Nullable Throwable fault);
    }

    final String label;
    private final Runnable work;
    private final Ending ending;
    private @Nullable Thread thread;
    private @Nullable Thread starter;
    private int allowed;
    private Fault fault = Fault.NONE;
    private @Nullable Throwable thrown;
    private volatile boolean running;
    private boolean ended;

    Worker(String label, Runnable work, Ending ending) {
        this.label = label;
        this.work = work;
        this.ending = ending;
    }

    boolean hasEnded() {
        return ended;
    }

    /// Lets the work go on for so many calls, the last of which goes wrong as told.
    void run(int calls, Fault onLast) {
        allowed = calls;
        fault = onLast;
        starter = Thread.currentThread();
        running = true;
        if (thread == null) {
            thread = Thread.ofVirtual().unstarted(this::body);
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
        while (running) {
            LockSupport.park(this);
        }
        if (ended) {
            ending.ended(thrown);
        }
    }

    /// All of it at once, in the caller's thread, with nothing going wrong.
    void runHere() {
        Throwable fell = null;
        try {
            work.run();
        } catch (RuntimeException fault) {
            fell = fault;
        }
        ended = true;
        ending.ended(fell);
    }

    /// Called by the work before each call of a port.
    Fault nextCall() {
        while (allowed == 0) {
            pause();
        }
        allowed--;
        return allowed == 0 ? fault : Fault.NONE;
    }

    private void body() {
        try {
            work.run();
        } catch (RuntimeException | Error fell) {
            thrown = fell;
        }
        ended = true;
        handBack();
    }

    private void pause() {
        handBack();
        while (!running) {
            LockSupport.park(this);
        }
    }

    private void handBack() {
        Thread waiting = starter;
        running = false;
        LockSupport.unpark(waiting);
    }
}
