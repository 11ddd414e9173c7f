package org.provgate.functions.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
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
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.formats.http.ApiRequest;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.testkit.memory.InMemoryLedger.Change;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.testkit.memory.InMemoryRuns;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.UploadGrants.Grant;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.WorkSegment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A gate in memory with the rules that ship, asked through the handler.
final class Hub {

    static final String API = "/api";

    static final Map<String, String> OPERATOR =
            Map.of("sub", "1", "cognito:username", "grace", "cognito:groups", "[provgate-operators other]");

    static final Map<String, String> SECOND_OPERATOR =
            Map.of("sub", "3", "cognito:username", "mary", "cognito:groups", "[provgate-operators]");

    static final Map<String, String> ADA =
            Map.of("sub", "2", "username", "ada", "groups", "[provgate-contributor-ada]");

    static final Map<String, String> NOBODY = Map.of();

    static final String GOOD = Example.BASE_MANIFEST.replace(
            "SHA256(" + Example.BASE_FILE + ")",
            Digests.sha256(Example.BASE_TEXT).hex());

    static final String UNLICENSED = GOOD.replaceFirst("  license: CC-BY-4.0\n", "");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final InMemoryObjectStore store = new InMemoryObjectStore(this::now);
    private final Set<SubmissionName> changed = new LinkedHashSet<>();
    private final Set<SubmissionName> toDecide = new HashSet<>();
    final InMemoryRuns runs = new InMemoryRuns();
    final List<String> started = new ArrayList<>();
    final InMemoryLedger ledger = new InMemoryLedger(this::changed);
    private final InspectObject inspect;
    private final DecideSubmission decide;
    private final PlaceObjects place;
    private final ApiHandler handler;
    private Policy policy = PolicyText.shipped();
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    Hub() {
        Engine engine = GateEngine.engine().inBucket("dataset");
        Layout layout = new Layout();
        this.inspect = new InspectObject(
                ledger, store, () -> policy, GateEngine.inspection(engine.registry()), engine, layout, this::now);
        this.decide = new DecideSubmission(ledger, store, () -> policy, engine, this::now);
        this.place = new PlaceObjects(ledger, store, _ -> {}, this::now);
        this.handler = handler(ledger);
    }

    private ApiHandler handler(Ledger over) {
        return new ApiHandler(Api.of(
                new GateParts(
                        over,
                        runs,
                        store,
                        () -> policy,
                        (key, bytes, digest, lasts) -> new Grant(
                                URI.create("https://bucket.example/"
                                        + Digests.sha256(key).hex()),
                                new TreeMap<>(Map.of("x-amz-checksum-sha256", digest.hex()))),
                        started::add,
                        "dataset"),
                this::now));
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

    void later(Duration duration) {
        now = now.plus(duration);
    }

    void policy(Policy next) {
        policy = next;
    }

    void upload(String key, String text) {
        String version = store.upload(key, text.getBytes(StandardCharsets.UTF_8), Map.of());
        inspect.inspect(new Notice(key, version, "", Notice.Kind.CREATED));
        settle();
    }

    /// A submission of one file, and its manifest.
    void submit(String id, String manifest) {
        upload(id + "/" + Example.BASE_FILE, Example.BASE_TEXT);
        upload(id + "/provenance.yaml", manifest);
    }

    /// What the state machine does.
    void work() {
        RescanSubmission rescan = new RescanSubmission(
                ledger, store, () -> policy, GateEngine.engine().inBucket("dataset"), decide, this::now);
        ConductRescan conduct = new ConductRescan(ledger, runs, rescan, (_, _) -> {}, this::now);
        WorkSegment worker = new WorkSegment(ledger, runs, rescan, this::now);
        Optional<ConductRescan.Planned> at = conduct.takeUp(started.getLast());
        while (at.isPresent() && at.get() instanceof ConductRescan.Planned.Ready(Run run, List<Integer> open)) {
            open.forEach(segment -> worker.work(run.id(), segment, () -> true));
            at = Optional.of(conduct.goOn(run.id()));
        }
    }

    void settle() {
        while (!changed.isEmpty()) {
            List<SubmissionName> names = List.copyOf(changed);
            changed.clear();
            for (SubmissionName name : names) {
                if (toDecide.remove(name)) {
                    decide.decide(name);
                }
                place.place(name, () -> true);
            }
        }
    }

    /// Everything the ledger says, to see whether anything changed.
    String everything() {
        List<String> all = new ArrayList<>();
        ledger.list(Optional.empty(), "", 1000).items().forEach(record -> {
            all.add(record.toString());
            all.add(ledger.acts(record.name()).toString());
            all.add(ledger.load(record.name()).toString());
        });
        return String.join("\n", all);
    }

    ApiAnswer get(Map<String, String> caller, String path) {
        return ask(caller, "GET", path, Map.of(), "");
    }

    ApiAnswer get(Map<String, String> caller, String path, String accept) {
        return ask(caller, "GET", path, Map.of("Accept", accept), "");
    }

    ApiAnswer post(Map<String, String> caller, String path, String body) {
        return ask(caller, "POST", path, Map.of(), body);
    }

    ApiAnswer ask(Map<String, String> caller, String method, String path, Map<String, String> headers, String body) {
        return ask(handler, caller, method, path, headers, body);
    }

    /// A gate whose ledger cannot be reached.
    ApiAnswer askWithoutLedger(Map<String, String> caller, String method, String path, String body) {
        Ledger broken = (Ledger)
                Proxy.newProxyInstance(Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (_, _, _) -> {
                    throw new IllegalStateException("the ledger is away");
                });
        return ask(handler(broken), caller, method, path, Map.of(), body);
    }

    private static ApiAnswer ask(
            ApiHandler handler,
            Map<String, String> caller,
            String method,
            String path,
            Map<String, String> headers,
            String body) {
        int question = path.indexOf('?');
        ApiRequest request = new ApiRequest(
                method,
                API + (question < 0 ? path : path.substring(0, question)),
                question < 0 ? "" : path.substring(question + 1),
                new TreeMap<>(headers),
                body,
                new TreeMap<>(caller));
        return ApiAnswer.read(handle(handler, request.event()));
    }

    byte[] handle(byte[] event) {
        return handle(handler, event);
    }

    private static byte[] handle(ApiHandler handler, byte[] event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, Contexts.withMillis(60_000));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return answer.toByteArray();
    }

    static JsonNode json(ApiAnswer answer) {
        return JSON.readTree(answer.body());
    }
}
