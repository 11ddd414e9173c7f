package org.provgate.testkit.simulation;

import java.time.Duration;
import org.provgate.usecases.rescan.ConductRescan;

/// One thing that happens in a schedule. Numbers called `pick` choose among what there is at that moment, so that a
/// schedule still makes sense when steps are left out of it; where there is nothing to choose from, nothing happens.
sealed interface Step {

    // What contributors do.

    /// @param forged whether the upload claims the gate's tags
    record Upload(String key, String text, boolean forged) implements Step {}

    record Hide(String key) implements Step {}

    /// Removes the delete marker on top of a key.
    record Show(String key) implements Step {}

    record Forge(int pick) implements Step {}

    // What operators do, and time.

    record SetPolicy(int number) implements Step {}

    record Waive(int pick, String subject) implements Step {}

    /// @param days for which a release is granted
    record Rule(int pick, Ruling ruling, int days) implements Step {}

    enum Ruling {
        RELEASE,
        REJECT,
        RECHECK
    }

    record Wait(Duration duration) implements Step {}

    // What becomes of notices and changes.

    record Lose(int pick) implements Step {}

    record Repeat(int pick) implements Step {}

    /// Gives a change of the past to a worker again.
    record Replay(int pick, boolean toPlace) implements Step {}

    // Workers.

    record StartInspect(int pick) implements Step {}

    record StartDecide(int pick) implements Step {}

    /// @param objects for how many there is time
    record StartPlace(int pick, int objects) implements Step {}

    record StartSweep() implements Step {}

    record StartBacklog() implements Step {}

    /// Decides everything again, one submission after the other.
    record StartDecideAll() implements Step {}

    /// A rescan as the state machine leads it.
    ///
    /// @param takesUp whether it goes on with the last one, whoever may be at work on it
    record StartRescan(boolean takesUp) implements Step {}

    /// What an operator says to a rescan.
    record Steer(ConductRescan.Word word) implements Step {}

    /// Lets all notices and changes through, while those at work stay where they are.
    record Settle() implements Step {}

    /// Lets a worker make some calls; the last of them may go wrong.
    record Run(int pick, int calls, Fault fault) implements Step {}
}
