package org.provgate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.provgate.bench.StoredHub.Stored;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.facts.FactsCodec;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.AssembleFacts;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Texts;

/// Writes the section "Rescans": how long it takes to decide a hub again from what its ledger keeps.
public final class RescanSpeed {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

    private static final int POOL = 4_096;

    private static final int WORKERS = 2;

    private static final double AIM_SECONDS = 60;

    private static final double MEGABYTE = 1024.0 * 1024.0;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Engine engine = GateEngine.engine();
    private final Policy policy = PolicyText.shipped();
    private final AssembleFacts assemble = new AssembleFacts(engine);
    private final List<Stored> pool = StoredHub.of(20261124, POOL);

    private RescanSpeed() {}

    /// @param arguments the page whose section is written; then how many at most
    public static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
        Sections.write(Path.of(arguments[0]), "rescans", new RescanSpeed().section(most));
    }

    /// What one worker did, in nanoseconds of its own processor time.
    private record Share(long accepted, long facts, long manifests, long deciding) {

        Share plus(Share other) {
            return new Share(
                    accepted + other.accepted,
                    facts + other.facts,
                    manifests + other.manifests,
                    deciding + other.deciding);
        }

        double seconds() {
            return (facts + manifests + deciding) / 1e9;
        }
    }

    private String section(int most) throws InterruptedException, ExecutionException {
        run(POOL);
        long bytes = pool.stream().mapToLong(Stored::bytes).sum() / POOL;
        double files =
                pool.stream().mapToInt(one -> one.facts().size()).average().orElse(0);
        StringBuilder text = new StringBuilder(
                """
                ## Rescans

                Submissions as the ledger keeps them, decoded and decided by the shipped policy: %,.1f objects and %,d stored
                bytes each on average, one in four with something wrong (a seeded mix of %,d, gone through again and again), in
                a process of %,.0f MB with %d workers. "On two cores" is the workers' own processor time, halved, so other work
                on the machine does not change it.

                | submissions | on two cores, s | each, µs | facts, µs | manifest, µs | deciding, µs | heap after, MB |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """.formatted(files, bytes, POOL, Runtime.getRuntime().maxMemory() / MEGABYTE, WORKERS));
        double last = 0;
        double perMillion = 0;
        double accepted = 0;
        for (int size : SIZES) {
            if (size > most) {
                continue;
            }
            Share share = run(size);
            last = share.seconds() / WORKERS;
            accepted = 100.0 * share.accepted() / size;
            perMillion = last * 1e6 / size;
            text.append("| %,d | %,.1f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |\n"
                    .formatted(
                            size,
                            last,
                            share.seconds() * 1e6 / size,
                            share.facts() / 1e3 / size,
                            share.manifests() / 1e3 / size,
                            share.deciding() / 1e3 / size,
                            heap()));
        }
        text.append("\n%.0f %% of them are accepted.\n".formatted(accepted));
        text.append("\nThe aim for a million, %,.0f seconds on two cores, is %s: %,.0f, by the largest size above.\n"
                .formatted(AIM_SECONDS, perMillion <= AIM_SECONDS ? "reached" : "not reached", perMillion));
        return text.toString();
    }

    private Share run(int size) throws InterruptedException, ExecutionException {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Callable<Share>> work = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int first = worker;
                work.add(() -> decide(first, size));
            }
            Share all = new Share(0, 0, 0, 0);
            for (Future<Share> done : workers.invokeAll(work)) {
                all = all.plus(done.get());
            }
            if (all.accepted() == 0 || all.accepted() == size) {
                throw new IllegalStateException("a mix holds both");
            }
            return all;
        }
    }

    private Share decide(int first, int size) {
        long accepted = 0;
        long facts = 0;
        long manifests = 0;
        long deciding = 0;
        for (int i = first; i < size; i += WORKERS) {
            Stored stored = pool.get(i % POOL);
            long start = THREADS.getCurrentThreadCpuTime();
            List<ObjectFacts> objects =
                    stored.facts().stream().map(FactsCodec::read).toList();
            long decoded = THREADS.getCurrentThreadCpuTime();
            NavigableMap<String, Supplier<byte[]>> texts = new TreeMap<>();
            texts.put("provenance.yaml", () -> Texts.expanded(stored.manifest()));
            SubmissionFacts submission = assemble.of(stored.name(), objects, texts, List.of());
            long read = THREADS.getCurrentThreadCpuTime();
            Verdict verdict =
                    engine.evaluator().evaluate(submission, policy, engine.registry(), DecisionBenchmark.TODAY);
            accepted += verdict instanceof Verdict.Accepted ? 1 : 0;
            long decided = THREADS.getCurrentThreadCpuTime();
            facts += decoded - start;
            manifests += read - decoded;
            deciding += decided - read;
        }
        return new Share(accepted, facts, manifests, deciding);
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
