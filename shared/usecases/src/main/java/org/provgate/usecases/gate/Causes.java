package org.provgate.usecases.gate;

import java.time.LocalDate;
import java.util.Optional;
import org.provgate.core.policy.Policy;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Confirmed;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.VerdictRecord.Inputs;

/// Why a verdict is not the one before.
final class Causes {

    private Causes() {}

    static Cause of(Optional<VerdictRecord> before, Inputs inputs, Policy policy, Confirmed confirmed) {
        return before.map(verdict -> of(confirmed.of(verdict.inputs(), verdict.at()), inputs, policy))
                .orElse(Cause.DATA);
    }

    /// Of inputs that are all the same: objects were taken back and put back, or what counted on another day does no
    /// longer; a rescan tells the two apart.
    private static Cause of(Inputs old, Inputs inputs, Policy policy) {
        if (!old.manifest().equals(inputs.manifest())) {
            return Cause.MANIFEST;
        }
        if (!old.facts().equals(inputs.facts())) {
            return Cause.DATA;
        }
        if (!old.waivers().equals(inputs.waivers())) {
            return Cause.WAIVER;
        }
        if (!old.upstream().equals(inputs.upstream())) {
            return Cause.UPSTREAM;
        }
        if (!old.policy().equals(inputs.policy())) {
            return endsWaiver(old.policy(), inputs.policy(), policy) ? Cause.WAIVER : Cause.POLICY;
        }
        if (!old.registry().equals(inputs.registry())) {
            return Cause.TERMS;
        }
        return old.engine().equals(inputs.engine()) ? Cause.DATA : Cause.ENGINE;
    }

    /// Whether the same text bites otherwise because a waiver in it came to its end.
    private static boolean endsWaiver(String old, String young, Policy policy) {
        int at = young.lastIndexOf('@');
        return at > 0
                && old.startsWith(young.substring(0, at + 1))
                && policy.waivers().stream()
                        .map(waiver -> waiver.expires().plusDays(1))
                        .map(LocalDate::toString)
                        .anyMatch(young.substring(at + 1)::equals);
    }
}
