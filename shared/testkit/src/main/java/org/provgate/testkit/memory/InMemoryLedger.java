package org.provgate.testkit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;

/// A ledger in memory. Every change is told to the listener, as a stream would.
public final class InMemoryLedger implements Ledger {

    /// What changed: the submission, and which kind of item.
    public record Change(SubmissionName name, Item item) {

        public enum Item {
            SUBMISSION,
            OBJECT,
            VERDICT,
            WAIVER,
            ACT
        }
    }

    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final Set<String> damaged = new HashSet<>();
    private final Consumer<Change> listener;

    public InMemoryLedger(Consumer<Change> listener) {
        this.listener = listener;
    }

    private static final class Entry {
        private SubmissionRecord record;
        private final NavigableMap<String, ObjectRecord> objects = new TreeMap<>();
        private final Map<String, ObjectRecord> superseded = new LinkedHashMap<>();
        private final List<Waiver> waivers = new ArrayList<>();
        private final List<VerdictRecord> verdicts = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();

        Entry(SubmissionRecord record) {
            this.record = record;
        }

        void grant(Waiver waiver) {
            waivers.removeIf(other ->
                    other.code().equals(waiver.code()) && other.subject().equals(waiver.subject()));
            waivers.add(waiver);
        }
    }

    @Override
    public synchronized Optional<SubmissionRecord> submission(SubmissionName name) {
        return entry(name).map(entry -> entry.record);
    }

    @Override
    public synchronized Optional<SubmissionFile> load(SubmissionName name) {
        if (damaged.contains(name.toString())) {
            throw new IllegalStateException("the ledger holds something unreadable of " + name);
        }
        return entry(name)
                .map(entry -> new SubmissionFile(
                        entry.record,
                        List.copyOf(entry.objects.values()),
                        List.copyOf(entry.superseded.values()),
                        entry.waivers));
    }

    @Override
    public synchronized Optional<ObjectRecord> object(SubmissionName name, String path) {
        return entry(name).flatMap(entry -> Optional.ofNullable(entry.objects.get(path)));
    }

    @Override
    public synchronized List<ObjectRecord> versions(SubmissionName name, String path) {
        List<ObjectRecord> versions = new ArrayList<>();
        object(name, path).ifPresent(versions::add);
        entry(name)
                .ifPresent(entry -> entry.superseded.values().stream()
                        .filter(object -> object.path().equals(path))
                        .forEach(versions::add));
        return versions;
    }

    @Override
    public synchronized void open(SubmissionRecord record) {
        if (entries.putIfAbsent(record.name().toString(), new Entry(record)) == null) {
            listener.accept(new Change(record.name(), Change.Item.SUBMISSION));
        }
    }

    @Override
    public synchronized boolean add(ObjectRecord arrived) {
        Entry entry = required(arrived.submission());
        if (entry.objects.containsKey(arrived.path())) {
            return false;
        }
        entry.objects.put(arrived.path(), arrived);
        return told(arrived.submission(), Change.Item.OBJECT);
    }

    @Override
    public synchronized boolean supersede(ObjectRecord standing, ObjectRecord arrived) {
        Entry entry = required(arrived.submission());
        if (!standing.equals(entry.objects.get(arrived.path())) || entry.superseded.containsKey(slot(arrived))) {
            return false;
        }
        entry.objects.put(arrived.path(), arrived);
        entry.superseded.put(slot(standing), standing.superseded());
        return told(arrived.submission(), Change.Item.OBJECT);
    }

    @Override
    public synchronized boolean addSuperseded(ObjectRecord late) {
        Entry entry = required(late.submission());
        ObjectRecord standing = entry.objects.get(late.path());
        if (standing == null || slot(standing).equals(slot(late)) || entry.superseded.containsKey(slot(late))) {
            return false;
        }
        entry.superseded.put(slot(late), late);
        return told(late.submission(), Change.Item.OBJECT);
    }

    @Override
    public synchronized boolean update(ObjectRecord expected, ObjectRecord next) {
        Entry entry = required(expected.submission());
        boolean old = expected.standing() == Standing.SUPERSEDED;
        Map<String, ObjectRecord> records = old ? entry.superseded : entry.objects;
        String slot = old ? slot(expected) : expected.path();
        if (!expected.equals(records.get(slot))) {
            return false;
        }
        records.put(slot, next);
        return told(expected.submission(), Change.Item.OBJECT);
    }

    @Override
    public synchronized boolean update(ObjectRecord expected, ObjectRecord next, SubmissionRecord inForce) {
        SubmissionRecord now = required(inForce.name()).record;
        return now.verdict() == inForce.verdict() && now.state() == inForce.state() && update(expected, next);
    }

