package org.provgate.usecases.operate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.FactsOfSubmission;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;

/// The verdict in force once more, for forms of its report that were not kept.
public final class ReplayVerdict {

    private final Ledger ledger;
    private final PolicySource policies;
    private final Engine engine;
    private final FactsOfSubmission facts;

    public ReplayVerdict(Ledger ledger, ObjectStore store, PolicySource policies, Engine engine) {
        this.ledger = ledger;
        this.policies = policies;
        this.engine = engine;
        this.facts = new FactsOfSubmission(engine, store, ledger);
    }

    /// @param day for which it was decided
    public record Replayed(Verdict verdict, LocalDate day) {}

    /// Empty when its inputs have changed since, so that it cannot be told again letter by letter.
    ///
    /// @param report the JSON that was kept
    public Optional<Replayed> replay(VerdictRecord record, String report) {
        Optional<SubmissionFile> file = ledger.load(record.submission());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(record.at(), ZoneOffset.UTC);
        Verdict verdict = engine.evaluator().evaluate(facts.of(file.get()), policies.current(), engine.registry(), day);
        return engine.reports().text(verdict).equals(report)
                ? Optional.of(new Replayed(verdict, day))
                : Optional.empty();
    }
}
