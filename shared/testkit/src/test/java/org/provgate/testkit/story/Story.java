package org.provgate.testkit.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.testkit.memory.InMemoryLedger.Change;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.FindArrivals;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.Sweep;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.UncheckedStoreException;

/// A whole gate in memory: what is uploaded is inspected, decided and placed by the real use cases.
final class Story {

    static final Duration PATIENCE = Duration.ofHours(24);

    final SubmissionName name = new SubmissionName("ada", "tides", "r1");
    final InMemoryObjectStore store = new InMemoryObjectStore(this::now);
    final List<Announcement> announced = new ArrayList<>();
    private final Set<SubmissionName> changed = new LinkedHashSet<>();
    private final Set<SubmissionName> toDecide = new HashSet<>();
    final InMemoryLedger ledger = new InMemoryLedger(this::changed);
    private final InspectObject inspect;
    private final DecideSubmission decide;
    private final PlaceObjects place;
    private final Sweep sweep;
    private final FindArrivals arrivals;
    private final Interference interference = new Interference();
    private Policy.Mode mode = Policy.Mode.ENFORCE;
    private boolean faulty;
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private int sequence;

    Story() {
        var engine = TinyEngine.engine();
        Layout layout = new Layout();
        ObjectStore store = Interference.on(ObjectStore.class, this.store, interference);
        Ledger ledger = Interference.on(Ledger.class, this.ledger, interference);
        this.inspect = new InspectObject(ledger, store, this::policy, TinyEngine::measured, engine, layout, this::now);
        this.decide = new DecideSubmission(ledger, store, this::policyOfDecisions, engine, this::now);
        this.place = new PlaceObjects(ledger, store, announced::add, this::now);
        this.sweep = new Sweep(ledger, decide, place, this::now);
        this.arrivals = new FindArrivals(ledger, store, layout);
    }

    /// As the ledger's stream tells it: what only says how far a submission has come is nothing to decide on.
    private void changed(Change change) {
        changed.add(change.name());
        if (change.item() != Change.Item.SUBMISSION && change.item() != Change.Item.VERDICT) {
            toDecide.add(change.name());
        }
    }

    private Instant now() {
        return now;
    }

    private Policy policy() {
        return TinyEngine.policy("story " + mode.word(), mode, Policy.Scope.SUBMISSION, PATIENCE);
    }

    private Policy policyOfDecisions() {
        if (faulty) {
            throw new UncheckedStoreException("the policy cannot be read");
        }
        return policy();
    }

    /// From now on nothing can be decided, until it can.
    void faultyPolicy(boolean now) {
        faulty = now;
    }

    /// From now on everything is let through, or nothing that is bad.
    void audit(boolean only) {
        mode = only ? Policy.Mode.AUDIT : Policy.Mode.ENFORCE;
    }

    /// What happens once, right before the gate next calls that method of a port. An exception ends the gate's work
    /// there.
    void before(String method, Runnable happens) {
        interference.before(method, happens);
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    /// Uploads and lets the gate do its work.
    String upload(String path, String text) {
        return upload(path, text, Map.of());
    }

    String upload(String path, String text, Map<String, String> tags) {
        Notice notice = uploadUnnoticed(name.keyOf(path), text, tags);
        deliver(notice);
        return notice.version();
    }

    Notice uploadUnnoticed(String key, String text, Map<String, String> tags) {
        String version = store.upload(key, text.getBytes(StandardCharsets.UTF_8), tags);
        return new Notice(key, version, nextSequencer(), Notice.Kind.CREATED);
    }

    Notice uploadUnnoticed(String path, String text) {
        return uploadUnnoticed(name.keyOf(path), text, Map.of());
    }

    void deliver(Notice notice) {
        inspect.inspect(notice);
        settle();
    }

    void hide(String path) {
        deliver(hideUnnoticed(path));
    }

    Notice hideUnnoticed(String path) {
        String marker = store.hide(name.keyOf(path));
        return new Notice(name.keyOf(path), marker, nextSequencer(), Notice.Kind.MARKED_DELETED);
    }

    /// Removes the delete marker on top of the path.
    void show(String path) {
        deliver(showUnnoticed(path));
    }

    Notice showUnnoticed(String path) {
        String marker = store.show(name.keyOf(path)).orElseThrow();
        return new Notice(name.keyOf(path), marker, nextSequencer(), Notice.Kind.REMOVED);
    }

    void decide() {
        decide.decide(name);
    }

    /// As the function does it.
    private void decideOrPutOff(SubmissionName each) {
        if (faulty) {
            decide.putOff(each);
        } else {
            decide.decide(each);
        }
    }

    PlaceObjects.Outcome place() {
        return place.place(name, () -> true);
    }

    /// Versions of the path in both buckets.
    int copies(String path) {
        return Stream.of(Bucket.DATASET, Bucket.QUARANTINE)
                .mapToInt(bucket -> (int) store.versions(bucket, name.keyOf(path), "").versions().stream()
                        .filter(listed -> !listed.deleteMarker())
                        .count())
                .sum();
    }

    /// What the hourly backlog does.
    void takeInBacklog() {
        String after = "";
        do {
            FindArrivals.Found page = arrivals.page("", after);
            page.notices().forEach(this::deliver);
            after = page.next();
        } while (!after.isEmpty());
    }

    void sweep() {
        sweep.sweep(() -> true);
        settle();
    }

    private String nextSequencer() {
        return "%012X".formatted(++sequence);
    }

    /// Runs decide and place until nothing changes any more.
    void settle() {
        for (int round = 0; !changed.isEmpty(); round++) {
            if (round > 100) {
                throw new AssertionError("the gate does not come to rest");
            }
            List<SubmissionName> names = List.copyOf(changed);
            changed.clear();
            for (SubmissionName each : names) {
                if (toDecide.remove(each)) {
                    decideOrPutOff(each);
                }
                place.place(each, () -> true);
            }
        }
    }

    SubmissionRecord record() {
        return ledger.submission(name).orElseThrow();
    }

    Optional<String> readable(String path) {
        return text(Bucket.DATASET, path)
                .filter(_ -> "accepted"
                        .equals(store.tags(Bucket.DATASET, name.keyOf(path), latest(Bucket.DATASET, path))
                                .get("provenance")));
    }

    Optional<String> text(Bucket bucket, String path) {
        return store.read(bucket, name.keyOf(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    String latest(Bucket bucket, String path) {
        return store.latest(bucket, name.keyOf(path)).orElseThrow();
    }
}
