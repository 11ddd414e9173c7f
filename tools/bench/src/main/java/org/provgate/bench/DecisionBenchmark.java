package org.provgate.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.provgate.core.policy.Policy;
import org.provgate.core.registry.Registry;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Evaluator;
import org.provgate.core.verdict.Verdict;
import org.provgate.registry.BundledRegistry;
import org.provgate.usecases.engine.PolicyText;

/// One decision on stored facts, on one core: three sources, two teachers, ten files, the shipped policy.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecisionBenchmark {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Evaluator evaluator = new Evaluator(Rulebook.rules());
    private final Registry registry = BundledRegistry.load();
    private final Policy policy = PolicyText.shipped();
    private final SubmissionFacts facts = SampleSubmission.sound(10);

    @Benchmark
    public Verdict decision() {
        return evaluator.evaluate(facts, policy, registry, TODAY);
    }
}
