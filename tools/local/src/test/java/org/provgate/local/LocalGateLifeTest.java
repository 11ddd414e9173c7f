package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provgate.local.Visitor.DATASET;
import static org.provgate.local.Visitor.ROWS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.usecases.ledger.State;

class LocalGateLifeTest {

    private static final InstantSource SYSTEM = InstantSource.system();

    @Test
    void aSubmissionWithoutManifestIsQuarantinedWhenItsTimeIsOver() {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        InstantSource clock = () -> SYSTEM.instant().plus(ahead.get());
        SubmissionName name = Visitor.name("no-manifest");
        try (Visitor visitor = Visitor.of(Optional.empty(), clock)) {
            visitor.put(name.keyOf(ROWS), Example.BASE_TEXT, "");
            Instant deadline = visitor.when(name, record -> record.state() == State.RECEIVING)
                    .deadline();
            assertThat(deadline).isAfter(SYSTEM.instant().plus(Duration.ofHours(23)));

            ahead.set(Duration.ofHours(25));

            visitor.settled(name, State.QUARANTINED);
            assertThat(visitor.ask(
                                    "/api/submissions/" + name,
                                    visitor.gate.ready().token())
                            .body())
                    .contains("\"codes\":[\"manifest-missing\"]");
        }
    }

    @Test
    void aGateGoesOnWhereItWasClosed(@TempDir Path folder) {
        SubmissionName quarantined = Visitor.name("quarantined");
        SubmissionName justUploaded = Visitor.name("just-uploaded");
        try (Visitor visitor = Visitor.of(Optional.of(folder), SYSTEM)) {
            visitor.submit(quarantined, Visitor.UNLICENSED);
            visitor.settled(quarantined, State.QUARANTINED);
            visitor.submit(justUploaded, Visitor.GOOD);
        }
        try (Visitor visitor = Visitor.of(Optional.of(folder), SYSTEM)) {
            visitor.settled(justUploaded, State.ACCEPTED);

            visitor.put(quarantined.keyOf(Visitor.MANIFEST), Visitor.GOOD, "");
            visitor.settled(quarantined, State.ACCEPTED);

            assertThat(visitor.gate.ledger().history(quarantined)).hasSize(2);
            assertThat(visitor.versions(DATASET, quarantined))
                    .extracting(version -> visitor.text(DATASET, version))
                    .containsExactly(Example.BASE_TEXT, Visitor.GOOD);
        }
    }

    @Test
    void aFolderInUseIsSaid(@TempDir Path folder) {
        try (Visitor first = Visitor.of(Optional.of(folder), SYSTEM)) {
            assertThat(first.gate.ready().s3()).isNotNull();

            assertThatThrownBy(() -> Visitor.of(Optional.of(folder), SYSTEM))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("the folder " + folder + " is in use by another gate");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Visitor.of(Optional.of(file.resolve("below")), SYSTEM))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith("the folder " + file.resolve("below") + " cannot be written: ");
    }

    @Test
    void aTakenPortIsSaidWhicheverItIs(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> start(port, folder))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("port " + port + " of 127.0.0.1 is taken; --port chooses another");
            assertThatThrownBy(() -> start(port - 1, folder))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageStartingWith("port " + port + " of 127.0.0.1 is taken");
        }
        // What was opened before the fault was given back.
        try (LocalGate gate = start(0, folder)) {
            assertThat(gate.ready().json()).startsWith("{\"console\":\"http://127.0.0.1:");
        }
    }

    @Test
    void aPortThatIsNoneIsSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> start(65_535, folder))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("a port is between 1 and 65534, and S3 takes the next one");
    }

    @Test
    void aFaultyPolicyIsSaidWithItsPlace(@TempDir Path folder) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "policy: provenance-gate/v1\nnonsense: 1\n");

        assertThatThrownBy(() -> LocalGate.start(Visitor.settings(
                        0, Optional.empty(), new PolicyChoice.FromFile(policy, "policy.yaml"), SYSTEM)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("policy.yaml:2");
    }

    private static LocalGate start(int port, Path folder) {
        return LocalGate.start(Visitor.settings(port, Optional.of(folder), new PolicyChoice.AsItWas(), SYSTEM));
    }
}
