package org.provgate.functions.rescan;

import static org.provgate.aws.log.LogField.field;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.provgate.formats.event.RescanRequest;
import org.provgate.formats.event.RescanRequest.Answer;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Run.Limits;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.ConductRescan.Planned;
import org.provgate.usecases.rescan.WorkSegment;
import org.provgate.usecases.rescan.WorkSegment.Worked;

/// Steps of a run, as the state machine calls them.
public final class RunSteps {

    private static final System.Logger LOG = System.getLogger(RunSteps.class.getName());

    private final ConductRescan conduct;
    private final WorkSegment work;

    public RunSteps(ConductRescan conduct, WorkSegment work) {
        this.conduct = conduct;
        this.work = work;
    }

    Answer plan(RescanRequest.Plan asked) {
        if (!asked.run().isEmpty()) {
            return answer(conduct.takeUp(asked.run())
                    .orElseThrow(() -> new IllegalArgumentException("there is no rescan " + asked.run())));
        }
        Scope scope = Scope.parse(asked.scope())
                .orElseThrow(() -> new IllegalArgumentException("a rescan has no scope " + asked.scope()));
        Limits usual = Limits.standard();
        return answer(conduct.plan(
                scope,
                new Limits(
                        Math.toIntExact(asked.flipPercent() < 0 ? usual.flipPercent() : asked.flipPercent()),
                        Math.toIntExact(asked.costCents() < 0 ? usual.costCents() : asked.costCents()))));
    }

    Answer goOn(RescanRequest.GoOn asked) {
        return answer(conduct.goOn(asked.run()));
    }

    Answer segment(RescanRequest.Segment asked, BooleanSupplier timeLeft) {
        Worked worked = work.work(asked.run(), asked.segment(), timeLeft);
        LOG.log(
                Level.INFO,
                "segment",
                field("run", asked.run()),
                field("segment", asked.segment()),
                field("outcome", worked));
        return new Answer.Worked(
                asked.run(),
                asked.segment(),
                worked == Worked.MORE,
                worked.name().toLowerCase(Locale.ROOT));
    }

    private static Answer answer(Planned planned) {
        Answer.Planned answer = switch (planned) {
            case Planned.Ready(Run run, List<Integer> open) ->
                new Answer.Planned(run.id(), run.stage().word(), true, open);
            case Planned.Unfinished(Run run, List<Integer> open) ->
                new Answer.Planned(run.id(), run.stage().word(), false, open);
            case Planned.Busy(Run run) -> {
                boolean ended = run.over() || run.stage() == Run.Stage.ASKING;
                yield new Answer.Planned(run.id(), ended ? run.stage().word() : "busy", false, List.of());
            }
            case Planned.TooDear(var estimate, var limits) -> {
                LOG.log(
                        Level.ERROR,
                        "a rescan would cost too much",
                        field("submissions", estimate.submissions()),
                        field("costCents", estimate.costCents()),
                        field("limit", limits.costCents()));
                yield new Answer.Planned("", "too-dear", false, List.of());
            }
        };
        LOG.log(Level.INFO, "rescan", field("run", answer.run()), field("stage", answer.stage()));
        return answer;
    }
}
