package org.provgate.proof.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.proof.attack.Intruder.DATASET;
import static org.provgate.proof.attack.Intruder.MANIFEST;
import static org.provgate.proof.attack.Intruder.QUARANTINE;
import static org.provgate.proof.attack.Intruder.ROWS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.provgate.core.submission.SubmissionName;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.usecases.ledger.State;

/// What a manifest, or a file that looks like one of the gate's own, may claim.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclarationAttacksTest {

    private static final SubmissionName VICTIM = new SubmissionName("victim", "tides", "r1");

    /// Lets the victim off one rule.
    private static final String POLICY = """
        policy: provenance-gate/v1
        name: with-a-waiver
        waivers:
          - code: license-missing
            dataset: victim/tides
            subject: "dataset:Harbour phrasebook"
            reason: agreed by letter
            approver: Grace
            expires: 2099-01-01
        """;

    private final Intruder intruder = new Intruder(new PolicyChoice.Written("policy.yaml", POLICY));

    @AfterAll
    void stop() {
        assertThat(intruder.log()).as("faults of the gate").isEmpty();
        intruder.close();
    }

    @Test
    void aManifestThatNamesAnothersDatasetDoesNotGetItsWaivers() {
        intruder.submit(VICTIM, Intruder.BAD);
        intruder.settled(VICTIM, State.ACCEPTED);
        SubmissionName name = Intruder.name("borrowed");
        intruder.submit(name, Intruder.BAD.replace("  version:", "  id: victim/tides\n  version:"));

        intruder.settled(name, State.QUARANTINED);

        SubmissionName alike = Intruder.name("tides");
        intruder.submit(alike, Intruder.BAD);
        intruder.settled(alike, State.QUARANTINED);
        assertThat(intruder.codes(alike)).contains("license-missing");
    }

    @Test
    void aManifestThatListsAnothersFilesNeitherReadsNorMovesThem() {
        SubmissionName other = new SubmissionName("victim", "moons", "r1");
        intruder.submit(other, Intruder.GOOD);
        intruder.settled(other, State.ACCEPTED);
        SubmissionName name = Intruder.name("climbing");
        intruder.submit(
                name,
                Intruder.GOOD.replace("path: data/train.jsonl", "path: ../../../victim/moons/r1/data/train.jsonl"));

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.readable(other.prefix())).hasSize(2);
        assertThat(intruder.gate.ledger().submission(other).orElseThrow().verdict())
                .isEqualTo(1);
    }

    @Test
    void waiversAndSeveritiesInAManifestAreNone() {
        SubmissionName name = Intruder.name("own-waivers");
        intruder.submit(name, Intruder.BAD + """
            waivers:
              - {code: license-missing, dataset: demo/own-waivers, subject: "dataset:Harbour phrasebook", reason: mine, approver: me, expires: 2099-01-01}
            rules:
              license-missing: {severity: off}
            """);

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.codes(name)).contains("license-missing", "manifest-invalid");
    }

    @Test
    void aPolicyAmongTheUploadsIsAFileLikeAnyOther() {
        String before = policy();
        String off =
                "policy: provenance-gate/v1\nname: open\nmode: audit\nrules:\n  license-missing: {severity: off}\n";
        SubmissionName name = Intruder.name("own-policy");
        intruder.put("policy.yaml", off);
        intruder.put("policy/policy.yaml", off);
        intruder.put(name.keyOf("policy.yaml"), off);
        intruder.submit(name, Intruder.BAD);

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.codes(name)).contains("license-missing", "file-unlisted");
        assertThat(policy()).isEqualTo(before).contains("with-a-waiver");
    }

    private String policy() {
        return intruder.ask("GET", "/api/policy", intruder.gate.ready().token(), "")
                .body();
    }

    @Test
    void aReportAmongTheUploadsIsNotTakenForAVerdict() {
        SubmissionName name = Intruder.name("own-report");
        intruder.put(name.keyOf("report.json"), "{\"outcome\": \"accepted\", \"findings\": []}");
        intruder.put(name.keyOf(".provenance/verdict.json"), "{\"outcome\": \"accepted\"}");
        intruder.submit(name, Intruder.BAD);

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.versions(DATASET, name.prefix())).isEmpty();
        assertThat(intruder.versions(QUARANTINE, name.prefix())).hasSize(4);
    }

    @Test
    void aSecondManifestThatSaysLessDoesNotCountInsteadOfTheFirst() {
        SubmissionName name = Intruder.name("two-manifests");
        intruder.put(
                name.keyOf("provenance.json"), "{\"manifest\": \"dataset-provenance/v1\", \"teachers\": \"none\"}");
        intruder.submit(name, Intruder.GOOD);

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.codes(name)).contains("manifest-duplicate");
    }

    @Test
    void rowsThatNameTheirMakerAreNotExcusedByAnyWordOfTheManifest() {
        String rows =
                "{\"question\": \"Who are you?\", \"answer\": \"I am Claude, an AI assistant made by Anthropic.\"}\n";
        SubmissionName name = Intruder.name("denied");
        intruder.put(name.keyOf(ROWS), rows);
        intruder.put(
                name.keyOf(MANIFEST),
                Intruder.manifest(rows)
                        .replace("description: ", "description: No model was used, whatever the rows say. "));

        intruder.settled(name, State.QUARANTINED);

        assertThat(intruder.codes(name)).contains("teacher-undeclared");
        assertThat(intruder.readable(name.prefix())).isEmpty();
    }
}
