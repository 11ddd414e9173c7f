package org.provgate.usecases.gate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.VerdictDesk.Case;
import org.provgate.usecases.gate.VerdictDesk.Drawn;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Confirmed;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.VerdictRecord.Inputs;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;

/// Decides a submission again from what is stored, whatever it rested on, and writes only what says something else.
public final class RescanSubmission {

    private static final int ATTEMPTS = 8;

    private final Ledger ledger;
    private final PolicySource policies;
    private final Engine engine;
    private final DecideSubmission decide;
    private final VerdictDesk desk;
    private final FactsOfSubmission facts;
    private final InstantSource clock;

    public RescanSubmission(
            Ledger ledger,
            ObjectStore store,
            PolicySource policies,
            Engine engine,
            DecideSubmission decide,
            InstantSource clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.engine = engine;
        this.decide = decide;
        this.desk = new VerdictDesk(ledger, engine, new Texts(store));
        this.facts = new FactsOfSubmission(engine, store, ledger);
        this.clock = clock;
    }

    public sealed interface Rescanned {

        /// No rule decides it now: it is undecided, withdrawn, or an operator ruled.
        record Left() implements Rescanned {}

        /// @param at when the verdict in force was given
        record Same(Instant at) implements Rescanned {}

        /// The verdict says something else, now or once it is written.
        record Changed(String from, String to, Cause cause) implements Rescanned {

            public boolean flips() {
                return !from.equals(to);
            }
        }
    }

    /// What a rescan would begin with now.
    public Confirmed inputs(Instant began) {
        return new Confirmed(
                began,
                VerdictDesk.policyInput(policies.current(), VerdictDesk.today(began)),
                engine.registry().digest(),
                engine.version());
    }

    /// Writes nothing.
    ///
    /// @param confirmed what every verdict was last found to hold under
    public Rescanned look(SubmissionName name, Confirmed confirmed) {
        return ledger.load(name)
                .flatMap(file -> seen(file, confirmed))
                .map(Seen::rescanned)
                .orElseGet(Rescanned.Left::new);
    }

    public Rescanned write(SubmissionName name, Confirmed confirmed) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Seen> seen = ledger.load(name).flatMap(file -> seen(file, confirmed));
            if (seen.isEmpty()) {
                return new Rescanned.Left();
            }
            if (!(seen.get().rescanned() instanceof Rescanned.Changed) || written(seen.get())) {
                return seen.get().rescanned();
            }
        }
        throw new IllegalStateException("too many others decide " + name + " at once");
    }

    private record Seen(
            Case about, Inputs inputs, VerdictRecord before, Drawn drawn, Rescanned rescanned, Instant now) {

        /// Something arrived of which no decision knows yet, or is about to.
        boolean hasNews() {
            return !before.inputs().facts().equals(inputs.facts())
                    || !before.inputs().manifest().equals(inputs.manifest());
        }
    }

    private Optional<Seen> seen(SubmissionFile file, Confirmed confirmed) {
        SubmissionRecord record = file.record();
        boolean byRule = record.state() == State.ACCEPTED || record.state() == State.QUARANTINED;
        if (!byRule || file.current().isEmpty()) {
            return Optional.empty();
        }
        VerdictRecord before = ledger.verdict(record.name(), record.verdict())
                .orElseThrow(() -> new IllegalStateException("the ledger has lost a verdict of " + record.name()));
        Instant now = clock.instant();
        Policy policy = policies.current();
        Case about = new Case(file, facts.of(file), policy, VerdictDesk.today(now));
        Inputs inputs = desk.inputs(about);
        Drawn drawn = desk.draw(about);
        Rescanned rescanned = drawn.gist().digest().equals(before.gist().digest())
                ? new Rescanned.Same(before.at())
                : new Rescanned.Changed(
                        before.outcome(), drawn.verdict().outcome(), cause(before, inputs, policy, confirmed));
        return Optional.of(new Seen(about, inputs, before, drawn, rescanned, now));
    }

    private boolean written(Seen seen) {
        if (seen.hasNews()) {
            return decide.decideAgain(seen.about().file().record().name()) != DecideSubmission.Outcome.UNCHANGED;
        }
        Cause cause = seen.rescanned() instanceof Rescanned.Changed(var _, var _, Cause found) ? found : Cause.POLICY;
        return desk.write(
                seen.about(),
                seen.about().file().record(),
                seen.drawn(),
                seen.inputs(),
                cause,
                Optional.of(seen.before()),
                seen.now());
    }

    /// Where all inputs are the same, only the day is another: a permission or an edition of terms came to its end.
    private static Cause cause(VerdictRecord before, Inputs inputs, Policy policy, Confirmed confirmed) {
        return confirmed.of(before.inputs(), before.at()).equals(inputs)
                ? Cause.TERMS
                : Causes.of(Optional.of(before), inputs, policy, confirmed);
    }
}
