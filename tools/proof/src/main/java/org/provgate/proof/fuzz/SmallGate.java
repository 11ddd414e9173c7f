package org.provgate.proof.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.provgate.aws.bus.LoggedAnnouncements;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.aws.s3.BucketNames;
import org.provgate.aws.wiring.Settings;
import org.provgate.aws.wiring.Wiring;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.embedded.EmbeddedDynamo;
import org.provgate.embedded.EmbeddedS3;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.port.Bucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// The real parts over servers in memory, moved by hand.
record SmallGate(Wiring wiring) {

    private static final String TABLE = "ledger";
    private static final BucketNames BUCKETS = new BucketNames("dataset", "quarantine", "report");

    /// Stands until the process ends.
    static SmallGate inMemory() {
        EmbeddedDynamo ledger = EmbeddedDynamo.inMemory();
        LedgerTable.create(ledger.client(), TABLE);
        EmbeddedS3 objects = EmbeddedS3.inMemory();
        S3Client s3 = objects.client();
        for (Bucket bucket : Bucket.values()) {
            String name = BUCKETS.of(bucket);
            s3.createBucket(to -> to.bucket(name));
            s3.putBucketVersioning(
                    to -> to.bucket(name).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        }
        return new SmallGate(new Wiring(
                new Settings(TABLE, BUCKETS, "", "", "", "us-east-1", Optional.of(objects.endpoint())),
                ledger.client(),
                s3,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")),
                LoggedAnnouncements::new,
                () -> _ -> {},
                Optional.empty(),
                InstantSource.system()));
    }

    /// A submission whose licence is missing, decided and placed.
    void submit(String id) {
        SubmissionName name = SubmissionName.parse(id).orElseThrow();
        String manifest = Example.BASE_MANIFEST
                .replace(
                        "SHA256(" + Example.BASE_FILE + ")",
                        Digests.sha256(Example.BASE_TEXT).hex())
                .replaceFirst("\n  license: CC-BY-4.0\n", "\n");
        upload(name.keyOf(Example.BASE_FILE), Example.BASE_TEXT);
        upload(name.keyOf("provenance.yaml"), manifest);
        wiring.decideSubmission().decide(name);
        wiring.placeObjects().place(name, () -> true);
    }

    private void upload(String key, String text) {
        wiring.store().put(Bucket.DATASET, key, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        String version = wiring.store()
                .versions(Bucket.DATASET, key, "")
                .versions()
                .getFirst()
                .version();
        wiring.inspectObject().inspect(new Notice(key, version, "", Notice.Kind.CREATED));
    }
}
