package org.provgate.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyVersionTest {

    private static final int PART = 5 * 1024 * 1024;
    private static final String KEY = "ada/tides/r1/large ä+.bin";

    private final EmbeddedBuckets buckets = new EmbeddedBuckets();

    @Test
    void whatIsTooLargeForOneCallIsCopiedInParts() {
        BucketNames names = buckets.create();
        byte[] bytes = new byte[2 * PART + 17];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 1000);
        }
        String version = buckets.client()
                .putObject(
                        object -> object.bucket(names.dataset())
                                .key(KEY)
                                .contentType("application/x-test")
                                .metadata(Map.of("note", "kept")),
                        RequestBody.fromBytes(bytes))
                .versionId();
        HeadObjectResponse original = buckets.client()
                .headObject(object -> object.bucket(names.dataset()).key(KEY).versionId(version));
        Tagging tagging = Tagging.builder()
                .tagSet(Tag.builder().key("provenance").value("quarantined").build())
                .build();

        String copy = new CopyVersion(buckets.client(), PART, PART)
                .copy(names.dataset(), KEY, version, original, names.quarantine(), tagging);

        assertThat(buckets.client()
                        .getObjectAsBytes(object ->
                                object.bucket(names.quarantine()).key(KEY).versionId(copy))
                        .asByteArray())
                .isEqualTo(bytes);
        assertThat(buckets.client()
                        .getObjectTagging(object ->
                                object.bucket(names.quarantine()).key(KEY).versionId(copy))
                        .tagSet())
                .isEqualTo(tagging.tagSet());
        assertThat(buckets.client()
                        .headObject(object ->
                                object.bucket(names.quarantine()).key(KEY).versionId(copy))
                        .metadata())
                .isEqualTo(Map.of("note", "kept"));
    }

    @AfterAll
    void close() {
        buckets.close();
    }
}
