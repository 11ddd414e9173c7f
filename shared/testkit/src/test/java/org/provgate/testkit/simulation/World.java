package org.provgate.testkit.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.testkit.story.TinyEngine;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.FindArrivals;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Layout.Located;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.gate.Sweep;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.RuleOnSubmission;
import org.provgate.usecases.operate.RuleOnSubmission.Result;
import org.provgate.usecases.port.Announcements.Announcement;

/// A gate with its buckets and its ledger, all in memory, and all calls between them watched.
final class World {

    static final List<Policy> POLICIES = List.of(
            TinyEngine.policy("first", Policy.Mode.ENFORCE, Policy.Scope.SUBMISSION, Duration.ofHours(24)),
            TinyEngine.policy("files", Policy.Mode.ENFORCE, Policy.Scope.FILES, Duration.ofHours(24)),
            TinyEngine.policy("audit", Policy.Mode.AUDIT, Policy.Scope.SUBMISSION, Duration.ofHours(24)),
            TinyEngine.policy("hasty", Policy.Mode.ENFORCE, Policy.Scope.SUBMISSION, Duration.ofMinutes(1)));

    final Trace trace;
    final Crossing crossing;
    final InMemoryObjectStore store = new InMemoryObjectStore(this::now);
    final InMemoryLedger ledger = new InMemoryLedger(_ -> {});
    final StoreWatch storeWatch = new StoreWatch(store, this::admitted);
    final LedgerWatch ledgerWatch = new LedgerWatch(ledger);
    final List<Announcement> announced = new ArrayList<>();
    final Layout layout = new Layout();
    final InspectObject inspect;
    final DecideSubmission decide;
    final PlaceObjects place;
    final Sweep sweep;
    final FindArrivals arrivals;
    final Rescans rescans;
    private final RuleOnSubmission ruling = new RuleOnSubmission(ledger, this::policy, this::now);
    private final Map<String, VerdictDocument> documents = new HashMap<>();
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private int policy;

    World(Trace trace) {
        this.trace = trace;
        this.crossing = new Crossing(trace);
        var engine = TinyEngine.engine();
        SteppedStore stepped = new SteppedStore(store, crossing, storeWatch);
        SteppedLedger steppedLedger = new SteppedLedger(ledger, crossing, ledgerWatch);
        this.inspect = new InspectObject(
                steppedLedger, stepped, this::policyInForce, TinyEngine::measured, engine, layout, this::now);
        this.decide = new DecideSubmission(steppedLedger, stepped, this::policyInForce, engine, this::now);
        this.place = new PlaceObjects(steppedLedger, stepped, this::announce, this::now);
        this.sweep = new Sweep(steppedLedger, decide, place, this::now);
        this.arrivals = new FindArrivals(steppedLedger, stepped, layout);
        this.rescans = new Rescans(
                crossing,
                steppedLedger,
                new RescanSubmission(steppedLedger, stepped, this::policyInForce, engine, decide, this::now),
                new RescanSubmission(ledger, store, this::policy, engine, decide, this::now),
                this::now);
    }

    Instant now() {
        return now;
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    void setPolicy(int number) {
        policy = number;
    }

    Policy policy() {
        return POLICIES.get(policy);
    }

    long changes() {
        return storeWatch.changes + ledgerWatch.changes + announced.size();
    }

    private Policy policyInForce() {
        return crossing.read(() -> "policy", this::policy);
    }

    private void announce(Announcement announcement) {
        crossing.run(() -> "announce " + announcement.id(), () -> announced.add(announcement));
    }

    void upload(String key, String text, Map<String, String> tags) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        storeWatch.uploaded(key, store.upload(key, bytes, tags), bytes);
    }

    void hide(String key) {
        storeWatch.hidden(key, store.hide(key));
    }

    void show(String key) {
        store.show(key).ifPresent(marker -> storeWatch.shown(key, marker));
    }

    /// What an operator does comes from outside the gate and does not fail halfway.
    void rule(SubmissionName name, Act.Deed deed) {
        SubmissionRecord before = ledger.submission(name).orElseThrow();
        if (ruling.rule(name, new Caller.Operator("grace"), deed, Act.Request.none()) instanceof Result.Done) {
            ledgerWatch.entered(before, ledger.submission(name).orElseThrow());
        }
    }

    VerdictDocument document(VerdictRecord verdict) {
        return documents.computeIfAbsent(verdict.hash(), _ -> new ReadVerdict(store).read(verdict));
    }

    ObjectPlace locate(String key) {
        return switch (layout.locate(key, 1)) {
            case Located.InSubmission(SubmissionName name, String path) -> new ObjectPlace(name, path);
            case Located.Stray(SubmissionName name, String path) -> new ObjectPlace(name, path);
            case Located.FolderMarker _ -> throw new IllegalStateException("no contributor makes folders here");
        };
    }

    record ObjectPlace(SubmissionName name, String path) {}

    private boolean admitted(String key, String upload) {
        ObjectPlace at = locate(key);
        boolean released = ledger.acts(at.name()).stream().anyMatch(act -> act.deed() instanceof Act.Released);
        return ledger.history(at.name()).reversed().stream()
                .anyMatch(verdict -> admits(document(verdict), at.path(), upload)
                        || (released && upload.equals(document(verdict).covers().get(at.path()))));
    }

    static boolean admits(VerdictDocument document, String path, String upload) {
        return upload.equals(document.covers().get(path))
                && !document.withheld().contains(path);
    }
}
