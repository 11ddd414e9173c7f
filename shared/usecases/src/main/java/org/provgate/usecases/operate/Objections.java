package org.provgate.usecases.operate;

import java.util.Optional;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;

/// What speaks against a deed as a submission stands.
final class Objections {

    private Objections() {}

    static Optional<String> to(Deed deed, SubmissionRecord record) {
        return switch (deed) {
            case Act.Released _ -> toRelease(record);
            case Act.Rejected _ ->
                record.state() == State.REJECTED
                        ? Optional.of(record.name() + " is rejected already")
                        : Optional.empty();
            case Act.Appealed _ -> toAppeal(record);
            case Act.Proposed(Deed ruling, int _, String _) ->
                to(ruling, record).or(() -> toProposal(record));
            case Act.Confirmed(int proposal, Deed ruling) ->
                unlessWaiting(proposal, record).or(() -> to(ruling, record));
            case Act.Declined(int proposal, String _) -> unlessWaiting(proposal, record);
            case Act.Waived _, Act.Rechecked _ -> Optional.empty();
            case Act.Lapsed _ -> Optional.of("releases end by themselves");
        };
    }

    private static Optional<String> toRelease(SubmissionRecord record) {
        String subject = record.name().toString();
        State state = record.state();
        return switch (state) {
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
    }

    private static Optional<String> toAppeal(SubmissionRecord record) {
        if (record.rulings().appeal() > 0) {
            return Optional.of("an appeal for " + record.name() + " waits for its answer already");
        }
        boolean keptOut = record.state() == State.QUARANTINED || record.state() == State.REJECTED;
        return keptOut
                ? Optional.empty()
                : Optional.of(record.name() + " is " + record.state().word()
                        + "; only what is quarantined or rejected can be appealed against");
    }

    private static Optional<String> toProposal(SubmissionRecord record) {
        int waiting = record.rulings().proposal();
        return waiting == 0
                ? Optional.empty()
                : Optional.of("act " + waiting + " of " + record.name()
                        + " waits for a second operator already; confirm or decline that one first");
    }

    private static Optional<String> unlessWaiting(int proposal, SubmissionRecord record) {
        return record.rulings().proposal() == proposal
                ? Optional.empty()
                : Optional.of("act " + proposal + " of " + record.name() + " does not wait for a second operator");
    }
}
