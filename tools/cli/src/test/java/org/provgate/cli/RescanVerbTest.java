package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.aws.s3.S3PolicySource;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.testkit.wait.Eventually;
import org.provgate.usecases.port.Bucket;
import tools.jackson.databind.JsonNode;

/// A policy is tightened, previewed, put in force, and loosened again, from the command line.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RescanVerbTest {

    private static final int SUBMISSIONS = 5;

    private static final String STRICT = """
        policy: provenance-gate/v1
        name: strict
        licenses:
          forbidden: ["ODbL-1.0"]
        """;

    private static final String USUAL = "policy: provenance-gate/v1\nname: hub-default\n";

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> InstantSource.system().instant().plus(ahead.get());
    private Path folder = Path.of("");

    private final LocalGate gate = LocalGate.start(new LocalSettings(
            0,
            Optional.empty(),
            new PolicyChoice.Written("policy.yaml", USUAL),
            clock,
            new PrintStream(System.err, true, StandardCharsets.UTF_8)));

    @BeforeAll
    void submissions(@TempDir Path given) {
        folder = given;
        new Submission(folder).with("strict.yaml", STRICT);
        for (int i = 0; i < SUBMISSIONS; i++) {
            String name = "tides" + i;
            Submission made = Submission.of(folder.resolve(name), Submission.HUMAN);
            if (i < 2) {
                made.replacing(
                        "provenance.yaml", "  license: CC-BY-4.0\ncontributors", "  license: ODbL-1.0\ncontributors");
            }
            Called called = called(gate.ready().contributorToken(), "submit", name, "--to", "demo/" + name + "/r1");
            assertThat(called.exit()).as(called.out() + called.err()).isZero();
        }
    }

    @AfterAll
    void stop() {
        gate.close();
    }

    private Called operator(String... arguments) {
        return called(gate.ready().token(), arguments);
    }

    private Called called(String token, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint", gate.ready().api().toString(), "--token", token));
        return Called.in(folder, all.toArray(String[]::new));
    }

    /// Who writes the policy, and when everybody goes by it.
    private void policy(String text) {
        gate.store().put(Bucket.REPORT, S3PolicySource.KEY, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
        ahead.set(ahead.get().plusMinutes(10));
    }

    private List<String> findings() {
        return IntStream.range(0, SUBMISSIONS)
                .mapToObj(i -> operator("status", "demo/tides" + i + "/r1", "--format", "json")
                        .json()
                        .path("findings")
                        .toString())
                .toList();
    }

    @Test
    void theLineageIsDrawn() {
        Submission made = Submission.of(folder.resolve("almanac"), Submission.HUMAN);
        made.replacing("provenance.yaml", "sources:\n", """
            sources:
              - id: tides
                type: dataset
                name: Tides
                version: "1"
                uri: s3://dataset/demo/tides3/r1/
                license: CC-BY-4.0
                rightsBasis: license
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            """);
        called(gate.ready().contributorToken(), "submit", "almanac", "--to", "demo/almanac/r1");

        assertThat(operator("lineage", "demo/tides3/r1").out()).isEqualTo("""
            demo/tides3/r1
            comes from
              Written from scratch by the contributors (not known)
            leads to
              demo/almanac/r1
            """);
        assertThat(operator("lineage", "demo/almanac/r1").out()).contains("\n  demo/tides3/r1\n");
        assertThat(operator("lineage", "demo/tides3/r1", "--as", "dot").out())
                .contains("\"demo/tides3/r1\" -> \"demo/almanac/r1\";");
        assertThat(operator("lineage", "demo/tides3/r1", "--as", "mermaid").out())
                .startsWith("flowchart LR\n")
                .contains("[\"demo/almanac/r1\"]");
        assertThat(operator("lineage", "demo/tides3/r1", "--format", "json").json())
                .anyMatch(edge -> edge.path("to").asString("").equals("demo/almanac/r1"));
        assertThat(operator("lineage", "demo/nothing/r1").exit()).isEqualTo(1);

        Submission.of(folder.resolve("stranger"), Submission.HUMAN).replacing("provenance.yaml", "sources:\n", """
            sources:
              - id: tides
                type: dataset
                name: Tides
                version: "1"
                uri: s3://another-hub/demo/tides3/r1/
                license: CC-BY-4.0
                rightsBasis: license
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            """);
        called(gate.ready().contributorToken(), "submit", "stranger", "--to", "demo/stranger/r1");
        assertThat(operator("lineage", "demo/stranger/r1").out())
                .as("a submission in another bucket is another's")
                .doesNotContain("demo/tides3/r1");
    }

    @Test
    void aWaiverThatEndsQuarantinesAgainAndSaysWhy() {
        Submission.of(folder.resolve("waived"), Submission.HUMAN)
                .replacing("provenance.yaml", "  license: CC-BY-4.0\ncontributors", "contributors");
        String id = "demo/waived/r1";
        called(gate.ready().contributorToken(), "submit", "waived", "--to", id, "--no-validate");
        JsonNode finding = operator("status", id, "--format", "json")
                .json()
                .path("findings")
                .path(0);
        String subject = finding.at("/subject/kind").asString("") + ":"
                + finding.at("/subject/name").asString("");
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        Called waived = operator(
                "waive",
                id,
                "--code",
                "license-missing",
                "--subject",
                subject,
                "--reason",
                "agreed",
                "--expires",
                today);
        assertThat(waived.exit()).as(waived.err()).isZero();
        Eventually.holds("accepted", () -> state(id).equals("accepted"));

        ahead.set(ahead.get().plusDays(2));
        operator("rescan", "--flip-percent", "100");

        Eventually.holds("quarantined", () -> state(id).equals("quarantined"));
        assertThat(operator("history", id).out()).contains("verdict 3: quarantined (waiver)");
    }

    private String state(String id) {
        return operator("status", id, "--format", "json").json().path("state").asString("");
    }

    @Test
    void factsAreTakenOutAndAnyPolicyIsPreviewedOnThem() {
        Called export = operator("facts", "export", "facts.jsonl.zst");
        assertThat(export.exit()).as(export.err()).isZero();

        Called preview = Called.in(folder, "policy", "preview", "strict.yaml", "facts.jsonl.zst");

        assertThat(preview.exit()).as(preview.err()).isEqualTo(1);
        assertThat(preview.out()).contains("demo/tides0/r1: accepted → quarantined", "license-forbidden");
        assertThat(Called.in(folder, "policy", "preview", "strict.yaml", "strict.yaml")
                        .exit())
                .isEqualTo(2);
        assertThat(called(gate.ready().contributorToken(), "facts", "export", "no.zst")
                        .exit())
                .isEqualTo(2);
        assertThat(folder.resolve("no.zst")).doesNotExist();
    }

    @Test
    void coverageSaysThatAllIsDecided() {
        Called coverage = operator("coverage");

        assertThat(coverage.exit()).as(coverage.out()).isZero();
        assertThat(coverage.out()).contains("object versions are decided (100.00 %)");
    }

    @Test
    void whatThePreviewNamesFlipsAndComesBack() {
        List<String> before = findings();
        Called preview = operator("policy", "preview", "strict.yaml", "--format", "json");
        assertThat(preview.exit()).as(preview.err()).isEqualTo(1);
        assertThat(preview.json().path("flips").intValue()).isEqualTo(2);

        Called unconfirmed = operator("policy", "publish", "strict.yaml");
        assertThat(unconfirmed.exit()).as(unconfirmed.err()).isEqualTo(1);
        assertThat(unconfirmed.err()).contains("2 of", "nothing is changed");
        Called published = operator("policy", "publish", "strict.yaml", "--confirm");
        assertThat(published.exit()).as(published.err()).isZero();
        assertThat(published.out()).startsWith("strict is in force: 2 of ");
        ahead.set(ahead.get().plusMinutes(10));
        Called asking = operator("rescan");
        assertThat(asking.exit()).as(asking.err()).isEqualTo(1);
        assertThat(asking.out()).contains("asking", "nothing is written until somebody confirms");
        Called confirmed = operator("rescan", "--say", "confirm", "--format", "json");

        assertThat(confirmed.exit()).as(confirmed.err()).isZero();
        JsonNode run = confirmed.json();
        assertThat(run.path("stage").asString("")).isEqualTo("finished");
        assertThat(run.at("/totals/written").intValue()).isEqualTo(2);
        assertThat(run.path("items").values().stream()
                        .map(item -> item.path("id").asString("") + " "
                                + item.path("to").asString("") + " "
                                + item.path("cause").asString("")))
                .containsExactlyInAnyOrder("demo/tides0/r1 quarantined policy", "demo/tides1/r1 quarantined policy");
        assertThat(operator("rescan", "--say", "confirm").exit()).isEqualTo(1);

        policy(USUAL);
        Called loosened = operator("rescan", "--scope", "license:odbl-1.0", "--flip-percent", "100");

        assertThat(loosened.exit()).as(loosened.err()).isZero();
        assertThat(loosened.out()).contains("2 looked at, 2 changed, 2 flipped, 2 written");
        assertThat(findings()).isEqualTo(before);
        assertThat(operator("rescan", "--status").out()).contains("finished");
    }
}
