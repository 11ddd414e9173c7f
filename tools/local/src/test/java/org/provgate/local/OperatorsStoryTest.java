package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.local.Visitor.DATASET;
import static org.provgate.local.Visitor.QUARANTINE;
import static org.provgate.local.Visitor.ROWS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.testkit.wait.Eventually;
import org.provgate.usecases.ledger.State;

/// What an operator and a contributor do over HTTP, and what becomes of the objects.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorsStoryTest {

    private static final InstantSource SYSTEM = InstantSource.system();

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> SYSTEM.instant().plus(ahead.get());
    private final Visitor visitor = Visitor.of(Optional.empty(), clock);

    @AfterAll
    void stop() {
        visitor.close();
    }

    private SubmissionName quarantined(String dataset) {
        SubmissionName name = Visitor.name(dataset);
        visitor.submit(name, Visitor.UNLICENSED);
        visitor.settled(name, State.QUARANTINED);
        return name;
    }

    private void say(SubmissionName name, String verb, String body) {
        var answer = visitor.ask(
                "POST",
                "/api/submissions/" + name + "/" + verb,
                visitor.gate.ready().token(),
                body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String tomorrow() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1).toString();
    }

    @Test
    void aReleaseBringsTheDataBackAndItsExpiryTakesItAway() {
        SubmissionName name = quarantined("released");

        say(name, "release", "{\"reason\": \"checked by hand\", \"expires\": \"" + tomorrow() + "\"}");
        visitor.settled(name, State.RELEASED);

        assertThat(visitor.versions(QUARANTINE, name)).isEmpty();
        assertThat(visitor.versions(DATASET, name))
                .hasSize(2)
                .allSatisfy(version -> assertThat(visitor.tags(DATASET, version.key(), version.versionId()))
                        .containsEntry("provenance", "accepted"))
                .anySatisfy(
                        version -> assertThat(visitor.text(DATASET, version)).isEqualTo(Example.BASE_TEXT));

        ahead.set(ahead.get().plusDays(2));
        visitor.settled(name, State.QUARANTINED);

        assertThat(visitor.versions(DATASET, name)).isEmpty();
        assertThat(visitor.versions(QUARANTINE, name)).hasSize(2);
        assertThat(visitor.ask(
                                "/api/submissions/" + name + "/history",
                                visitor.gate.ready().contributorToken())
                        .body())
                .contains("\"kind\":\"released\"", "checked by hand", "\"kind\":\"lapsed\"", "\"by\":\"gate\"");
    }

    @Test
    void aRejectionKeepsOutWhatIsUploadedLaterUntilARecheck() {
        SubmissionName name = quarantined("rejected");

        say(name, "reject", "{\"reason\": \"spam\"}");
        visitor.settled(name, State.REJECTED);
        visitor.put(name.keyOf(Visitor.MANIFEST), Visitor.GOOD, "");
        Eventually.holds(
                "the mended manifest is kept out",
                () -> visitor.versions(DATASET, name).isEmpty()
                        && visitor.versions(QUARANTINE, name).size() == 3);
        assertThat(visitor.gate.ledger().submission(name).orElseThrow().state()).isEqualTo(State.REJECTED);

        say(name, "recheck", "");
        visitor.settled(name, State.ACCEPTED);

        assertThat(visitor.versions(DATASET, name)).hasSize(2);
    }

    @Test
    void aWaiverLetsInAndItsExpiryIsDecidedAgain() {
        SubmissionName name = quarantined("waived");

        say(name, "waivers", """
                {"code": "license-missing", "subject": "dataset:Harbour phrasebook", "reason": "public domain",
                 "expires": "%s"}
                """.formatted(tomorrow()));
        visitor.settled(name, State.ACCEPTED);

        ahead.set(ahead.get().plusDays(2));
        visitor.settled(name, State.QUARANTINED, 3);

        assertThat(visitor.ask(
                                "/api/submissions/" + name + "/history",
                                visitor.gate.ready().token())
                        .body())
                .contains("\"cause\":\"waiver\"", "\"by\":\"operator\"");
    }

    @Test
    void aFileIsUploadedToASignedAddressAndNoOtherBytesAre() throws IOException, InterruptedException {
        SubmissionName name = Visitor.name("signed");
        String asked = """
                {"contributor": "demo", "dataset": "signed", "revision": "r1", "files": [
                  {"path": "%s", "bytes": %d, "sha256": "%s"}]}
                """.formatted(ROWS, Example.BASE_TEXT.length(), Visitor.digest(Example.BASE_TEXT));
        var grant = visitor.ask("POST", "/api/submissions", visitor.gate.ready().contributorToken(), asked);
        assertThat(grant.statusCode()).as(grant.body()).isEqualTo(200);
        List<Bodies.Address> addresses = Bodies.addresses(grant.body());

        assertThat(put(addresses.getFirst(), Example.BASE_TEXT.replace("north", "south")))
                .isEqualTo(400);
        assertThat(put(addresses.getFirst(), Example.BASE_TEXT)).isEqualTo(200);

        visitor.when(name, record -> record.state() == State.RECEIVING);
        assertThat(visitor.versions(DATASET, name)).hasSize(1);
    }

    private static int put(Bodies.Address address, String text) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address.url())).PUT(BodyPublishers.ofString(text));
            address.headers().forEach(request::header);
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void thePageIsStillThere() {
        assertThat(visitor.ask("/", "").body()).contains("<title>Provenance Gate</title>");
    }
}
