package org.provgate.testkit.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.export.ExportLine;
import org.provgate.formats.export.ExportLines;
import org.provgate.formats.export.ExportReader;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.testkit.memory.InMemoryRuns;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.export.ExportFacts;
import org.provgate.usecases.export.ImportFacts;
import org.provgate.usecases.export.PreviewExport;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.gate.Sweep;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.MeasureCoverage;
import org.provgate.usecases.operate.PreviewPolicy;
import org.provgate.usecases.operate.RuleOnSubmission;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Runs;
import org.provgate.usecases.preview.Flip;
import org.provgate.usecases.preview.PolicyChange;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.ConductRescan.Planned;
import org.provgate.usecases.rescan.WorkSegment;
import org.provgate.usecases.rescan.WorkSegment.Worked;

/// A hub in memory with the rules that ship, whose submissions are decided again.
final class RescanWorld {

    static final String GOOD = Example.BASE_MANIFEST.replace(
            "SHA256(" + Example.BASE_FILE + ")",
            Digests.sha256(Example.BASE_TEXT).hex());

    static final String UNLICENSED = GOOD.replaceFirst("  license: CC-BY-4.0\n", "");

    final List<Announcement> announced = new ArrayList<>();
    final List<Run> finished = new ArrayList<>();
    final InMemoryRuns runs = new InMemoryRuns();
    private final InMemoryObjectStore store = new InMemoryObjectStore(this::now);
    private final Set<SubmissionName> changed = new LinkedHashSet<>();
    final InMemoryLedger ledger = new InMemoryLedger(change -> changed.add(change.name()));
    private final Engine engine = GateEngine.engine();
    private final InspectObject inspect;
    private final DecideSubmission decide;
    private final PlaceObjects place;
    private Policy policy = PolicyText.shipped();
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private int callsLeft = Integer.MAX_VALUE;

    RescanWorld() {
        this.inspect = new InspectObject(
                ledger, store, () -> policy, GateEngine.inspection(engine.registry()), engine, new Layout(), this::now);
        this.decide = new DecideSubmission(ledger, store, () -> policy, engine, this::now);
        this.place = new PlaceObjects(ledger, store, announced::add, this::now);
    }

