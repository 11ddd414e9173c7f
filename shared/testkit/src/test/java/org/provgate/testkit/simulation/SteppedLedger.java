package org.provgate.testkit.simulation;

import java.util.List;
import java.util.Optional;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;

/// The ledger as the gate sees it: each call may go wrong, and what is written is watched.
final class SteppedLedger implements Ledger {

    private final InMemoryLedger ledger;
    private final Crossing crossing;
    private final LedgerWatch watch;

    SteppedLedger(InMemoryLedger ledger, Crossing crossing, LedgerWatch watch) {
        this.ledger = ledger;
        this.crossing = crossing;
        this.watch = watch;
    }

    @Override
    public Optional<SubmissionRecord> submission(SubmissionName name) {
        return crossing.read(() -> "submission " + name, () -> ledger.submission(name));
    }

    /// As a database reads that takes no snapshot: the record first, then what stands, then what was replaced.
    @Override
    public Optional<SubmissionFile> load(SubmissionName name) {
        Optional<SubmissionRecord> record = submission(name);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        List<ObjectRecord> objects =
                crossing.read(() -> "load objects of " + name, () -> whole(name).objects());
        SubmissionFile rest = crossing.read(() -> "load the rest of " + name, () -> whole(name));
        return Optional.of(new SubmissionFile(record.get(), objects, rest.superseded(), rest.waivers()));
    }

    private SubmissionFile whole(SubmissionName name) {
        return ledger.load(name).orElseThrow();
    }

    @Override
    public Optional<ObjectRecord> object(SubmissionName name, String path) {
        return crossing.read(() -> "object " + name.keyOf(path), () -> ledger.object(name, path));
    }

    @Override
    public List<ObjectRecord> versions(SubmissionName name, String path) {
        return crossing.read(() -> "versions " + name.keyOf(path), () -> ledger.versions(name, path));
    }

    @Override
    public void open(SubmissionRecord record) {
        crossing.run(() -> "open " + record.name(), () -> {
            boolean begun = ledger.submission(record.name()).isPresent();
            ledger.open(record);
            if (!begun) {
                watch.changed();
            }
        });
    }

    @Override
    public boolean add(ObjectRecord arrived) {
        return crossing.write(
                () -> "add " + line(arrived),
                () -> after(ledger.add(arrived), () -> watch.arrived(arrived.submission())));
    }

    @Override
    public boolean supersede(ObjectRecord standing, ObjectRecord arrived) {
        return crossing.write(
                () -> "supersede " + standing.upload() + " by " + line(arrived),
                () -> after(ledger.supersede(standing, arrived), () -> watch.arrived(arrived.submission())));
    }

    @Override
    public boolean addSuperseded(ObjectRecord late) {
        return crossing.write(
                () -> "add superseded " + line(late),
                () -> after(ledger.addSuperseded(late), () -> watch.arrived(late.submission())));
    }

    @Override
    public boolean update(ObjectRecord expected, ObjectRecord next) {
        return crossing.write(
                () -> "update " + line(next),
                () -> after(ledger.update(expected, next), () -> watch.updated(expected, next)));
    }

    @Override
    public boolean update(ObjectRecord expected, ObjectRecord next, SubmissionRecord inForce) {
        return crossing.write(
                () -> "update " + line(next) + " under verdict " + inForce.verdict(),
                () -> after(ledger.update(expected, next, inForce), () -> watch.updated(expected, next)));
    }

    @Override
    public boolean update(SubmissionRecord expected, SubmissionRecord next) {
        return crossing.write(
                () -> "update " + line(next),
                () -> after(ledger.update(expected, next), () -> watch.updated(expected, next)));
    }

    @Override
    public boolean decide(SubmissionRecord expected, SubmissionRecord next, VerdictRecord verdict) {
        return crossing.write(
                () -> "decide " + verdict.outcome() + " " + line(next),
                () -> after(ledger.decide(expected, next, verdict), () -> watch.decided(expected, next)));
    }

    @Override
    public Optional<VerdictRecord> verdict(SubmissionName name, int number) {
        return crossing.read(() -> "verdict " + name + " " + number, () -> ledger.verdict(name, number));
    }

    @Override
    public List<VerdictRecord> history(SubmissionName name) {
        return crossing.read(() -> "history " + name, () -> ledger.history(name));
    }

    @Override
    public void waive(SubmissionName name, Waiver waiver) {
        throw new UnsupportedOperationException("operators waive, the gate does not");
    }

    @Override
    public boolean enter(SubmissionRecord expected, SubmissionRecord next, Act act) {
        return crossing.write(
                () -> "enter " + act.deed().word() + " " + line(next),
                () -> after(ledger.enter(expected, next, act), () -> watch.entered(expected, next)));
    }

    @Override
    public List<Act> acts(SubmissionName name) {
        return crossing.read(() -> "acts " + name, () -> ledger.acts(name));
    }

    @Override
    public Page<SubmissionName> due(Watch.Kind kind, java.time.Instant until, String after) {
        return crossing.read(() -> "due " + kind, () -> ledger.due(kind, until, after));
    }

    @Override
    public Page<SubmissionRecord> list(Optional<String> contributor, String after, int limit) {
        return crossing.read(() -> "list submissions", () -> ledger.list(contributor, after, limit));
    }

    @Override
    public Page<Met> part(int part, int of, String after, int limit) {
        return crossing.read(() -> "part " + part, () -> ledger.part(part, of, after, limit));
    }

    @Override
    public Page<SubmissionName> marked(Mark mark, int shard, String after, int limit) {
        return crossing.read(() -> "marked " + mark, () -> ledger.marked(mark, shard, after, limit));
    }

    @Override
    public long roughSize() {
        return crossing.read(() -> "size", ledger::roughSize);
    }

    private static boolean after(boolean done, Runnable told) {
        if (done) {
            told.run();
        }
        return done;
    }

    private static String line(ObjectRecord object) {
        return object.key() + " " + object.upload() + " " + object.standing() + " " + object.placement() + " rev "
                + object.revision();
    }

    private static String line(SubmissionRecord record) {
        return record.name() + " " + record.state() + " gen " + record.generation() + " verdict " + record.verdict()
                + " placed " + record.placed() + " " + record.watch() + " rev " + record.revision();
    }
}
