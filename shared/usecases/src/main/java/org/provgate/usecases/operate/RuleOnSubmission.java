package org.provgate.usecases.operate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Ledger;

/// Writes down what an operator or contributor does. The ledger's stream causes the rest: deciding and placing.
public final class RuleOnSubmission {

    private static final int ATTEMPTS = 8;

    private final Ledger ledger;
    private final InstantSource clock;

    public RuleOnSubmission(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What a request came to.
    public sealed interface Result {

        /// Done now, or by the same request before.
        record Done(Act act) implements Result {}

        /// There is no such submission for this caller.
        record Absent() implements Result {}

        /// The caller sees the submission and may not do that.
        record NotAllowed() implements Result {}

        /// It does not go with the state of the submission.
        record Refused(String why) implements Result {}

        /// The key was borne by another request.
        record KeyReused() implements Result {}
    }

    public Result rule(SubmissionName name, Caller caller, Deed deed, Act.Request request) {
        if (!caller.sees(name)) {
            return new Result.Absent();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SubmissionRecord> record = ledger.submission(name);
            if (record.isEmpty()) {
                return new Result.Absent();
            }
            if (!mayDo(caller, deed)) {
                return new Result.NotAllowed();
            }
            Optional<Result> before = before(name, caller, deed, request);
            if (before.isPresent()) {
                return before.get();
            }
            Optional<String> against = against(record.get(), deed);
            if (against.isPresent()) {
                return new Result.Refused(against.get());
            }
            Instant now = clock.instant();
            int number = record.get().rulings().acts() + 1;
            Act act = new Act(name, number, now, caller.name(), deed, request);
            if (ledger.enter(record.get(), after(record.get(), deed, now), act)) {
                return new Result.Done(act);
            }
        }
        throw new IllegalStateException("too many others write to " + name + " at once");
    }

    private static boolean mayDo(Caller caller, Deed deed) {
        return switch (caller) {
            case Caller.Operator _ -> true;
            case Caller.Contributor _ -> deed instanceof Act.Appealed;
        };
    }

    private Optional<Result> before(SubmissionName name, Caller caller, Deed deed, Act.Request request) {
        if (request.key().isEmpty()) {
            return Optional.empty();
        }
        return ledger.acts(name).stream()
                .filter(act ->
                        act.by().equals(caller.name()) && act.request().key().equals(request.key()))
                .findFirst()
                .map(act -> act.deed().word().equals(deed.word())
                                && act.request().body().equals(request.body())
                        ? new Result.Done(act)
                        : new Result.KeyReused());
    }

    /// What speaks against the deed as the submission stands.
    private static Optional<String> against(SubmissionRecord record, Deed deed) {
        String subject = record.name().toString();
        State state = record.state();
        return switch (deed) {
            case Act.Released _ ->
                switch (state) {
                    case QUARANTINED, RELEASED -> Optional.empty();
                    case REJECTED ->
                        record.verdict() > 0
                                ? Optional.empty()
                                : Optional.of(subject + " was rejected before it was ever decided; recheck it first");
                    case ACCEPTED -> Optional.of(subject + " is accepted; readers are let in already");
                    case RECEIVING, DECIDING ->
                        Optional.of(subject + " is " + state.word() + "; a release speaks about what was decided");
                    case WITHDRAWN -> Optional.of(subject + " is withdrawn; nothing is left to release");
                };
            case Act.Rejected _ ->
                state == State.REJECTED ? Optional.of(subject + " is rejected already") : Optional.empty();
            case Act.Appealed _ -> againstAppeal(record);
            case Act.Waived _, Act.Rechecked _ -> Optional.empty();
            case Act.Lapsed _ -> Optional.of("releases end by themselves");
        };
    }

    private static Optional<String> againstAppeal(SubmissionRecord record) {
        if (record.rulings().appeal() > 0) {
            return Optional.of("an appeal for " + record.name() + " waits for its answer already");
        }
        boolean keptOut = record.state() == State.QUARANTINED || record.state() == State.REJECTED;
        return keptOut
                ? Optional.empty()
                : Optional.of(record.name() + " is " + record.state().word()
                        + "; only what is quarantined or rejected can be appealed against");
    }

    private static SubmissionRecord after(SubmissionRecord record, Deed deed, Instant now) {
        Instant placeBy = now.plus(DecideSubmission.PLACE_WITHIN);
        return switch (deed) {
            case Act.Released(String _, var expires) -> record.released(new Release.Granted(expires), placeBy);
            case Act.Rejected _ -> record.rejected(placeBy);
            case Act.Rechecked _, Act.Lapsed _ -> record.freed(now, placeBy);
            case Act.Appealed _ -> record.appealed();
            case Act.Waived _ -> record.entered();
        };
    }
}
