package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.aws.s3.S3PolicySource;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.usecases.port.Bucket;

/// The verbs against a gate that runs, as one story.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerbsTest {

    private static final InstantSource SYSTEM = InstantSource.system();

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Path folder = Path.of("");

    private final LocalGate gate = LocalGate.start(new LocalSettings(
            0,
            Optional.empty(),
            new PolicyChoice.AsItWas(),
            () -> SYSTEM.instant().plus(ahead.get()),
            new PrintStream(System.err, true, StandardCharsets.UTF_8)));

    @BeforeAll
    void folders(@TempDir Path given) {
        folder = given;
        Submission.of(folder.resolve("good"), Submission.HUMAN);
        Submission.of(folder.resolve("bad"), Submission.HUMAN)
                .replacing("provenance.yaml", "  license: CC-BY-4.0\ncontributors", "contributors");
    }

    @AfterAll
    void stop() {
        gate.close();
    }

    private Called operator(String... arguments) {
        return called(gate.ready().token(), arguments);
    }

    private Called secondOperator(String... arguments) {
        return called(gate.ready().secondToken(), arguments);
    }

    private Called contributor(String... arguments) {
        return called(gate.ready().contributorToken(), arguments);
    }

    private Called called(String token, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--api", gate.ready().api().toString(), "--token", token));
        return Called.in(folder, all.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void aGoodFolderIsSubmittedWithoutCredentialsAndAccepted() {
        Called called = contributor("submit", "good", "--to", "demo/good/r1");

        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.out())
                .startsWith("demo/good/r1: accepted")
                .contains(gate.ready().console() + "#/submissions/demo/good/r1");
    }

    @Test
    @Order(2)
    void whatWouldBeQuarantinedIsNotUploaded() {
        Called called = contributor("submit", "bad", "--to", "demo/bad/r1");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).contains("license-missing");
        assertThat(called.err()).contains("nothing was uploaded");
        assertThat(operator("status", "demo/bad/r1").exit()).isEqualTo(1);
        assertThat(operator("list").out()).doesNotContain("demo/bad/r1");
    }

    @Test
    @Order(3)
    void theGatesVerdictIsWaitedFor() {
        Called called = contributor("submit", "bad", "--to", "s3://dataset/demo/bad/r1/", "--no-validate");

        assertThat(called.exit()).as(called.err()).isEqualTo(1);
        assertThat(called.out()).startsWith("demo/bad/r1: quarantined").contains("error license-missing");
    }

    @Test
    @Order(4)
    void statusAndListTellWhatStands() {
        Called status = contributor("status", "demo/bad/r1");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).contains("demo/bad/r1: quarantined", "error license-missing");
        assertThat(contributor("status", "demo/good/r1").exit()).isZero();
        assertThat(operator("list", "--state", "quarantined").out().lines())
                .singleElement()
                .asString()
                .startsWith("quarantined")
                .contains("demo/bad/r1");
        assertThat(contributor("list", "--format", "json").json().path("items")).hasSize(2);
    }

    @Test
    @Order(5)
    void anAppealAndARelease() {
        assertThat(contributor("appeal", "demo/bad/r1", "--message", "public domain")
                        .exit())
                .isZero();
        assertThat(operator("list", "--appealed").out()).contains("demo/bad/r1", "(appealed)");

        Called refused = contributor("release", "demo/bad/r1", "--reason", "x", "--expires", "2999-01-01");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("operators alone do that");

        Called released = operator("release", "demo/bad/r1", "--reason", "checked", "--expires", "2999-01-01");
        assertThat(released.exit()).as(released.err()).isZero();
        assertThat(released.out()).contains("demo/bad/r1", "released by operator", "reason checked");
        Called status = contributor("status", "demo/bad/r1");
        assertThat(status.exit()).isZero();
        assertThat(status.out()).contains("released, by rule quarantined", "released until 2999-01-01");
    }

    @Test
    @Order(6)
    void aRejectionARecheckAndAWaiver() {
        assertThat(operator("reject", "demo/bad/r1", "--reason", "spam").exit()).isZero();
        assertThat(operator("reject", "demo/bad/r1", "--reason", "spam").exit())
                .as("already")
                .isEqualTo(1);
        assertThat(operator("recheck", "demo/bad/r1").exit()).isZero();
        Called waived = operator(
                "waive",
                "demo/bad/r1",
                "--code",
                "license-missing",
                "--subject",
                "dataset:Harbour phrasebook",
                "--reason",
                "public domain",
                "--expires",
                "2999-01-01");
        assertThat(waived.exit()).as(waived.err()).isZero();
        assertThat(operator("history", "demo/bad/r1").out())
                .containsSubsequence("verdict 1", "appealed by demo", "released by operator", "rejected", "rechecked")
                .contains("waived by operator; code license-missing; subject dataset:Harbour phrasebook");
    }

    @Test
    @Order(7)
    void aRulingThatWantsTwoOperatorsIsConfirmedByAnother() {
        gate.store()
                .put(
                        Bucket.REPORT,
                        S3PolicySource.KEY,
                        "application/yaml",
                        "secondOperator: [reject]".getBytes(StandardCharsets.UTF_8));
        ahead.set(Duration.ofMinutes(10));

        Called proposed = operator("reject", "demo/bad/r1", "--reason", "spam");
        assertThat(proposed.exit()).as(proposed.err()).isZero();
        assertThat(proposed.out())
                .contains("proposed as act 6: rejected by operator", "provgate confirm demo/bad/r1 6");
        assertThat(operator("list", "--proposed").out()).contains("demo/bad/r1", "(waits for a second operator)");
        assertThat(operator("status", "demo/bad/r1").out()).contains("a ruling waits for a second operator");

        Called alone = operator("confirm", "demo/bad/r1", "6");
        assertThat(alone.exit()).isEqualTo(1);
        assertThat(alone.err()).contains("it was proposed by operator");
        assertThat(secondOperator("decline", "demo/bad/r1", "6", "--reason", "no spam")
                        .out())
                .contains("declined act 6 by second-operator");

        operator("reject", "demo/bad/r1", "--reason", "spam after all");
        Called confirmed = secondOperator("confirm", "demo/bad/r1", "8");
        assertThat(confirmed.exit()).as(confirmed.err()).isZero();
        assertThat(confirmed.out()).contains("rejected (proposed as act 8, confirmed) by second-operator");
        assertThat(contributor("history", "demo/bad/r1").out())
                .contains("spam after all")
                .doesNotContain("no spam");
    }

    @Test
    @Order(8)
    void whatLiesThereAlreadyIsNotSentAgain() {
        Submission mended = Submission.of(folder.resolve("mended"), Submission.HUMAN);
        mended.replacing("provenance.yaml", "  license: CC-BY-4.0\ncontributors", "contributors");
        contributor("submit", "mended", "--to", "demo/mended/r1", "--no-validate");
        mended.replacing("provenance.yaml", "\ncontributors:", "\n  license: CC-BY-4.0\ncontributors:");

        Called again = contributor("submit", "mended", "--to", "demo/mended/r1");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).startsWith("demo/mended/r1: accepted");
        assertThat(again.err()).contains("1 of 2 files lie there already");

        Called same = contributor("submit", "mended", "--to", "demo/mended/r1");
        assertThat(same.exit()).as(same.err()).isZero();
        assertThat(same.err()).contains("2 of 2 files lie there already");
    }

    @Test
    void whatCannotRunIsOneSentenceAndExit2() {
        String nobody = "http://127.0.0.1:1/api";
        List<List<String>> calls = List.of(
                List.of("status", "demo/good/r1"),
                List.of("status", "demo/good/r1", "--api", "ftp://x", "--token", "t"),
                List.of("status", "demo/good/r1", "--api", nobody, "--token", "t"),
                List.of("status", "demo/good/r1", "--api", nobody),
                List.of("status", "demo/../r1", "--api", nobody, "--token", "t"),
                List.of("status", "demo/good", "--api", nobody, "--token", "t"),
                List.of(
                        "release",
                        "demo/good/r1",
                        "--reason",
                        "x",
                        "--expires",
                        "soon",
                        "--api",
                        nobody,
                        "--token",
                        "t"),
                List.of("release", "demo/good/r1", "--reason", "x"),
                List.of("list", "--api", gate.ready().api().toString(), "--token", "wrong"),
                List.of("submit", "good", "--to", "demo/good/r1"),
                List.of("submit", "good", "--to", "s3://dataset/demo/good"),
                List.of("submit", "good", "--to", "s3://dataset/../good/r1/"),
                List.of("submit", "nowhere", "--to", "s3://dataset/demo/good/r1/"));

        for (List<String> arguments : calls) {
            Called called = Called.in(folder, arguments.toArray(String[]::new));

            assertThat(called.exit()).as("%s", arguments).isEqualTo(2);
            assertThat(called.out()).as("%s", arguments).isEmpty();
            assertThat(called.err().lines()).as("%s", arguments).hasSize(1);
            assertThat(called.err()).as("%s", arguments).startsWith("provgate: ");
        }
    }
}
