package org.provgate.functions.rescan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.event.RescanRequest;
import org.provgate.formats.machine.StateMachine;
import org.provgate.formats.machine.StateMachine.Ended;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.testkit.memory.InMemoryRuns;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.port.PolicySource;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.WorkSegment;

/// The state machine that is deployed, carried out over the steps of the function.
class RunStepsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final String STRICT =
            "policy: provenance-gate/v1\nname: strict\nlicenses:\n  forbidden: [CC-BY-4.0]\n";

    private final InMemoryLedger ledger = new InMemoryLedger(_ -> {});
    private final InMemoryObjectStore store = new InMemoryObjectStore(() -> NOW);
    private final InMemoryRuns runs = new InMemoryRuns();
    private String policy = "policy: provenance-gate/v1\nname: usual\n";
    private final List<String> inputs = new ArrayList<>();

    static RunSteps steps() {
        return new RunStepsTest().runSteps();
    }

    private RunSteps runSteps() {
        Engine engine = GateEngine.engine();
        PolicySource policies = () -> PolicyText.read("policy.yaml", policy.getBytes(UTF_8));
        DecideSubmission decide = new DecideSubmission(ledger, store, policies, engine, CLOCK);
        RescanSubmission rescan = new RescanSubmission(ledger, store, policies, engine, decide, CLOCK);
        return new RunSteps(
                new ConductRescan(ledger, runs, rescan, (_, _) -> {}, CLOCK),
                new WorkSegment(ledger, runs, rescan, CLOCK));
    }

    private void submit(String id) {
        Engine engine = GateEngine.engine();
        PolicySource policies = () -> PolicyText.read("policy.yaml", policy.getBytes(UTF_8));
        InspectObject inspect = new InspectObject(
                ledger, store, policies, GateEngine.inspection(engine.registry()), engine, new Layout(), CLOCK);
        Map<String, String> files = Map.of(
                Example.BASE_FILE,
                Example.BASE_TEXT,
                "provenance.yaml",
                Example.BASE_MANIFEST.replace(
                        "SHA256(" + Example.BASE_FILE + ")",
                        Digests.sha256(Example.BASE_TEXT).hex()));
        files.forEach((path, text) -> {
            String key = id + "/" + path;
            String version = store.upload(key, text.getBytes(UTF_8), Map.of());
            inspect.inspect(new Notice(key, version, "", Notice.Kind.CREATED));
        });
        new DecideSubmission(ledger, store, policies, engine, CLOCK)
                .decide(SubmissionName.parse(id).orElseThrow());
    }

    private static StateMachine machine() {
        try (InputStream definition = RunSteps.class.getResourceAsStream("rescan.asl.json")) {
            return StateMachine.read(Objects.requireNonNull(definition).readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Ended run(String input) {
        RunSteps steps = runSteps();
        return machine().run(input.getBytes(UTF_8), (resource, asked) -> {
            assertThat(resource).isEqualTo("${Rescan}");
            inputs.add(new String(asked, UTF_8));
            return switch (RescanRequest.read(new ByteArrayInputStream(asked))) {
                case RescanRequest.Plan plan -> steps.plan(plan).json();
                case RescanRequest.Segment segment ->
                    steps.segment(segment, () -> true).json();
                case RescanRequest.GoOn on -> steps.goOn(on).json();
                case RescanRequest.Overdue _, RescanRequest.Backlog _ -> throw new AssertionError("not of a run");
            };
        });
    }

    @Test
    void theMachineLeadsARunFromPlanToSummary() {
        submit("ada/tides/r1");
        policy = STRICT;

        Ended ended = run("{\"step\": \"plan\", \"scope\": \"all\", \"flipPercent\": 100}");

        assertThat(ended).isInstanceOf(Ended.Succeeded.class);
        assertThat(runs.latest().map(Run::stage)).contains(Run.Stage.FINISHED);
        assertThat(runs.latest().map(run -> run.totals().written())).contains(1L);
        assertThat(inputs).hasSize(5);
    }

    @Test
    void aRunThatAsksEndsWithoutWriting() {
        submit("ada/tides/r1");
        policy = STRICT;

        assertThat(run("{\"step\": \"plan\", \"scope\": \"all\"}")).isInstanceOf(Ended.Succeeded.class);

        assertThat(runs.latest().map(Run::stage)).contains(Run.Stage.ASKING);
        assertThat(inputs).hasSize(3);
    }

    @Test
    void whatCostsTooMuchFailsSoThatSomebodyHearsOfIt() {
        submit("ada/tides/r1");

        assertThat(run("{\"step\": \"plan\", \"scope\": \"all\", \"costCents\": 0}"))
                .isInstanceOf(Ended.Failed.class)
                .extracting(ended -> ((Ended.Failed) ended).error())
                .isEqualTo("TooDear");
    }

    @Test
    void theDefinitionCallsOneFunctionAlone() {
        assertThat(machine().resources()).containsExactly("${Rescan}");
    }

    @Test
    void whatTheInterpreterDoesNotKnowIsRefused() {
        String odd = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\", \"OutputPath\": \"$\"}}}";
        String lost = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Next\": \"B\"}}}";

        assertThatThrownBy(() -> StateMachine.read(odd.getBytes(UTF_8))).hasMessageContaining("OutputPath");
        assertThatThrownBy(() -> StateMachine.read(lost.getBytes(UTF_8))).hasMessageContaining("leads to B");
    }
}
