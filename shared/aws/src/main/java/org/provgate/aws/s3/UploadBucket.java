package org.provgate.aws.s3;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.provgate.aws.client.AwsClients;
import org.provgate.aws.client.Calls;
import org.provgate.core.facts.Sha256;
import org.provgate.usecases.gate.Tags;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/// A dataset bucket as a contributor sees it, with credentials of their own.
public final class UploadBucket implements AutoCloseable {

    private static final int FORBIDDEN = 403;

    private final S3Client client;
    private final String bucket;

    private UploadBucket(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /// @param region empty for the usual one
    /// @param endpoint of an emulator; empty for AWS itself
    public static UploadBucket open(String bucket, String region, Optional<URI> endpoint) {
        AwsClients clients = new AwsClients(
                Region.of(region.isEmpty() ? "us-east-1" : region),
                DefaultCredentialsProvider.builder().build(),
                endpoint);
        return new UploadBucket(clients.s3(), bucket);
    }

    /// What became of an uploaded version.
    public enum Fate {
        UNDECIDED,
        ACCEPTED,
        /// Moved out of the bucket, or closed in it.
        QUARANTINED,
        /// The credentials do not show it.
        HIDDEN
    }

    /// Refused by the store when the bytes that arrive are others.
    ///
    /// @return the version
    public String put(String key, Path file, Sha256 sha256) {
        String version = Calls.call(
                        "upload " + key,
                        () -> client.putObject(
                                request -> request.bucket(bucket)
                                        .key(key)
                                        .checksumSHA256(Base64.getEncoder()
                                                .encodeToString(HexFormat.of().parseHex(sha256.hex()))),
                                RequestBody.fromFile(file)))
                .versionId();
        return version == null ? "" : version;
    }

    public Fate fate(String key, String version) {
        return Calls.call("look at " + key, () -> {
            try {
                List<Tag> tags = client.getObjectTagging(
                                request -> request.bucket(bucket).key(key).versionId(version))
                        .tagSet();
                return tags.stream()
                        .filter(tag -> tag.key().equals(Tags.PROVENANCE))
                        .findFirst()
                        .map(tag -> tag.value().equals(Tags.ACCEPTED) ? Fate.ACCEPTED : Fate.QUARANTINED)
                        .orElse(Fate.UNDECIDED);
            } catch (S3Exception fault) {
                if (Missing.is(fault)) {
                    return Fate.QUARANTINED;
                }
                if (fault.statusCode() == FORBIDDEN) {
                    return Fate.HIDDEN;
                }
                throw fault;
            }
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
