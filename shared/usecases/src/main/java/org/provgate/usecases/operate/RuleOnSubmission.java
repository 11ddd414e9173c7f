package org.provgate.usecases.operate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.operate.SecondOperator.Step;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.PolicySource;

/// Writes down what an operator or contributor does. The ledger's stream causes the rest: deciding and placing.
public final class RuleOnSubmission {

    private static final int ATTEMPTS = 8;

    private static final String CONFIRMED = "confirmed";

    private final Ledger ledger;
    private final SecondOperator second;
    private final InstantSource clock;

    public RuleOnSubmission(Ledger ledger, PolicySource policies, InstantSource clock) {
        this.ledger = ledger;
        this.second = new SecondOperator(ledger, policies);
        this.clock = clock;
    }

    /// What a request came to.
    public sealed interface Result {

        /// Done now, or by the same request before.
        record Done(Act act) implements Result {}

        /// Written down; another operator has to confirm it.
        record Proposed(Act act) implements Result {}

        /// There is no such submission for this caller.
        record Absent() implements Result {}

        /// The caller sees the submission and may not do that.
        record NotAllowed() implements Result {}

        /// Who proposed it cannot confirm it.
        record SameOperator(String name) implements Result {}

        /// It does not go with the state of the submission.
        record Refused(String why) implements Result {}

        /// The key was borne by another request.
        record KeyReused() implements Result {}

        private static Result of(Act act) {
            return act.deed() instanceof Act.Proposed ? new Proposed(act) : new Done(act);
        }
    }

    public Result rule(SubmissionName name, Caller caller, Deed deed, Act.Request request) {
        boolean allowed = caller instanceof Caller.Operator || deed instanceof Act.Appealed;
        return carryOut(
                name, caller, new Asked(deed.asked(), allowed, record -> second.first(deed, caller, record)), request);
    }

    /// Lets count what another operator has proposed.
    ///
    /// @param proposal number of the act
    public Result confirm(SubmissionName name, Caller caller, int proposal, Act.Request request) {
        return switch (caller) {
            case Caller.Operator operator ->
                carryOut(
                        name,
                        caller,
                        new Asked(CONFIRMED, true, record -> second.second(proposal, operator, record)),
                        request);
            case Caller.Contributor _ ->
                carryOut(
                        name,
                        caller,
                        new Asked(CONFIRMED, false, _ -> new Step.Stop(new Result.NotAllowed())),
                        request);
        };
    }

    /// @param word as [Deed#asked] has it
    private record Asked(String word, boolean allowed, Function<SubmissionRecord, Step> step) {}

    private Result carryOut(SubmissionName name, Caller caller, Asked asked, Act.Request request) {
        if (!caller.sees(name)) {
            return new Result.Absent();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SubmissionRecord> record = ledger.submission(name);
            if (record.isEmpty()) {
                return new Result.Absent();
            }
            if (!asked.allowed()) {
                return new Result.NotAllowed();
            }
            Optional<Result> before = before(name, caller, asked.word(), request);
            if (before.isPresent()) {
                return before.get();
            }
            Optional<Result> now = switch (asked.step().apply(record.get())) {
                case Step.Stop(Result result) -> Optional.of(result);
                case Step.Go(Deed deed) -> enter(record.get(), caller, deed, request);
            };
            if (now.isPresent()) {
                return now.get();
            }
        }
        throw new IllegalStateException("too many others write to " + name + " at once");
    }

    private Optional<Result> before(SubmissionName name, Caller caller, String asked, Act.Request request) {
        if (request.key().isEmpty()) {
            return Optional.empty();
        }
        return ledger.acts(name).stream()
                .filter(act ->
                        act.by().equals(caller.name()) && act.request().key().equals(request.key()))
                .findFirst()
                .map(act ->
                        act.deed().asked().equals(asked) && act.request().body().equals(request.body())
                                ? Result.of(act)
                                : new Result.KeyReused());
    }

    /// Empty when somebody else wrote in the meantime.
    private Optional<Result> enter(SubmissionRecord record, Caller caller, Deed deed, Act.Request request) {
        Optional<String> against = Objections.to(deed, record);
        if (against.isPresent()) {
            return Optional.of(new Result.Refused(against.get()));
        }
        Instant now = clock.instant();
        Act act = new Act(record.name(), record.rulings().acts() + 1, now, caller.name(), deed, request);
        return ledger.enter(record, after(record, deed, now), act) ? Optional.of(Result.of(act)) : Optional.empty();
    }

    private static SubmissionRecord after(SubmissionRecord record, Deed deed, Instant now) {
        Instant placeBy = now.plus(DecideSubmission.PLACE_WITHIN);
        return switch (deed) {
            case Act.Released(String _, LocalDate expires) -> record.released(new Release.Granted(expires), placeBy);
            case Act.Rejected _ -> record.rejected(placeBy);
            case Act.Rechecked _, Act.Lapsed _ -> record.freed(now, placeBy);
            case Act.Appealed _ -> record.appealed();
            case Act.Waived _ -> record.entered();
            case Act.Proposed _ -> record.proposed();
            case Act.Confirmed(int _, Deed ruling) -> after(record, ruling, now).answered();
            case Act.Declined _ -> record.entered().answered();
        };
    }
}
