package org.provgate.usecases.rescan;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.gate.RescanSubmission.Rescanned;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Run.Stage;
import org.provgate.usecases.ledger.Run.Totals;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Ledger.Met;
import org.provgate.usecases.port.Runs;
import org.provgate.usecases.port.UncheckedStoreException;

/// Works on one part of a rescan, page by page, and leaves a mark after each from which anybody can go on.
public final class WorkSegment {

    static final int PAGE = 50;

    private static final String MANY = "many ";

    private final Ledger ledger;
    private final Runs runs;
    private final RescanSubmission rescan;
    private final InstantSource clock;

    public WorkSegment(Ledger ledger, Runs runs, RescanSubmission rescan, InstantSource clock) {
        this.ledger = ledger;
        this.runs = runs;
        this.rescan = rescan;
        this.clock = clock;
    }

    public enum Worked {
        DONE,
        /// Time is over; call again.
        MORE,
        /// The run is paused, over, or another works on this segment: nothing is left to do for the caller.
        ENOUGH,
        /// Policy, registry or engine are others than those the run began with: the run is over, the next begins anew.
        OUTDATED
    }

    public Worked work(String id, int number, BooleanSupplier timeLeft) {
        while (true) {
            Run run = runs.run(id).orElseThrow(() -> new IllegalArgumentException("there is no rescan " + id));
            if (run.paused() || (run.stage() != Stage.LOOKING && run.stage() != Stage.WRITING)) {
                return Worked.ENOUGH;
            }
            if (!rescan.inputs(run.began()).equals(run.inputs())) {
                runs.update(run, run.at(Stage.STOPPED, run.totals()));
                return Worked.OUTDATED;
            }
            Segment segment = segment(run, number);
            if (segment.hasDone(run.stage())) {
                return Worked.DONE;
            }
            if (!timeLeft.getAsBoolean()) {
                return Worked.MORE;
            }
            boolean mine = run.stage() == Stage.LOOKING ? look(run, segment) : write(run, segment);
            if (!mine) {
                return Worked.ENOUGH;
            }
        }
    }

    private Segment segment(Run run, int number) {
        return runs.segments(run.id()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(run.id() + " has no segment " + number));
    }

    /// Whether nobody else worked on it meanwhile.
    private boolean look(Run run, Segment segment) {
        Ledger.Page<Met> page = page(run.scope(), segment, run.segments());
        List<Noted> noted = new ArrayList<>();
        Totals totals = Totals.none();
        for (Met met : page.items()) {
            totals = totals.plus(
                    switch (met) {
                        case Met.Damaged(String key, String why) -> damaged(noted, key, why);
                        case Met.Whole(var record) -> look(run, record.name(), noted);
                    });
        }
        if (!noted.isEmpty()) {
            runs.note(run.id(), segment.number(), noted);
        }
        return runs.update(segment, segment.reached(page.next(), totals, clock.instant()));
    }

    private Ledger.Page<Met> page(Scope scope, Segment segment, int of) {
        return switch (scope) {
            case Scope.All _ -> ledger.part(segment.number(), of, segment.after(), PAGE);
            case Scope.Affected(Mark mark) -> marked(mark, segment);
        };
    }

    /// Those that bear the mark, then those that may hang on anything.
    private Ledger.Page<Met> marked(Mark mark, Segment segment) {
        boolean second = segment.after().startsWith(MANY);
        Ledger.Page<SubmissionName> names = ledger.marked(
                second ? Mark.many() : mark,
                segment.number(),
                second ? segment.after().substring(MANY.length()) : segment.after(),
                PAGE);
        List<Met> met = new ArrayList<>();
        for (SubmissionName name : names.items()) {
            try {
                ledger.submission(name).ifPresent(record -> met.add(new Met.Whole(record)));
            } catch (UncheckedStoreException outage) {
                throw outage;
            } catch (RuntimeException damage) {
                met.add(new Met.Damaged(name.toString(), why(damage)));
            }
        }
        String next =
                names.next().isEmpty() && second ? "" : (names.next().isEmpty() || second ? MANY : "") + names.next();
        return new Ledger.Page<>(met, next);
    }

    private Totals look(Run run, SubmissionName name, List<Noted> noted) {
        Rescanned rescanned;
        try {
            rescanned = rescan.look(name, run.confirmed());
        } catch (UncheckedStoreException outage) {
            throw outage;
        } catch (RuntimeException damage) {
            return damaged(noted, name.toString(), why(damage));
        }
        return switch (rescanned) {
            case Rescanned.Left _ -> new Totals(0, 1, 0, 0, 0, 0);
            case Rescanned.Same _ -> new Totals(1, 0, 0, 0, 0, 0);
            case Rescanned.Changed changed -> {
                noted.add(new Noted(
                        name.toString(),
                        changed.flips() ? Noted.Kind.FLIPPED : Noted.Kind.CHANGED,
                        changed.from(),
                        changed.to(),
                        changed.cause().word()));
                yield new Totals(1, 0, 1, changed.flips() ? 1 : 0, 0, 0);
            }
        };
    }

    private boolean write(Run run, Segment segment) {
        Segment from = segment;
        if (segment.stage() == Stage.LOOKING) {
            from = segment.writing(clock.instant());
            if (!runs.update(segment, from)) {
                return false;
            }
        }
        Ledger.Page<Noted> page = runs.noted(run.id(), from.number(), from.after(), PAGE);
        List<Noted> noted = new ArrayList<>();
        Totals totals = Totals.none();
        for (Noted one : page.items()) {
            Optional<SubmissionName> name =
                    one.kind() == Noted.Kind.DAMAGED ? Optional.empty() : SubmissionName.parse(one.subject());
            if (name.isPresent()) {
                totals = totals.plus(write(run, name.get(), noted));
            }
        }
        if (!noted.isEmpty()) {
            runs.note(run.id(), from.number(), noted);
        }
        return runs.update(from, from.reached(page.next(), totals, clock.instant()));
    }

    /// What was written before this segment was taken over counts too.
    private Totals write(Run run, SubmissionName name, List<Noted> noted) {
        try {
            boolean written = switch (rescan.write(name, run.confirmed())) {
                case Rescanned.Changed _ -> true;
                case Rescanned.Same(var at) -> !at.isBefore(run.began());
                case Rescanned.Left _ -> false;
            };
            return new Totals(0, 0, 0, 0, written ? 1 : 0, 0);
        } catch (UncheckedStoreException outage) {
            throw outage;
        } catch (RuntimeException damage) {
            return damaged(noted, name.toString(), why(damage));
        }
    }

    private static Totals damaged(List<Noted> noted, String key, String why) {
        noted.add(new Noted(key, Noted.Kind.DAMAGED, "", "", why));
        return new Totals(0, 0, 0, 0, 0, 1);
    }

    private static String why(RuntimeException damage) {
        String message = damage.getMessage();
        String why = damage.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return why.length() > 300 ? why.substring(0, 300) : why;
    }
}
