package org.provgate.testkit.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.FindArrivals;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.Tags;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.rescan.ConductRescan;

/// Carries out a plan, then lets everything come to rest.
final class Schedule {

    /// As often as the function that places tries before it gives a change back.
    private static final int PLACE_ATTEMPTS = 5;

    /// After so many rounds without rest there is none to come.
    private static final int ROUNDS = 60;

    private static final Map<String, String> FORGED =
            Map.of("provenance", "accepted", "Provenance", "accepted", "provenance-move", "0123", "team", "sea");

    private final World world;
    private final Trace trace;
    private final List<Worker> workers = new ArrayList<>();
    private String lastFault = "";

    private Schedule(Trace trace) {
        this.trace = trace;
        this.world = new World(trace);
    }

    /// @return what was not kept; empty when all was
    static Optional<String> run(List<Step> steps, Trace trace) {
        Schedule schedule = new Schedule(trace);
        try {
            schedule.run(steps);
            return Optional.empty();
        } catch (Violation violation) {
            schedule.abandon();
            return Optional.of(String.valueOf(violation.getMessage()));
        }
    }

    private void run(List<Step> steps) {
        for (Step step : steps) {
            trace.add(step::toString);
            world.later(Duration.ofSeconds(1));
            take(step);
        }
        trace.add(() -> "-- all is left to come to rest");
        comeToRest();
        AtRest.check(world);
    }

    private void take(Step step) {
        switch (step) {
            case Step.Upload(String key, String text, boolean forged) ->
                world.upload(key, text, forged ? FORGED : Map.of());
            case Step.Hide(String key) -> world.hide(key);
            case Step.Show(String key) -> world.show(key);
            case Step.Forge(int pick) -> forge(pick);
            case Step.SetPolicy(int number) -> world.setPolicy(number);
            case Step.Waive(int pick, String subject) -> waive(pick, subject);
            case Step.Rule(int pick, Step.Ruling ruling, int days) -> rule(pick, ruling, days);
            case Step.Wait(Duration duration) -> world.later(duration);
            case Step.Lose(int pick) -> taken(world.storeWatch.notices, pick);
            case Step.Repeat(int pick) ->
                chosen(world.storeWatch.notices, pick).ifPresent(world.storeWatch.notices::add);
            case Step.Replay(int pick, boolean toPlace) ->
                chosen(world.ledgerWatch.past, pick)
                        .ifPresent(name -> workers.add(toPlace ? place(name, 100) : decide(name)));
            case Step.StartInspect(int pick) ->
                taken(world.storeWatch.notices, pick).ifPresent(notice -> workers.addFirst(inspect(notice)));
            case Step.StartDecide(int pick) ->
                taken(world.ledgerWatch.toDecide, pick).ifPresent(name -> workers.add(decide(name)));
            case Step.StartPlace(int pick, int objects) ->
                taken(world.ledgerWatch.toPlace, pick).ifPresent(name -> workers.add(place(name, objects)));
            case Step.StartSweep() -> workers.add(sweep());
            case Step.StartBacklog() -> workers.add(backlog());
            case Step.StartDecideAll() -> workers.add(decideAgain());
            case Step.StartRescan(boolean takesUp) -> workers.add(rescan(takesUp));
            case Step.Steer(ConductRescan.Word word) -> world.rescans.steer(word);
            case Step.Settle() -> deliverAll();
            case Step.Run(int pick, int calls, Fault fault) ->
                chosen(workers, pick).ifPresent(worker -> go(worker, calls, fault));
        }
    }

    private void go(Worker worker, int calls, Fault fault) {
        world.crossing.enter(worker);
        worker.run(calls, fault);
        world.crossing.leave();
        if (worker.hasEnded()) {
            workers.remove(worker);
        }
    }

    private void forge(int pick) {
        List<String> versions =
                world.storeWatch.uploads.keySet().stream().sorted().toList();
        chosen(versions, pick).ifPresent(version -> {
            var held = world.storeWatch.held.get(version);
            if (held != null && !world.storeWatch.openVersions.contains(version)) {
                world.store.tag(held.bucket(), held.key(), version, Map.of(Tags.PROVENANCE, Tags.ACCEPTED));
            }
        });
    }

    private void waive(int pick, String subject) {
        List<SubmissionName> known = world.ledger.list(Optional.empty(), "", 100).items().stream()
                .map(SubmissionRecord::name)
                .toList();
        chosen(known, pick).ifPresent(name -> {
            LocalDate until = LocalDate.ofInstant(world.now(), ZoneOffset.UTC).plusDays(30);
            world.ledger.waive(
                    name,
                    new Waiver(new RuleCode("file-missing"), name.datasetName(), subject, "agreed", "grace", until));
            world.ledgerWatch.waived(name);
        });
    }

    private void rule(int pick, Step.Ruling ruling, int days) {
        List<SubmissionName> known = world.ledger.list(Optional.empty(), "", 100).items().stream()
                .map(SubmissionRecord::name)
                .toList();
        LocalDate until = LocalDate.ofInstant(world.now(), ZoneOffset.UTC).plusDays(days);
        Act.Deed deed = switch (ruling) {
            case RELEASE -> new Act.Released("agreed", until);
            case REJECT -> new Act.Rejected("spam");
            case RECHECK -> new Act.Rechecked();
        };
        chosen(known, pick).ifPresent(name -> world.rule(name, deed));
    }

