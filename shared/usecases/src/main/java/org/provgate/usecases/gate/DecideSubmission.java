package org.provgate.usecases.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.Arrivals;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.VerdictDesk.Case;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Confirmed;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Progress;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.VerdictRecord.Inputs;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;

/// Decides a submission when it is complete, or when its time is over; else writes how far it has come.
public final class DecideSubmission {

    /// How long `place` may take before a sweep calls it again.
    public static final Duration PLACE_WITHIN = Duration.ofMinutes(5);

    /// How long what could not be decided is left alone before a sweep tries again.
    public static final Duration AGAIN_AFTER = Duration.ofMinutes(5);

    private static final int ATTEMPTS = 8;

    private final Ledger ledger;
    private final PolicySource policies;
    private final Texts texts;
    private final VerdictDesk desk;
    private final FactsOfSubmission facts;
    private final InstantSource clock;

    public DecideSubmission(
            Ledger ledger, ObjectStore store, PolicySource policies, Engine engine, InstantSource clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.texts = new Texts(store);
        this.desk = new VerdictDesk(ledger, engine, texts);
        this.facts = new FactsOfSubmission(engine, store, ledger);
        this.clock = clock;
    }

    public enum Outcome {
        /// There is no such submission.
        UNKNOWN,
        WAITING,
        DECIDED,
        /// The verdict in force rests on the same inputs.
        UNCHANGED
    }

    /// Because something changed. Even where there is nothing to write, the record is marked as looked at, so that who
    /// read the submission before the change, and is slower, writes nothing of what it saw.
    public Outcome decide(SubmissionName name) {
        return decide(name, true);
    }

    /// Because time has passed or the rules are others. Writes only what is new.
    public Outcome decideAgain(SubmissionName name) {
        return decide(name, false);
    }

