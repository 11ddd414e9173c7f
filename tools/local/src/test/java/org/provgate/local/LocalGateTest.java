package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.provgate.local.Visitor.DATASET;
import static org.provgate.local.Visitor.MANIFEST;
import static org.provgate.local.Visitor.QUARANTINE;
import static org.provgate.local.Visitor.ROWS;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.State;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalGateTest {

    private Visitor visitor = Visitor.of(Optional.empty(), InstantSource.system());

    @BeforeAll
    void somethingElseIsThere() {
        visitor.submit(Visitor.name("before"), Visitor.GOOD);
    }

    @AfterAll
    void stop() {
        visitor.close();
    }

    @Test
    void anAcceptedSubmissionCarriesTheTagAndKeepsItsOwn() {
        SubmissionName name = Visitor.name("accepted");
        String rows = visitor.put(name.keyOf(ROWS), Example.BASE_TEXT, "team=data%20team");
        String manifest = visitor.put(name.keyOf(MANIFEST), Visitor.GOOD, "");

        visitor.settled(name, State.ACCEPTED);

        assertThat(visitor.tags(DATASET, name.keyOf(ROWS), rows))
                .isEqualTo(Map.of("provenance", "accepted", "team", "data team"));
        assertThat(visitor.tags(DATASET, name.keyOf(MANIFEST), manifest)).isEqualTo(Map.of("provenance", "accepted"));
        assertThat(visitor.versions(QUARANTINE, name)).isEmpty();
    }

    @Test
    void aQuarantinedSubmissionLiesInQuarantineByteForByte() {
        SubmissionName name = Visitor.name("quarantined");
        visitor.submit(name, Visitor.UNLICENSED);

        visitor.settled(name, State.QUARANTINED);

        assertThat(visitor.versions(DATASET, name)).isEmpty();
        assertThat(visitor.versions(QUARANTINE, name))
                .extracting(version -> visitor.text(QUARANTINE, version))
                .containsExactly(Example.BASE_TEXT, Visitor.UNLICENSED);
    }

    @Test
    void aTagThatWasForgedAtUploadIsNotBelieved() {
        SubmissionName name = Visitor.name("forged");
        visitor.put(name.keyOf(ROWS), Example.BASE_TEXT, "provenance=accepted&PROVENANCE=accepted&mine=1");
        visitor.put(name.keyOf(MANIFEST), Visitor.UNLICENSED, "provenance=accepted");

        visitor.settled(name, State.QUARANTINED);

        assertThat(visitor.versions(DATASET, name)).isEmpty();
        for (ObjectVersion version : visitor.versions(QUARANTINE, name)) {
            assertThat(visitor.tags(QUARANTINE, version.key(), version.versionId()))
                    .containsEntry("provenance", "quarantined")
                    .doesNotContainKey("PROVENANCE");
        }
    }

    @Test
    void aCorrectedManifestAloneBringsTheDataBack() {
        SubmissionName name = Visitor.name("mended");
        visitor.submit(name, Visitor.UNLICENSED);
        visitor.settled(name, State.QUARANTINED);

        visitor.put(name.keyOf(MANIFEST), Visitor.GOOD, "");
        visitor.settled(name, State.ACCEPTED);

        assertThat(visitor.versions(DATASET, name))
                .extracting(version -> visitor.text(DATASET, version))
                .containsExactly(Example.BASE_TEXT, Visitor.GOOD);
        assertThat(visitor.versions(DATASET, name))
                .allSatisfy(version -> assertThat(visitor.tags(DATASET, version.key(), version.versionId()))
                        .containsEntry("provenance", "accepted"));
        assertThat(visitor.versions(QUARANTINE, name))
                .extracting(version -> visitor.text(QUARANTINE, version))
                .containsExactly(Visitor.UNLICENSED);
    }

    @Test
    void anObjectThatIsReplacedAfterAcceptanceIsNotCoveredByTheVerdict() {
        SubmissionName name = Visitor.name("replaced");
        String first = visitor.put(name.keyOf(ROWS), Example.BASE_TEXT, "");
        visitor.put(name.keyOf(MANIFEST), Visitor.GOOD, "");
        visitor.settled(name, State.ACCEPTED);

        visitor.put(name.keyOf(ROWS), "{\"question\": \"And now?\", \"answer\": \"Something else.\"}\n", "");
        visitor.settled(name, State.QUARANTINED, 2);

        assertThat(visitor.versions(DATASET, name))
                .extracting(ObjectVersion::key, ObjectVersion::versionId)
                .containsExactly(tuple(name.keyOf(ROWS), first));
        assertThat(visitor.tags(DATASET, name.keyOf(ROWS), first)).containsEntry("provenance", "accepted");
    }

    @Test
    void theSameUploadAgainIsAcceptedAgain() {
        SubmissionName name = Visitor.name("twice");
        visitor.submit(name, Visitor.GOOD);
        visitor.settled(name, State.ACCEPTED);

        visitor.submit(name, Visitor.GOOD);
        visitor.when(
                name,
                record -> visitor.versions(DATASET, name).size() == 4
                        && visitor.versions(DATASET, name).stream()
                                .allMatch(version -> visitor.tags(DATASET, version.key(), version.versionId())
                                        .containsKey("provenance")));

        assertThat(visitor.settled(name, State.ACCEPTED).state()).isEqualTo(State.ACCEPTED);
        assertThat(visitor.versions(QUARANTINE, name)).isEmpty();
    }

    @Test
    void aSubmissionOfWhichEverythingIsDeletedIsWithdrawn() {
        SubmissionName name = Visitor.name("withdrawn");
        visitor.submit(name, Visitor.GOOD);
        visitor.settled(name, State.ACCEPTED);

        for (String path : List.of(ROWS, MANIFEST)) {
            visitor.s3.deleteObject(d -> d.bucket(DATASET).key(name.keyOf(path)));
        }

        visitor.when(name, record -> record.state() == State.WITHDRAWN);
        assertThat(visitor.versions(DATASET, name)).hasSize(2);
    }

    @Test
    void aStrayObjectIsQuarantinedAtOnceAndAFolderMarkerIgnored() {
        visitor.put("demo/stray.txt", "hello", "");
        visitor.put("demo/folder/r1/", "", "");
        SubmissionName stray = SubmissionName.stray(
                Optional.of("demo"), Visitor.digest("demo/stray.txt").substring(0, 16));

        visitor.settled(stray, State.QUARANTINED);

        assertThat(visitor.ask("/api/submissions/" + stray, visitor.gate.ready().token())
                        .body())
                .contains("\"codes\":[\"file-outside-layout\"]");
        assertThat(visitor.s3
                        .listObjectVersions(l -> l.bucket(QUARANTINE).prefix("demo/stray.txt"))
                        .versions())
                .hasSize(1);
        assertThat(visitor.gate.ledger().submission(Visitor.name("folder"))).isEmpty();
        assertThat(visitor.s3
                        .listObjectVersions(l -> l.bucket(DATASET).prefix("demo/folder/"))
                        .versions())
                .hasSize(1);
    }

    @Test
    void keysThatNoManifestCouldNameDoNotDisturbTheOthers() {
        visitor.put("demo/odd/r1/ctl\u0001x", "hello", "");
        visitor.put("demo/odd/r1/not-empty/", "hello", "");
        SubmissionName name = Visitor.name("beside-odd-keys");
        visitor.submit(name, Visitor.GOOD);

        visitor.settled(name, State.ACCEPTED);
        for (String key : List.of("demo/odd/r1/ctl\u0001x", "demo/odd/r1/not-empty/")) {
            visitor.settled(
                    SubmissionName.stray(
                            Optional.of("demo"), Visitor.digest(key).substring(0, 16)),
                    State.QUARANTINED);
        }
    }

    @Test
    void whatIsAwaitedIsShown() {
        SubmissionName name = Visitor.name("awaited");
        visitor.put(name.keyOf(MANIFEST), Visitor.GOOD, "");

        visitor.when(name, record -> record.progress().expected() == 2);

        assertThat(visitor.ask("/api/submissions/" + name, visitor.gate.ready().token())
                        .body())
                .contains("\"state\":\"receiving\"", "\"outcome\":null", "\"missing\":[\"data/train.jsonl\"]");
    }

    @Test
    void reportAndHistoryCanBeRead() {
        SubmissionName name = Visitor.name("looked-up");
        visitor.submit(name, Visitor.UNLICENSED);
        visitor.settled(name, State.QUARANTINED);
        String token = visitor.gate.ready().token();

        assertThat(visitor.ask("/api/submissions/" + name, token).body())
                .contains("\"outcome\":\"quarantined\"", "\"findings\":[{\"code\":\"license-missing\"");
        assertThat(visitor.ask("/api/submissions/" + name + "/report", token).body())
                .contains("\"name\": \"" + name + "\"", "license-missing");
        assertThat(visitor.ask("/api/submissions/" + name + "/history", token).body())
                .contains("{\"items\":[{\"verdict\":1,", "\"cause\":\"data\"", "\"next\":null}");
        assertThat(visitor.ask("/api/rules", token).body()).contains("{\"items\":[{\"code\":\"manifest-missing\"");
    }

    @Test
    void aContributorSeesItsOwnAlone() {
        SubmissionName other = new SubmissionName("somebody", "else", "r1");
        visitor.submit(other, Visitor.GOOD);
        visitor.settled(other, State.ACCEPTED);
        String token = visitor.gate.ready().contributorToken();

        assertThat(visitor.ask("/api/submissions", token).body())
                .contains("\"contributor\":\"demo\"")
                .doesNotContain("somebody");
        assertThat(visitor.ask("/api/submissions/" + other, token).statusCode()).isEqualTo(404);
        assertThat(visitor.ask("/api/submissions?contributor=somebody", token).statusCode())
                .isEqualTo(403);
        assertThat(visitor.ask("/api/submissions", visitor.gate.ready().token()).body())
                .contains("somebody/else/r1");
    }

    @Test
    void withoutATokenNothingIsTold() {
        for (String token : List.of("", "wrong", "Bearer")) {
            var answer = visitor.ask("/api/submissions", token);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        }
        assertThat(visitor.ask("/", "").body())
                .contains("<title>Provenance Gate</title>")
                .doesNotContain("demo/");
    }

    @Test
    void oddQuestionsAreAnsweredWithProblems() {
        String token = visitor.gate.ready().token();

        assertThat(visitor.ask("/api/submissions/a/b", token).statusCode()).isEqualTo(404);
        assertThat(visitor.ask("/api/submissions/../../etc", token).statusCode())
                .isEqualTo(404);
        assertThat(visitor.ask("/api/submissions/a/b/c/d/e", token).statusCode())
                .isEqualTo(404);
        assertThat(visitor.ask("DELETE", "/api/submissions", token).statusCode())
                .isEqualTo(405);
        assertThat(visitor.ask("/elsewhere", token).statusCode()).isEqualTo(404);
        assertThat(visitor.ask("/api/submissions?cursor=nonsense", token).statusCode())
                .isLessThan(500);
    }
}
