package org.provgate.proof.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.proof.attack.Intruder.DATASET;
import static org.provgate.proof.attack.Intruder.MANIFEST;
import static org.provgate.proof.attack.Intruder.QUARANTINE;
import static org.provgate.proof.attack.Intruder.ROWS;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.wait.Eventually;
import org.provgate.usecases.ledger.State;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/// With credentials for the bucket, and no policy of AWS in the way: the embedded store lets everybody do everything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketAttacksTest {

    private static final int NOT_THERE = 404;

    private static final SubmissionName VICTIM = new SubmissionName("victim", "tides", "r1");

    private final Intruder intruder = Intruder.atAGate();

    @BeforeAll
    void somebodyElseWasAccepted() {
        intruder.submit(VICTIM, Intruder.GOOD);
        intruder.settled(VICTIM, State.ACCEPTED);
    }

    @AfterAll
    void theOtherIsUntouched() {
        assertThat(intruder.gate.ledger().submission(VICTIM).orElseThrow())
                .matches(record -> record.state() == State.ACCEPTED && record.verdict() == 1, "as it was");
        assertThat(intruder.readable(VICTIM.prefix())).hasSize(2);
        assertThat(intruder.log()).as("faults of the gate").isEmpty();
        intruder.close();
    }

    @Test
    void aTagSetOverAndOverWhileTheGateDecidesOpensNothing() throws InterruptedException {
        SubmissionName name = Intruder.name("tag-race");
        String key = name.keyOf(ROWS);
        String version = intruder.put(key, Intruder.TEXT, "provenance=accepted");
        AtomicBoolean enough = new AtomicBoolean();
        Thread hand = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                tag(key, version);
            }
        });
        intruder.put(name.keyOf(MANIFEST), Intruder.BAD, "provenance=accepted");

        intruder.settled(name, State.QUARANTINED);
        enough.set(true);
        hand.join();

        assertThat(intruder.versions(DATASET, name.prefix())).isEmpty();
        assertThat(intruder.versions(QUARANTINE, name.prefix()))
                .hasSize(2)
                .allSatisfy(
                        each -> assertThat(intruder.tags(QUARANTINE, each)).containsEntry("provenance", "quarantined"));
    }

    private void tag(String key, String version) {
        try {
            intruder.s3.putObjectTagging(p -> p.bucket(DATASET)
                    .key(key)
                    .versionId(version)
                    .tagging(tags -> tags.tagSet(
                            Tag.builder().key("provenance").value("accepted").build())));
        } catch (S3Exception refused) {
            // The gate has moved the version away meanwhile; any other refusal would be a fault of the servers.
            assertThat(refused.statusCode()).isEqualTo(NOT_THERE);
        }
    }

    @Test
    void anObjectReplacedOverAndOverWhileTheGateDecidesIsNeverReadWithOtherBytes() {
        SubmissionName name = Intruder.name("replaced");
        for (int i = 0; i < 8; i++) {
            intruder.put(name.keyOf(ROWS), Intruder.TEXT);
            intruder.put(name.keyOf(MANIFEST), Intruder.GOOD);
            intruder.put(name.keyOf(ROWS), "{\"question\": \"And now?\", \"answer\": \"Number " + i + ".\"}\n");
        }

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.readable(name.keyOf(ROWS)))
                .allSatisfy(each -> assertThat(intruder.text(DATASET, each)).isEqualTo(Intruder.TEXT));
        assertThat(intruder.versions(DATASET, name.keyOf(ROWS)).size()
                        + intruder.versions(QUARANTINE, name.keyOf(ROWS)).size())
                .as("every version in one place")
                .isEqualTo(16);
    }

    @Test
    void deleteMarkersNeitherHideEvidenceNorLoseIt() {
        SubmissionName name = Intruder.name("hidden");
        intruder.submit(name, Intruder.BAD);
        for (String path : List.of(ROWS, MANIFEST)) {
            intruder.s3.deleteObject(d -> d.bucket(DATASET).key(name.keyOf(path)));
        }

        Eventually.holds(
                "an end of " + name,
                () -> intruder.gate
                        .ledger()
                        .submission(name)
                        .filter(record -> record.state() == State.QUARANTINED || record.state() == State.WITHDRAWN)
                        .isPresent());

        assertThat(intruder.readable(name.prefix())).isEmpty();
        assertThat(intruder.versions(DATASET, name.prefix()).size()
                        + intruder.versions(QUARANTINE, name.prefix()).size())
                .isEqualTo(2);
    }

    @Test
    void keysThatClimbOrAreEncodedTwiceReachNobodyElse() {
        SubmissionName name = Intruder.name("keys");
        List<String> keys = List.of(
                "demo/keys/r1/../../../victim/tides/r1/" + ROWS,
                "demo/keys/r1/./" + ROWS,
                "demo//keys/r1/x",
                "demo/keys/r1/%2e%2e/%2e%2e/x",
                "demo/keys/r1/%252e%252e%252fx",
                "demo/keys/r1/data%2Ftrain.jsonl",
                "demo/keys/r1/a\\..\\b",
                "demo/keys/r1/a+b c",
                "demo/ke%79s/r1/x",
                "demo/keys/r1/" + "x".repeat(1024 - "demo/keys/r1/".length()),
                "demo/keys/r1/" + "é".repeat((1024 - "demo/keys/r1/".length()) / 2),
                "вemo/keys/r1/x",
                "demo/keys");
        keys.forEach(key -> intruder.put(key, "bytes at " + key));
        intruder.submit(name, Intruder.GOOD);

        intruder.settled(name, State.QUARANTINED);

        for (String key : keys) {
            Eventually.holds("quarantine of " + key, () -> lies(QUARANTINE, key) && !lies(DATASET, key));
            assertThat(intruder.versions(QUARANTINE, key).stream()
                            .filter(version -> version.key().equals(key)))
                    .singleElement()
                    .satisfies(version ->
                            assertThat(intruder.text(QUARANTINE, version)).isEqualTo("bytes at " + key));
        }
    }

    private boolean lies(String bucket, String key) {
        return intruder.versions(bucket, key).stream().map(ObjectVersion::key).anyMatch(key::equals);
    }

    @Test
    void aKeyThatDiffersByCaseOrNormalisationAloneIsNeverTakenForTheOther() {
        SubmissionName name = Intruder.name("collisions");
        for (String twin : List.of("data/Train.jsonl", "data/tr\u0430in.jsonl", "data/train.js\u200bonl")) {
            intruder.put(name.keyOf(twin), "{\"question\": \"Who?\", \"answer\": \"Another.\"}\n");
        }
        for (String twin : List.of("data/caf\u00e9.jsonl", "data/cafe\u0301.jsonl")) {
            intruder.put(name.keyOf(twin), Intruder.TEXT);
        }
        intruder.submit(name, Intruder.GOOD);

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.codes(name)).contains("key-confusable", "file-unlisted");
        assertThat(intruder.versions(QUARANTINE, name.prefix())).hasSize(7);
        assertThat(intruder.versions(DATASET, name.prefix())).isEmpty();
    }

    @Test
    void aFloodOfVersionsOfOneKeyIsAccountedFor() {
        SubmissionName name = Intruder.name("flood");
        for (int i = 0; i < 20; i++) {
            intruder.put(name.keyOf(ROWS), "flood " + i);
        }
        intruder.put(name.keyOf(MANIFEST), Intruder.BAD);

        intruder.settled(name, State.QUARANTINED);

        Eventually.holds(
                "all versions in quarantine",
                () -> intruder.versions(QUARANTINE, name.prefix()).size() == 21
                        && intruder.versions(DATASET, name.prefix()).isEmpty());
    }
}
