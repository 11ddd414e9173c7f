package org.provgate.usecases.operate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.FactsOfSubmission;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;
import org.provgate.usecases.preview.Flip;
import org.provgate.usecases.preview.PolicyChange;

/// Who would flip under another policy and why: decides stored facts, and writes nothing.
public final class PreviewPolicy {

    /// Submissions listed at once.
    private static final int PAGE = 50;

    /// Submissions looked at in one call.
    private static final int LOOK_AT = 500;

    private final Ledger ledger;
    private final PolicySource policies;
    private final ReadSubmission reading;
    private final Engine engine;
    private final FactsOfSubmission facts;
    private final InstantSource clock;

    public PreviewPolicy(Ledger ledger, ObjectStore store, PolicySource policies, Engine engine, InstantSource clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.reading = new ReadSubmission(ledger, store);
        this.engine = engine;
        this.facts = new FactsOfSubmission(engine, store, ledger);
        this.clock = clock;
    }

    /// @param looked submissions with a verdict that were decided for it
    /// @param next where the next call begins; empty at the end
    public record Part(List<Flip> flips, int looked, String next) {
        public Part {
            flips = List.copyOf(flips);
        }
    }

    public Part preview(Policy policy, String after, BooleanSupplier timeLeft) {
        PolicyChange change = new PolicyChange(inForce(), policy, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<Flip> flips = new ArrayList<>();
        String last = after;
        int seen = 0;
        int looked = 0;
        do {
            Ledger.Page<SubmissionRecord> page = ledger.list(Optional.empty(), last, PAGE);
            for (SubmissionRecord record : page.items()) {
                if (!timeLeft.getAsBoolean()) {
                    return new Part(flips, looked, last);
                }
                if (isDecidedByRule(record)) {
                    looked++;
                    flip(record, change).ifPresent(flips::add);
                }
                last = record.name().toString();
            }
            seen += page.items().size();
            last = page.next();
        } while (!last.isEmpty() && seen < LOOK_AT);
        return new Part(flips, looked, last);
    }

    /// A faulty policy is mended by another, which can be previewed all the same.
    private Policy inForce() {
        try {
            return policies.current();
        } catch (PolicyText.FaultyPolicyException faulty) {
            return PolicyText.shipped();
        }
    }

    /// What an operator ruled on, and what is on its way, follows no policy.
    private static boolean isDecidedByRule(SubmissionRecord record) {
        return record.state() == State.ACCEPTED || record.state() == State.QUARANTINED;
    }

    private Optional<Flip> flip(SubmissionRecord record, PolicyChange change) {
        ReadSubmission.Reading now = reading.of(record);
        Optional<SubmissionFile> file = ledger.load(record.name());
        if (file.isEmpty() || now.verdict().isEmpty()) {
            return Optional.empty();
        }
        Verdict then =
                engine.evaluator().evaluate(facts.of(file.get()), change.young(), engine.registry(), change.today());
        return Flip.between(
                record.name().toString(),
                record.name().contributor(),
                now.verdict().get().outcome(),
                now.parts().errors(),
                then,
                change);
    }
}