    private Instant now() {
        return now;
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    void policy(String text) {
        policy = PolicyText.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /// A submission of one file and its manifest.
    void submit(String id, String manifest) {
        upload(id + "/" + Example.BASE_FILE, Example.BASE_TEXT);
        upload(id + "/provenance.yaml", manifest);
        settle();
    }

    private void upload(String key, String text) {
        String version = store.upload(key, text.getBytes(StandardCharsets.UTF_8), Map.of());
        inspect.inspect(new Notice(key, version, "", Notice.Kind.CREATED));
    }

    void settle() {
        while (!changed.isEmpty()) {
            List<SubmissionName> names = List.copyOf(changed);
            changed.clear();
            for (SubmissionName name : names) {
                decide.decideAgain(name);
                place.place(name, () -> true);
            }
        }
    }

    /// What is due is looked after until nothing is.
    void sweep() {
        Sweep sweep = new Sweep(ledger, decide, place, this::now);
        Sweep.Swept swept;
        do {
            swept = sweep.sweep(() -> true);
            if (!swept.faults().isEmpty()) {
                throw new AssertionError(swept.faults().getFirst().cause());
            }
            settle();
        } while (swept.decided() > 0);
    }

    void rule(String id, Act.Deed deed) {
        SubmissionName name = SubmissionName.parse(id).orElseThrow();
        new RuleOnSubmission(ledger, () -> policy, this::now)
                .rule(name, new Caller.Operator("olga"), deed, Act.Request.none());
        settle();
    }

    /// Carries out what was decided, and decides nothing.
    void place() {
        List<SubmissionName> names = List.copyOf(changed);
        changed.clear();
        names.forEach(name -> place.place(name, () -> true));
        changed.clear();
    }

    /// The gate dies at the n-th call of the ledger's part about rescans from now on.
    void dieAfter(int calls) {
        callsLeft = calls;
    }

    static final class DeathException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Runs mortal() {
        return (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (_, method, arguments) -> {
                    if (callsLeft-- <= 0) {
                        throw new DeathException();
                    }
                    try {
                        return method.invoke(runs, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }

    private RescanSubmission rescan() {
        return new RescanSubmission(ledger, store, () -> policy, engine, decide, this::now);
    }

    ConductRescan conductor() {
        return new ConductRescan(ledger, mortal(), rescan(), (run, _) -> finished.add(run), this::now);
    }

    WorkSegment worker() {
        return new WorkSegment(ledger, mortal(), rescan(), this::now);
    }

    Run run(Scope scope) {
        return lead(conductor().plan(scope, Run.Limits.standard()));
    }

    /// From where it is to its end, or to where it asks.
    Run lead(Planned planned) {
        Planned at = planned;
        while (at instanceof Planned.Ready(Run run, List<Integer> open)) {
            for (int segment : open) {
                Worked worked = worker().work(run.id(), segment, () -> true);
                if (worked != Worked.DONE) {
                    return runs.run(run.id()).orElseThrow();
                }
            }
            at = conductor().goOn(run.id());
        }
        return switch (at) {
            case Planned.Busy(Run run) -> run;
            case Planned.Ready(Run run, var _) -> run;
            case Planned.Unfinished(Run run, var _) -> run;
            case Planned.TooDear _ -> throw new AssertionError("too dear");
        };
    }

    List<Flip> preview(String text) {
        Policy next = PolicyText.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));
        PreviewPolicy previews = new PreviewPolicy(ledger, store, () -> policy, engine, this::now);
        List<Flip> flips = new ArrayList<>();
        String after = "";
        do {
            PreviewPolicy.Part part = previews.preview(next, after, () -> true);
            flips.addAll(part.flips());
            after = part.next();
        } while (!after.isEmpty());
        return flips;
    }

    /// As lines, with head and end.
    List<String> export() {
        ExportFacts exports = new ExportFacts(ledger, store, engine);
        List<String> lines = new ArrayList<>(List.of(ExportLines.write(new ExportLine.Head("x"))));
        ExportLine.End end = new ExportLine.End(0, 0, 0);
        String next = "";
        do {
            ExportFacts.Part part = exports.export(ExportFacts.Place.parse(next).orElseThrow(), () -> false);
            lines.addAll(part.lines());
            end = new ExportLine.End(
                    end.submissions() + part.submissions(),
                    end.objects() + part.objects(),
                    end.damaged() + part.damaged());
            next = part.next();
        } while (!next.isEmpty());
        lines.add(ExportLines.write(end));
        return lines;
    }

    private static ByteArrayInputStream bytes(List<String> export) {
        return new ByteArrayInputStream(String.join("\n", export).getBytes(StandardCharsets.UTF_8));
    }

    List<Flip> previewExport(List<String> export, String text, PreviewExport.Faults faults) {
        PolicyChange change = new PolicyChange(
                policy,
                PolicyText.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8)),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        PreviewExport preview = new PreviewExport(engine, change, false, faults);
        try {
            preview.read(bytes(export));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return preview.flips();
    }

    ImportFacts.Imported importFacts(List<String> export, PreviewExport.Faults faults) {
        ImportFacts importing =
                new ImportFacts(ledger, store, () -> policy, engine, new Caller.Operator("olga"), this::now, faults);
        try {
            ExportReader.read(bytes(export), importing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return importing.imported();
    }

    /// The objects of thirty submissions as they were uploaded, of which nobody has heard yet.
    void copies() {
        for (int i = 0; i < 30; i++) {
            lay("ada/tides%02d/r1/%s".formatted(i, Example.BASE_FILE), Example.BASE_TEXT);
            lay("ada/tides%02d/r1/provenance.yaml".formatted(i), i % 5 == 0 ? UNLICENSED : GOOD);
        }
    }

    /// An object of which no notice comes.
    void lay(String key, String text) {
        store.upload(key, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    void arrive(String key, String text) {
        upload(key, text);
        settle();
    }

    /// In one part; bytes are not compared.
    MeasureCoverage.Part coverage() {
        MeasureCoverage.Part part = new MeasureCoverage(ledger, store).measure("", () -> true);
        return new MeasureCoverage.Part(part.stored(), part.decided(), 0, 0, part.gaps(), part.next());
    }

    /// Every report in force, by submission.
    SortedMap<String, String> reports() {
        SortedMap<String, String> reports = new TreeMap<>();
        ReadVerdict reading = new ReadVerdict(store);
        ledger.list(Optional.empty(), "", 10_000)
                .items()
                .forEach(record -> ledger.verdict(record.name(), record.verdict())
                        .ifPresent(verdict -> reports.put(
                                record.name().toString(), reading.read(verdict).report())));
        return reports;
    }

    /// How every submission stands.
    String outcomes() {
        return String.join(
                ", ",
                ledger.list(Optional.empty(), "", 10_000).items().stream()
                        .map(record -> record.name() + " " + record.state().word())
                        .toList());
    }

    VerdictRecord verdict(String id) {
        SubmissionName name = SubmissionName.parse(id).orElseThrow();
        return ledger.verdict(name, ledger.submission(name).orElseThrow().verdict())
                .orElseThrow();
    }

    long verdicts() {
        return ledger.list(Optional.empty(), "", 10_000).items().stream()
                .mapToLong(record -> record.verdict())
                .sum();
    }
}
