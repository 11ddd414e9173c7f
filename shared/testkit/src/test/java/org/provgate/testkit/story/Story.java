package org.provgate.testkit.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.FindArrivals;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Inspection;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.Sweep;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Bucket;

/// A whole gate in memory: what is uploaded is inspected, decided and placed by the real use cases.
final class Story {

    static final Duration PATIENCE = Duration.ofHours(24);

    final SubmissionName name = new SubmissionName("ada", "tides", "r1");
    final InMemoryObjectStore store = new InMemoryObjectStore(this::now);
    final List<Announcement> announced = new ArrayList<>();
    private final Set<SubmissionName> changed = new LinkedHashSet<>();
    final InMemoryLedger ledger = new InMemoryLedger(change -> changed.add(change.name()));
    private final InspectObject inspect;
    private final DecideSubmission decide;
    private final PlaceObjects place;
    private final Sweep sweep;
    private final FindArrivals arrivals;
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private int sequence;

    Story() {
        var engine = TinyEngine.engine();
        Layout layout = new Layout();
        this.inspect = new InspectObject(ledger, store, Story::policy, Story::measured, engine, layout, this::now);
        this.decide = new DecideSubmission(ledger, store, Story::policy, engine, this::now);
        this.place = new PlaceObjects(ledger, store, announced::add, this::now);
        this.sweep = new Sweep(ledger, decide, place, this::now);
        this.arrivals = new FindArrivals(ledger, store, layout);
    }

    private Instant now() {
        return now;
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

    void deliver(Notice notice) {
        inspect.inspect(notice);
        settle();
    }

    void hide(String path) {
        String marker = store.hide(name.keyOf(path));
        deliver(new Notice(name.keyOf(path), marker, nextSequencer(), Notice.Kind.MARKED_DELETED));
    }

    /// What the hourly backlog does.
    void takeInBacklog() {
        arrivals.page("", "").notices().forEach(this::deliver);
    }

    void sweep() {
        sweep.sweep(() -> true);
        settle();
    }

    private String nextSequencer() {
        return "%012X".formatted(++sequence);
    }

    /// Runs decide and place until nothing changes any more.
    private void settle() {
        for (int round = 0; !changed.isEmpty(); round++) {
            if (round > 100) {
                throw new AssertionError("the gate does not come to rest");
            }
            List<SubmissionName> names = List.copyOf(changed);
            changed.clear();
            for (SubmissionName each : names) {
                decide.decide(each);
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

    private static ObjectFacts measured(String path, Inspection.Source source) {
        try (InputStream in = source.open(0)) {
            byte[] bytes = in.readAllBytes();
            boolean bad = new String(bytes, StandardCharsets.UTF_8).startsWith("bad");
            return new ObjectFacts(
                    path,
                    bytes.length,
                    Digests.sha256(bytes),
                    bad ? "text/x-bad" : "text/plain",
                    new Rows.NotTabular(),
                    new Coverage(bytes.length, 0, true),
                    List.of(),
                    List.of(),
                    1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Policy policy() {
        return new Policy(
                "story",
                "sha256:story",
                Policy.Mode.ENFORCE,
                PATIENCE,
                Policy.Scope.SUBMISSION,
                EnumSet.of(ManifestFormat.NATIVE),
                List.of(),
                Map.of(),
                new Policy.Licenses(List.of()),
                new Policy.TeacherLists(List.of(), List.of()),
                new Policy.Uses(true, true),
                Map.of(),
                List.of(),
                List.of());
    }
}
