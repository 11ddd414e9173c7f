package org.provgate.usecases.operate;

import java.util.Optional;
import org.provgate.core.policy.Policy.Ruling;
import org.provgate.core.policy.Waiver;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.operate.RuleOnSubmission.Result;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.PolicySource;

/// Which rulings wait for another operator, and who that may be.
final class SecondOperator {

    private final Ledger ledger;
    private final PolicySource policies;

    SecondOperator(Ledger ledger, PolicySource policies) {
        this.ledger = ledger;
        this.policies = policies;
    }

    /// What a request comes to as the submission stands.
    sealed interface Step {

        record Go(Deed deed) implements Step {}

        record Stop(Result result) implements Step {}
    }

    /// The deed, or the proposal of it where the policy wants two operators.
    Step first(Deed deed, Caller caller, SubmissionRecord record) {
        boolean waits = caller instanceof Caller.Operator
                && ruling(deed)
                        .filter(policies.current().secondOperator()::contains)
                        .isPresent();
        return new Step.Go(
                waits && caller instanceof Caller.Operator(String _, String subject)
                        ? new Act.Proposed(deed, record.verdict(), subject)
                        : deed);
    }

    private static Optional<Ruling> ruling(Deed deed) {
        return switch (deed) {
            case Act.Released _ -> Optional.of(Ruling.RELEASE);
            case Act.Rejected _ -> Optional.of(Ruling.REJECT);
            case Act.Waived _ -> Optional.of(Ruling.WAIVE);
            case Act.Rechecked _, Act.Appealed _, Act.Proposed _, Act.Confirmed _, Act.Declined _, Act.Lapsed _ ->
                Optional.empty();
        };
    }

    /// The ruling that was proposed, confirmed by somebody else.
    Step second(int proposal, Caller.Operator caller, SubmissionRecord record) {
        Optional<Act> act = ledger.acts(record.name()).stream()
                .filter(one -> one.number() == proposal)
                .findFirst();
        if (act.isEmpty() || !(act.get().deed() instanceof Act.Proposed proposed)) {
            return refused("act " + proposal + " of " + record.name() + " does not wait for a second operator");
        }
        String first = act.get().by();
        if (first.equals(caller.name()) || proposed.subject().equals(caller.subject())) {
            return new Step.Stop(new Result.SameOperator(first));
        }
        if (proposed.ruling() instanceof Act.Released && proposed.verdict() != record.verdict()) {
            return refused("the release was proposed about verdict " + proposed.verdict() + ", and verdict "
                    + record.verdict() + " is in force now; decline it and propose it again");
        }
        return new Step.Go(new Act.Confirmed(proposal, approved(proposed.ruling(), first, caller.name())));
    }

    /// A waiver names everybody who granted it.
    private static Deed approved(Deed ruling, String first, String second) {
        return ruling instanceof Act.Waived(Waiver waiver)
                ? new Act.Waived(new Waiver(
                        waiver.code(),
                        waiver.dataset(),
                        waiver.subject(),
                        waiver.reason(),
                        first + " and " + second,
                        waiver.expires()))
                : ruling;
    }

    private static Step refused(String why) {
        return new Step.Stop(new Result.Refused(why));
    }
}
