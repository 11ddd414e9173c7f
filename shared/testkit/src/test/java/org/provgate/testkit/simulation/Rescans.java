package org.provgate.testkit.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryRuns;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.gate.RescanSubmission.Rescanned;
import org.provgate.usecases.ledger.Confirmed;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Said;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.ConductRescan.Planned;
import org.provgate.usecases.rescan.WorkSegment;

/// Rescans of the gate, led as the state machine leads them.
final class Rescans {

    private static final Run.Limits ANY = new Run.Limits(100, 2_500);

    /// Whoever leads a run gives up after so many stages.
    private static final int STAGES = 10;

    private final InMemoryRuns runs = new InMemoryRuns();
    private final RescanSubmission look;
    private final ConductRescan conduct;
    private final WorkSegment work;

    /// @param look decides without anything going wrong
    Rescans(Crossing crossing, Ledger ledger, RescanSubmission rescan, RescanSubmission look, InstantSource clock) {
        SteppedRuns stepped = new SteppedRuns(runs, crossing);
        this.look = look;
        this.conduct = new ConductRescan(ledger, stepped, rescan, (_, _) -> {}, clock);
        this.work = new WorkSegment(ledger, stepped, rescan, clock);
    }

    /// Begins a run or takes one up that is left lying, and leads it as far as it goes.
    void begin() {
        lead(conduct.plan(new Scope.All(), ANY));
    }

    /// Takes the last run up, though another may be at work on it.
    void takeUp() {
        runs.latest().map(Run::id).flatMap(conduct::takeUp).ifPresent(this::lead);
    }

    void steer(ConductRescan.Word word) {
        runs.latest().ifPresent(run -> conduct.steer(run.id(), word, Said.Asker.gate()));
    }

    private void lead(Planned planned) {
        Planned at = planned;
        for (int stage = 0; stage < STAGES; stage++) {
            if (!(at instanceof Planned.Ready(Run run, List<Integer> open))) {
                return;
            }
            open.forEach(segment -> work.work(run.id(), segment, () -> true));
            at = conduct.goOn(run.id());
        }
        throw new Violation("a rescan does not end");
    }

    boolean finds(SubmissionName name) {
        return look.look(name, Confirmed.never()) instanceof Rescanned.Changed;
    }

    /// What is under way is led to its end, then all is decided once more.
    Run toTheEnd(World world) {
        steer(ConductRescan.Word.RESUME);
        takeUp();
        Optional<Run> left = runs.latest().filter(run -> !run.over());
        Violation.unless(left.isEmpty(), "nobody can end the rescan %s", left);
        world.later(Duration.ofSeconds(1));
        begin();
        Run run = runs.latest().orElseThrow(() -> new Violation("no rescan began"));
        Violation.unless(
                run.stage() == Run.Stage.FINISHED && run.totals().damaged() == 0, "the last rescan is %s", run);
        return run;
    }
}