    private Worker inspect(Notice notice) {
        return new Worker(
                "inspect " + notice.key(),
                () -> world.inspect.inspect(notice),
                fault -> again(fault, () -> world.storeWatch.notices.add(notice)));
    }

    private Worker decide(SubmissionName name) {
        return new Worker(
                "decide " + name,
                () -> world.decide.decide(name),
                fault -> again(fault, () -> world.ledgerWatch.toDecide.add(name)));
    }

    private Worker place(SubmissionName name, int objects) {
        return new Worker(
                "place " + name,
                () -> placeWell(name, objects),
                fault -> again(fault, () -> world.ledgerWatch.toPlace.add(name)));
    }

    private void placeWell(SubmissionName name, int objects) {
        int[] left = {objects};
        for (int attempt = 0; attempt < PLACE_ATTEMPTS; attempt++) {
            if (world.place.place(name, () -> left[0]-- > 0) != PlaceObjects.Outcome.UNFINISHED) {
                return;
            }
        }
        throw new IllegalStateException("unfinished");
    }

    private Worker sweep() {
        return new Worker("sweep", () -> world.sweep.sweep(() -> true), fault -> again(fault, () -> {}));
    }

    private Worker backlog() {
        return new Worker("backlog", this::takeInBacklog, fault -> again(fault, () -> {}));
    }

    private void takeInBacklog() {
        String after = "";
        do {
            FindArrivals.Found page = world.arrivals.page("", after);
            for (Notice notice : page.notices()) {
                try {
                    world.inspect.inspect(notice);
                } catch (RuntimeException fault) {
                    remember(fault);
                }
            }
            after = page.next();
        } while (!after.isEmpty());
    }

    private Worker decideAgain() {
        return new Worker("decide all", this::decideAll, fault -> again(fault, () -> {}));
    }

    private Worker rescan(boolean takesUp) {
        return new Worker(
                "rescan", takesUp ? world.rescans::takeUp : world.rescans::begin, fault -> again(fault, () -> {}));
    }

    private void decideAll() {
        for (SubmissionRecord record :
                world.ledger.list(Optional.empty(), "", 1000).items()) {
            try {
                world.decide.decideAgain(record.name());
            } catch (RuntimeException fault) {
                remember(fault);
            }
        }
    }

    /// What a queue or a stream does with work that failed.
    private void again(@Nullable Throwable fault, Runnable giveBack) {
        if (fault instanceof Violation violation) {
            throw violation;
        }
        if (fault != null) {
            remember(fault);
            giveBack.run();
        }
    }

    private void remember(Throwable fault) {
        lastFault = fault.toString();
        trace.add(() -> "      failed: " + fault);
    }

    private void comeToRest() {
        while (!workers.isEmpty()) {
            go(workers.getFirst(), Integer.MAX_VALUE, Fault.NONE);
        }
        for (int round = 0; round < ROUNDS; round++) {
            long before = world.changes();
            deliverAll();
            trace.add(() -> "-- backlog, rescan, sweep");
            sooner(backlog());
            if (world.ledger.list(Optional.empty(), "", 1000).items().stream()
                    .anyMatch(record -> world.rescans.finds(record.name()))) {
                Run run = world.rescans.toTheEnd(world);
                trace.add(() -> "-- rescanned: " + run.totals());
            }
            deliverAll();
            waitForWhatIsWatched();
            sooner(sweep());
            if (world.changes() == before) {
                return;
            }
        }
        throw new Violation("the gate does not come to rest; last fault: " + lastFault);
    }

    /// Whoever is at work stays where it is meanwhile.
    private void deliverAll() {
        for (int i = 0; i < 1000; i++) {
            Optional<Notice> notice = taken(world.storeWatch.notices, 0);
            Optional<SubmissionName> decided = taken(world.ledgerWatch.toDecide, 0);
            Optional<SubmissionName> placed = taken(world.ledgerWatch.toPlace, 0);
            if (notice.isEmpty() && decided.isEmpty() && placed.isEmpty()) {
                return;
            }
            notice.ifPresent(each -> sooner(inspect(each)));
            decided.ifPresent(each -> sooner(decide(each)));
            placed.ifPresent(each -> sooner(place(each, 100)));
        }
        throw new Violation("notices and changes never end; last fault: " + lastFault);
    }

    private void waitForWhatIsWatched() {
        world.ledger.list(Optional.empty(), "", 1000).items().forEach(record -> {
            if (record.watch() instanceof Watch.Until(var _, var due) && due.isAfter(world.now())) {
                trace.add(() -> "-- later: " + due);
                world.later(Duration.between(world.now(), due));
            }
        });
    }

    /// Without a thread of its own, for nothing comes between.
    private void sooner(Worker worker) {
        worker.runHere();
    }

    private void abandon() {
        for (Worker worker : workers) {
            if (!worker.hasEnded()) {
                world.crossing.enter(worker);
                worker.run(1, Fault.CRASH_BEFORE);
            }
        }
    }

    private static <T> Optional<T> chosen(List<T> from, int pick) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(pick % from.size()));
    }

    private static <T> Optional<T> taken(List<T> from, int pick) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.remove(pick % from.size()));
    }
}