    @Override
    public synchronized boolean update(SubmissionRecord expected, SubmissionRecord next) {
        Entry entry = required(expected.name());
        if (entry.record.revision() != expected.revision()) {
            return false;
        }
        entry.record = next;
        return told(expected.name(), Change.Item.SUBMISSION);
    }

    @Override
    public synchronized boolean decide(SubmissionRecord expected, SubmissionRecord next, VerdictRecord verdict) {
        Entry entry = required(expected.name());
        if (entry.record.revision() != expected.revision()
                || entry.verdicts.stream().anyMatch(other -> other.number() == verdict.number())) {
            return false;
        }
        entry.verdicts.add(verdict);
        entry.record = next;
        return told(expected.name(), Change.Item.VERDICT);
    }

    @Override
    public synchronized Optional<VerdictRecord> verdict(SubmissionName name, int number) {
        return history(name).stream()
                .filter(verdict -> verdict.number() == number)
                .findFirst();
    }

    @Override
    public synchronized List<VerdictRecord> history(SubmissionName name) {
        return entry(name).map(entry -> List.copyOf(entry.verdicts)).orElse(List.of());
    }

    @Override
    public synchronized void waive(SubmissionName name, Waiver waiver) {
        required(name).grant(waiver);
        told(name, Change.Item.WAIVER);
    }

    @Override
    public synchronized boolean enter(SubmissionRecord expected, SubmissionRecord next, Act act) {
        Entry entry = required(expected.name());
        if (entry.record.revision() != expected.revision()
                || entry.acts.stream().anyMatch(other -> other.number() == act.number())) {
            return false;
        }
        act.grants().ifPresent(entry::grant);
        entry.acts.add(act);
        entry.record = next;
        return told(expected.name(), Change.Item.ACT);
    }

    @Override
    public synchronized List<Act> acts(SubmissionName name) {
        return entry(name).map(entry -> List.copyOf(entry.acts)).orElse(List.of());
    }

    @Override
    public synchronized Page<SubmissionName> due(Watch.Kind kind, Instant until, String after) {
        record Due(Instant at, SubmissionName name) {}
        List<Due> due = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.record.watch() instanceof Watch.Until(Watch.Kind watched, Instant at)
                    && watched == kind
                    && !at.isAfter(until)) {
                due.add(new Due(at, entry.record.name()));
            }
        }
        due.sort(Comparator.comparing(Due::at).thenComparing(item -> item.name().toString()));
        return new Page<>(due.stream().map(Due::name).toList(), "");
    }

    @Override
    public synchronized Page<SubmissionRecord> list(Optional<String> contributor, String after, int limit) {
        List<SubmissionRecord> records = entries.tailMap(after, false).values().stream()
                .map(entry -> entry.record)
                .filter(record ->
                        contributor.map(record.name().contributor()::equals).orElse(true))
                .limit(limit)
                .toList();
        return new Page<>(
                records, records.size() < limit ? "" : records.getLast().name().toString());
    }

    private Optional<Entry> entry(SubmissionName name) {
        return Optional.ofNullable(entries.get(name.toString()));
    }

    private Entry required(SubmissionName name) {
        return entry(name).orElseThrow(() -> new IllegalStateException("not begun: " + name));
    }

    private boolean told(SubmissionName name, Change.Item item) {
        listener.accept(new Change(name, item));
        return true;
    }

    private static String slot(ObjectRecord object) {
        return object.path() + "\n" + object.upload();
    }

    /// Makes a submission's record unreadable, as a fault of a disk or of an operator would.
    public synchronized void damage(SubmissionName name) {
        damaged.add(name.toString());
    }

    @Override
    public synchronized Page<Met> part(int part, int of, String after, int limit) {
        List<String> names = entries.tailMap(after, false).keySet().stream()
                .filter(name -> Math.floorMod(name.hashCode(), of) == part)
                .limit(limit)
                .toList();
        List<Met> met = names.stream()
                .<Met>map(name -> damaged.contains(name)
                        ? new Met.Damaged(name, "damaged")
                        : new Met.Whole(Objects.requireNonNull(entries.get(name)).record))
                .toList();
        return new Page<>(met, names.size() < limit ? "" : names.getLast());
    }

    @Override
    public synchronized Page<SubmissionName> marked(Mark mark, int shard, String after, int limit) {
        List<SubmissionName> names = entries.tailMap(after, false).values().stream()
                .filter(entry -> entry.verdicts.stream()
                        .anyMatch(verdict -> verdict.gist().marks().contains(mark)))
                .map(entry -> entry.record.name())
                .filter(name -> Math.floorMod(name.toString().hashCode(), MARK_SHARDS) == shard)
                .limit(limit)
                .toList();
        return new Page<>(names, names.size() < limit ? "" : names.getLast().toString());
    }

    @Override
    public synchronized long roughSize() {
        return entries.size();
    }
}
