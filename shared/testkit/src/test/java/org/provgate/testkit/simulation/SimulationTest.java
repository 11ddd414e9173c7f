package org.provgate.testkit.simulation;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Nothing lost, nothing let through, nothing left undone, whatever happens in whatever order.
///
/// `-Dprovgate.schedules=1000000` runs so many, `-Dprovgate.first=N` begins elsewhere, `-Dprovgate.seed=N` runs one
/// and says what happened in it. `-Dprovgate.figures=FILE` counts what happened, in a file.
class SimulationTest {

    private static final int SCHEDULES = 10_000;

    @Test
    void thePromisesHoldUnderEverySchedule() throws InterruptedException, IOException {
        Long seed = Long.getLong("provgate.seed");
        if (seed != null) {
            report(seed);
            return;
        }
        long first = Long.getLong("provgate.first", 1);
        int count = Integer.getInteger("provgate.schedules", SCHEDULES);
        AtomicReference<Optional<Long>> broken = new AtomicReference<>(Optional.empty());
        // The workers of a schedule take turns the cheaper the fewer threads carry them.
        Optional<Path> file =
                Optional.ofNullable(System.getProperty("provgate.figures")).map(Path::of);
        Figures figures = new Figures();
        Supplier<Trace> trace = file.isPresent() ? figures::next : () -> new Trace(false);
        Thread driver = Thread.ofVirtual().start(() -> broken.set(firstBroken(first, count, trace)));
        driver.join();
        if (file.isPresent()) {
            figures.write(file.get(), first);
        }
        broken.get().ifPresent(SimulationTest::report);
    }

    private static Optional<Long> firstBroken(long first, int count, Supplier<Trace> trace) {
        for (long seed = first; seed < first + count; seed++) {
            if (Schedule.run(Plan.of(seed), trace.get()).isPresent()) {
                return Optional.of(seed);
            }
        }
        return Optional.empty();
    }

    private static void report(long seed) {
        List<Step> steps = Plan.of(seed);
        Optional<String> violation = Schedule.run(steps, new Trace(false));
        if (violation.isEmpty()) {
            return;
        }
        List<Step> least = Shrink.least(steps);
        Trace trace = new Trace(true);
        Optional<String> what = Schedule.run(least, trace);
        fail(
                "seed %d: %s%n%d steps, of them these are needed:%n%s%n%s",
                seed, violation.get(), steps.size(), String.join("\n", trace.lines()), what.orElse(""));
    }
}
