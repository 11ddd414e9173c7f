package org.provgate.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.core.facts.Digests;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class ChecksumTest {

    /// SHA-256 of the empty text, as S3 writes it.
    private static final String EMPTY = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void whatS3MeasuredOverTheWholeObjectIsTaken() {
        assertThat(Checksum.ofWholeObject(head(EMPTY, ChecksumType.FULL_OBJECT)))
                .contains(Digests.sha256(""));
    }

    @Test
    void aChecksumOfPartsIsNoneOfTheObject() {
        assertThat(Checksum.ofWholeObject(head(EMPTY, ChecksumType.COMPOSITE))).isEmpty();
        assertThat(Checksum.ofWholeObject(head(EMPTY + "-3", ChecksumType.FULL_OBJECT)))
                .isEmpty();
    }

    @Test
    void withoutAChecksumThereIsNone() {
        assertThat(Checksum.ofWholeObject(HeadObjectResponse.builder().build())).isEmpty();
        assertThat(Checksum.ofWholeObject(
                        HeadObjectResponse.builder().checksumSHA256(EMPTY).build()))
                .as("nobody says what it was measured over")
                .isEmpty();
    }

    private static HeadObjectResponse head(String checksum, ChecksumType type) {
        return HeadObjectResponse.builder()
                .checksumSHA256(checksum)
                .checksumType(type)
                .build();
    }
}
