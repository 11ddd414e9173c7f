package org.provgate.usecases.operate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.FactsOfSubmission;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Who would flip under another policy and why: decides stored facts, and writes nothing.
public final class PreviewPolicy {

    /// Submissions listed at once.
    private static final int PAGE = 50;

    /// Submissions looked at in one call.
    private static final int LOOK_AT = 500;

    private final Ledger ledger;
    private final ReadSubmission reading;
    private final Engine engine;
    private final FactsOfSubmission facts;
    private final InstantSource clock;

    public PreviewPolicy(Ledger ledger, ObjectStore store, Engine engine, InstantSource clock) {
        this.ledger = ledger;
        this.reading = new ReadSubmission(ledger, store);
        this.engine = engine;
        this.facts = new FactsOfSubmission(engine, store);
        this.clock = clock;
    }

    /// @param gained codes of errors there would be, and are not
    /// @param lost codes of errors there are, and would not be
    public record Flip(SubmissionName submission, String from, String to, List<String> gained, List<String> lost) {}

    /// @param looked submissions with a verdict that were decided for it
    /// @param next where the next call begins; empty at the end
    public record Preview(List<Flip> flips, int looked, String next) {
        public Preview {
            flips = List.copyOf(flips);
        }
    }

    public Preview preview(Policy policy, String after, BooleanSupplier timeLeft) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Flip> flips = new ArrayList<>();
        String last = after;
        int seen = 0;
        int looked = 0;
        do {
            Ledger.Page<SubmissionRecord> page = ledger.list(Optional.empty(), last, PAGE);
            for (SubmissionRecord record : page.items()) {
                if (!timeLeft.getAsBoolean()) {
                    return new Preview(flips, looked, last);
                }
                if (isDecidedByRule(record)) {
                    looked++;
                    flip(record, policy, today).ifPresent(flips::add);
                }
                last = record.name().toString();
            }
            seen += page.items().size();
            last = page.next();
        } while (!last.isEmpty() && seen < LOOK_AT);
        return new Preview(flips, looked, last);
    }

    /// What an operator ruled on, and what is on its way, follows no policy.
    private static boolean isDecidedByRule(SubmissionRecord record) {
        return record.state() == State.ACCEPTED || record.state() == State.QUARANTINED;
    }

    private Optional<Flip> flip(SubmissionRecord record, Policy policy, LocalDate today) {
        ReadSubmission.Reading now = reading.of(record);
        Optional<SubmissionFile> file = ledger.load(record.name());
        if (file.isEmpty() || now.verdict().isEmpty()) {
            return Optional.empty();
        }
        Verdict then = engine.evaluator().evaluate(facts.of(file.get()), policy, engine.registry(), today);
        String from = now.verdict().get().outcome();
        if (then.outcome().equals(from)) {
            return Optional.empty();
        }
        List<String> errors = then.report().codes(Severity.ERROR);
        return Optional.of(new Flip(
                record.name(),
                from,
                then.outcome(),
                without(errors, now.parts().errors()),
                without(now.parts().errors(), errors)));
    }

    private static List<String> without(List<String> codes, List<String> others) {
        return codes.stream().filter(code -> !others.contains(code)).sorted().toList();
    }
}
