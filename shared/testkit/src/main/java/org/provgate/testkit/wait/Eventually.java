package org.provgate.testkit.wait;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Asks again and again until there is an answer, and fails when there is none in time.
public final class Eventually {

    /// Much longer than anything takes, for machines that have other things to do.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private Eventually() {}

    /// @param what is waited for, for the complaint
    public static <T> T get(String what, Supplier<Optional<T>> question) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " seconds: " + what);
            }
            glance();
            answer = question.get();
        }
        return answer.get();
    }

    public static void holds(String what, BooleanSupplier question) {
        get(what, () -> question.getAsBoolean() ? Optional.of(what) : Optional.empty());
    }

    private static void glance() {
        try {
            if (new CountDownLatch(1).await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", enough);
        }
    }
}
