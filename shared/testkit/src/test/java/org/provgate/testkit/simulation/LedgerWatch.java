package org.provgate.testkit.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.usecases.gate.VerdictChain;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;

/// Passes changes on as the ledger's stream and its filters do, and sees to it that history only grows.
final class LedgerWatch {

    final List<SubmissionName> toDecide = new ArrayList<>();
    final List<SubmissionName> toPlace = new ArrayList<>();
    /// All that ever changed, for replays.
    final List<SubmissionName> past = new ArrayList<>();
    long changes;
    private final Map<SubmissionName, List<VerdictRecord>> histories = new HashMap<>();
    private final InMemoryLedger ledger;

    LedgerWatch(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    void changed() {
        changes++;
    }

    void arrived(SubmissionName name) {
        changes++;
        decide(name);
    }

    void updated(ObjectRecord expected, ObjectRecord next) {
        changes++;
        boolean matters = !expected.upload().equals(next.upload())
                || expected.standing() != next.standing()
                || !expected.facts().equals(next.facts())
                || !expected.text().equals(next.text());
        if (matters) {
            decide(next.submission());
        }
    }

    void updated(SubmissionRecord expected, SubmissionRecord next) {
        changes++;
        boolean toBePlaced =
                next.watch() instanceof Watch.Until(Watch.Kind kind, Instant _) && kind == Watch.Kind.PLACEMENT;
        boolean differs = expected.verdict() != next.verdict()
                || expected.placed() != next.placed()
                || expected.rulings().ruling() != next.rulings().ruling()
                || !expected.watch().equals(next.watch());
        boolean decided = next.verdict() > 0 || next.state() == State.REJECTED;
        if (decided && (next.verdict() > next.placed() || toBePlaced) && differs) {
            toPlace.add(next.name());
            past.add(next.name());
        }
    }

    void decided(SubmissionRecord expected, SubmissionRecord next) {
        updated(expected, next);
        List<VerdictRecord> now = ledger.history(next.name());
        List<VerdictRecord> known = histories.getOrDefault(next.name(), List.of());
        Violation.unless(
                now.size() == known.size() + 1 && now.subList(0, known.size()).equals(known),
                "the history of %s was rewritten",
                next.name());
        VerdictRecord last = now.getLast();
        Violation.unless(last.number() == now.size(), "verdict %s is not number %s", last.number(), now.size());
        Violation.unless(next.verdict() == last.number(), "the verdict in force of %s is not the last", next.name());
        Optional<VerdictRecord> before = known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
        Violation.unless(VerdictChain.holds(last, before), "the history of %s is no chain", next.name());
        histories.put(next.name(), now);
    }

    void entered(SubmissionRecord expected, SubmissionRecord next) {
        updated(expected, next);
        decide(next.name());
    }

    void waived(SubmissionName name) {
        decide(name);
    }

    private void decide(SubmissionName name) {
        toDecide.add(name);
        past.add(name);
    }
}