    /// Because it cannot be decided now, say for a faulty policy. A sweep tries again until it can be, so that whoever
    /// told of the change need not tell it again.
    public void putOff(SubmissionName name) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SubmissionRecord> record = ledger.submission(name);
            if (record.isEmpty()) {
                return;
            }
            SubmissionRecord later = record.get().putOff(clock.instant().plus(AGAIN_AFTER));
            if (later.equals(record.get()) || ledger.update(record.get(), later)) {
                return;
            }
        }
        throw new IllegalStateException("too many others write to " + name + " at once");
    }

    private Outcome decide(SubmissionName name, boolean changed) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SubmissionFile> file = ledger.load(name);
            if (file.isEmpty()) {
                return Outcome.UNKNOWN;
            }
            Optional<Outcome> outcome = attempt(file.get());
            if (outcome.isPresent()) {
                if (changed && outcome.get() != Outcome.DECIDED) {
                    // Where this fails the record has been written since it was read, which does as well.
                    ledger.update(file.get().record(), file.get().record().lookedAt());
                }
                return outcome.get();
            }
        }
        throw new IllegalStateException("too many others decide " + name + " at once");
    }

    /// Empty when somebody else wrote in the meantime.
    private Optional<Outcome> attempt(SubmissionFile file) {
        SubmissionRecord record = file.record();
        Instant now = clock.instant();
        if (record.state() == State.REJECTED) {
            return unchanged(file, VerdictDocument.none(), now);
        }
        if (file.current().isEmpty()) {
            return withdraw(file, now);
        }
        if (record.rulings().release().isOver(today(now))) {
            return lapse(record, now);
        }
        Policy policy = policies.current();
        Case about = new Case(file, facts.of(file), policy, today(now));
        Inputs inputs = desk.inputs(about);
        Optional<VerdictRecord> before =
                record.verdict() == 0 ? Optional.empty() : ledger.verdict(record.name(), record.verdict());
        if (before.isPresent() && stands(record, before.get().inputs(), inputs)) {
            return unchanged(file, VerdictText.read(texts.read(before.get().document())), now);
        }
        if (before.isPresent()
                && record.state() == State.DECIDING
                && before.get().inputs().equals(inputs)) {
            return resume(record, before.get(), now);
        }
        Arrivals arrivals = Arrivals.of(about.facts());
        SubmissionRecord current = generation(file, before, policy, now);
        boolean overdue = !now.isBefore(current.deadline());
        if (!arrivals.enough() && !overdue && !record.name().stray()) {
            return waiting(record, current, about.progress());
        }
        Cause cause = Causes.of(before, inputs, policy, Confirmed.never());
        return desk.write(about, current, desk.draw(about), inputs, cause, before, now)
                ? Optional.of(Outcome.DECIDED)
                : Optional.empty();
    }

    /// What was taken back while its verdict was carried out, and has been put back since, may have been passed over;
    /// so may have been a version that turned up late.
    private Optional<Outcome> unchanged(SubmissionFile file, VerdictDocument document, Instant now) {
        SubmissionRecord record = file.record();
        if (Wanted.anythingElsewhere(file, document) || record.isPutOff()) {
            return written(record, record.toBePlaced(now.plus(PLACE_WITHIN)));
        }
        boolean expired = record.watch() instanceof Watch.Until(Watch.Kind kind, Instant due)
                && kind == Watch.Kind.EXPIRY
                && !now.isBefore(due);
        // What ended was granted after the verdict and never counted.
        return expired
                ? written(record, record.allPlaced(Expiries.next(file, today(now))))
                : Optional.of(Outcome.UNCHANGED);
    }

    private Optional<Outcome> written(SubmissionRecord record, SubmissionRecord next) {
        return ledger.update(record, next) ? Optional.of(Outcome.UNCHANGED) : Optional.empty();
    }

    /// Whether the verdict in force, or a release that holds, speaks for all that is there.
    private static boolean stands(SubmissionRecord record, Inputs before, Inputs inputs) {
        return switch (record.state()) {
            case RELEASED ->
                before.facts().equals(inputs.facts()) && before.manifest().equals(inputs.manifest());
            case ACCEPTED, QUARANTINED -> before.equals(inputs);
            case RECEIVING, DECIDING, REJECTED, WITHDRAWN -> false;
        };
    }

    /// A release that came to its end counts as nothing. What follows is decided in the next attempt.
    private Optional<Outcome> lapse(SubmissionRecord record, Instant now) {
        if (record.rulings().release() instanceof Release.Granted(LocalDate expires)) {
            int number = record.rulings().acts() + 1;
            Act act = new Act(record.name(), number, now, Act.GATE, new Act.Lapsed(expires), Act.Request.none());
            ledger.enter(record, record.freed(now, now.plus(PLACE_WITHIN)), act);
        }
        return Optional.empty();
    }

    /// The verdict in force rests on the same inputs and counts again.
    private Optional<Outcome> resume(SubmissionRecord record, VerdictRecord verdict, Instant now) {
        State outcome = verdict.outcome().equals(State.ACCEPTED.word()) ? State.ACCEPTED : State.QUARANTINED;
        return ledger.update(record, record.resumed(outcome, now.plus(PLACE_WITHIN)))
                ? Optional.of(Outcome.DECIDED)
                : Optional.empty();
    }

    private Optional<Outcome> withdraw(SubmissionFile file, Instant now) {
        SubmissionRecord record = file.record();
        if (record.state() == State.WITHDRAWN && record.isPutOff()) {
            return written(record, record.withdrawn(now.plus(PLACE_WITHIN)));
        }
        if (record.state() == State.WITHDRAWN || file.objects().isEmpty()) {
            return Optional.of(Outcome.UNCHANGED);
        }
        return ledger.update(record, record.withdrawn(now.plus(PLACE_WITHIN)))
                ? Optional.of(Outcome.DECIDED)
                : Optional.empty();
    }

    /// What is new since the verdict in force begins the next generation, whose time runs from its first object.
    private static SubmissionRecord generation(
            SubmissionFile file, Optional<VerdictRecord> before, Policy policy, Instant now) {
        SubmissionRecord record = file.record();
        if (record.state() == State.WITHDRAWN) {
            return record.receiving(now, now.plus(policy.completeWithin()));
        }
        if (record.state() == State.RECEIVING || before.isEmpty()) {
            return record;
        }
        Instant since = file.current().stream()
                .map(ObjectRecord::arrived)
                .filter(arrived -> arrived.isAfter(before.get().at()))
                .min(Comparator.naturalOrder())
                .orElse(record.began());
        return since.equals(record.began()) ? record : record.receiving(since, since.plus(policy.completeWithin()));
    }

    private Optional<Outcome> waiting(SubmissionRecord record, SubmissionRecord generation, Progress progress) {
        SubmissionRecord current = generation.state() == State.RECEIVING ? generation.awaited() : generation.reopened();
        if (current.equals(record) && record.progress().equals(progress)) {
            return Optional.of(Outcome.WAITING);
        }
        SubmissionRecord next = current.equals(record) ? record.progressed(progress) : current.withProgress(progress);
        return ledger.update(record, next) ? Optional.of(Outcome.WAITING) : Optional.empty();
    }

    private static LocalDate today(Instant now) {
        return VerdictDesk.today(now);
    }
}
