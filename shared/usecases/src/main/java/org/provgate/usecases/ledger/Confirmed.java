package org.provgate.usecases.ledger;

import java.time.Instant;
import org.provgate.usecases.ledger.VerdictRecord.Inputs;

/// Policy, registry and engine under which every verdict was last found to hold, and when: verdicts that stayed as
/// they were were not written again, so their own inputs may be older.
///
/// @param since when that rescan began
public record Confirmed(Instant since, String policy, String registry, String engine) {

    public static Confirmed never() {
        return new Confirmed(Instant.EPOCH, "", "", "");
    }

    /// What a verdict rests on by now.
    public Inputs of(Inputs inputs, Instant at) {
        return at.isBefore(since)
                ? new Inputs(
                        inputs.facts(),
                        inputs.manifest(),
                        inputs.waivers(),
                        inputs.upstream(),
                        policy,
                        registry,
                        engine)
                : inputs;
    }
}
