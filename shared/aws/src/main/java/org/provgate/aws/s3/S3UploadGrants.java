package org.provgate.aws.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.aws.client.Calls;
import org.provgate.core.facts.Sha256;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.UploadGrants;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// Addresses into the dataset bucket, signed by the gate's own role. Size and digest are part of what is signed, and
/// S3 takes no header of its own that is not.
public final class S3UploadGrants implements UploadGrants {

    /// Signed, and sent by every client of its own accord.
    private static final Set<String> SENT_ANYWAY = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final BucketNames buckets;

    /// @param endpoint of an emulator; empty for AWS itself
    public S3UploadGrants(
            Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint, BucketNames buckets) {
        var builder = S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint.isPresent())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        this.presigner = builder.build();
        this.buckets = buckets;
    }

    @Override
    public Grant grant(String key, long bytes, Sha256 sha256, Duration lasts) {
        PutObjectRequest upload = PutObjectRequest.builder()
                .bucket(buckets.of(Bucket.DATASET))
                .key(key)
                .contentLength(bytes)
                .checksumSHA256(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256.hex())))
                .build();
        PresignedPutObjectRequest signed = Calls.call(
                "sign an upload of " + key,
                () -> presigner.presignPutObject(
                        sign -> sign.signatureDuration(lasts).putObjectRequest(upload)));
        SortedMap<String, String> headers = new TreeMap<>();
        signed.signedHeaders().forEach((name, values) -> {
            if (!SENT_ANYWAY.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", List.copyOf(values)));
            }
        });
        return new Grant(URI.create(signed.url().toString()), headers);
    }
}
