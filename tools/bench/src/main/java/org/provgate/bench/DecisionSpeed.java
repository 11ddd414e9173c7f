package org.provgate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.provgate.core.policy.Policy;
import org.provgate.core.registry.Registry;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Evaluator;
import org.provgate.core.verdict.Verdict;
import org.provgate.registry.BundledRegistry;
import org.provgate.usecases.engine.PolicyText;

/// Writes the section "Deciding": decisions a second, and how time and memory go with the number of files.
public final class DecisionSpeed {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private static final double AIM = 100_000;

    private static final int ROUNDS = 10;

    private static final int DECISIONS = 5_000;

    private static final double MEGABYTE = 1024.0 * 1024.0;

    private DecisionSpeed() {}

    /// @param arguments the page whose section is written
    public static void main(String... arguments) throws IOException, RunnerException {
        StringBuilder section = new StringBuilder("## Deciding\n\n");
        section.append(speed(new Runner(new OptionsBuilder()
                        .include(DecisionBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run()));
        section.append(processorTime());
        section.append("""

                Time and memory by the number of files, each with an entry of its own in the manifest, in a process of
                %,.0f MB. "Faulty": every file has another digest and another number of rows than its entry says, so that
                there are twice as many findings. Processor time of one decision, the best of three; the peak of the heap
                includes the facts themselves.

                | files | sound, ms | faulty, ms | findings | peak of the heap, MB |
                | --- | --- | --- | --- | --- |
                """.formatted(Runtime.getRuntime().maxMemory() / MEGABYTE));
        for (int size : SIZES) {
            Measure sound = Measure.of(SampleSubmission::sound, size);
            Measure faulty = Measure.of(SampleSubmission::faulty, size);
            section.append("| %,d | %,.1f | %,.1f | %,d | %,.0f |\n"
                    .formatted(
                            size,
                            sound.millis,
                            faulty.millis,
                            faulty.findings,
                            Math.max(sound.megabytes, faulty.megabytes)));
        }
        Sections.write(Path.of(arguments[0]), "deciding", section.toString());
    }

    private static String speed(Collection<RunResult> results) {
        RunResult result = results.iterator().next();
        Result<?> throughput = result.getPrimaryResult();
        Result<?> allocated =
                Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
        return """
                On stored facts: three sources, two teachers, ten files, the shipped policy, all rules, one core (JMH):
                **%s decisions a second** (± %s), %s bytes allocated for each. The aim, %s, is %s.
                """.formatted(
                        whole(throughput.getScore()),
                        whole(throughput.getScoreError()),
                        whole(allocated.getScore()),
                        whole(AIM),
                        throughput.getScore() < AIM ? "not reached" : "reached");
    }

    /// What a decision costs when others use the machine too.
    private static String processorTime() {
        DecisionBenchmark benchmark = new DecisionBenchmark();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int blocked = 0;
            for (int i = 0; i < DECISIONS; i++) {
                blocked += benchmark.decision().report().counts().error();
            }
            if (blocked > 0) {
                throw new IllegalStateException("the sample is not accepted");
            }
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        double each = (double) best / DECISIONS;
        return "In processor time, which other work on the machine does not change: %,.1f µs each, %s a second.\n"
                .formatted(each / 1_000, whole(1e9 / each));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private record Measure(double millis, int findings, double megabytes) {

        static Measure of(IntFunction<SubmissionFacts> sample, int size) {
            Evaluator evaluator = new Evaluator(Rulebook.rules());
            Registry registry = BundledRegistry.load();
            Policy policy = PolicyText.shipped();
            SubmissionFacts facts = sample.apply(size);
            double best = Double.MAX_VALUE;
            int findings = 0;
            resetPeaks();
            for (int round = 0; round < 3; round++) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Verdict verdict = evaluator.evaluate(facts, policy, registry, DecisionBenchmark.TODAY);
                best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6);
                findings = verdict.report().counts().error();
            }
            return new Measure(best, findings, peak());
        }

        private static void resetPeaks() {
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        }

        private static double peak() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    / MEGABYTE;
        }
    }
}
