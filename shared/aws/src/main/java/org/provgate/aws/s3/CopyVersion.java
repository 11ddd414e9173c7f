package org.provgate.aws.s3;

import java.util.ArrayList;
import java.util.List;
import org.provgate.aws.client.Calls;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/// Copies one version inside S3: in one call up to 5 GB, in parts above.
final class CopyVersion {

    private static final long GIBIBYTE = 1L << 30;

    private final S3Client client;
    private final long oneCallLimit;
    private final long partSize;

    CopyVersion(S3Client client) {
        this(client, 5 * GIBIBYTE, GIBIBYTE);
    }

    CopyVersion(S3Client client, long oneCallLimit, long partSize) {
        this.client = client;
        this.oneCallLimit = oneCallLimit;
        this.partSize = partSize;
    }

    /// @return the version id of the copy
    String copy(String from, String key, String version, HeadObjectResponse original, String to, Tagging tagging) {
        return original.contentLength() <= oneCallLimit
                ? whole(from, key, version, to, tagging)
                : inParts(from, key, version, original, to, tagging);
    }

    private String whole(String from, String key, String version, String to, Tagging tagging) {
        return Calls.call(
                        "copy " + key + " to " + to,
                        () -> client.copyObject(request -> request.sourceBucket(from)
                                .sourceKey(key)
                                .sourceVersionId(version)
                                .destinationBucket(to)
                                .destinationKey(key)
                                // Lets S3 say what it stored, so that the copy need not be read to be verified.
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                                .taggingDirective(TaggingDirective.REPLACE)
                                .tagging(tagging)))
                .versionId();
    }

    private String inParts(
            String from, String key, String version, HeadObjectResponse original, String to, Tagging tagging) {
        String upload = Calls.call(
                        "begin a copy of " + key + " to " + to,
                        () -> client.createMultipartUpload(request -> request.bucket(to)
                                .key(key)
                                .contentType(original.contentType())
                                .metadata(original.metadata())
                                .tagging(tagging)))
                .uploadId();
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (long begin = 0; begin < original.contentLength(); begin += partSize) {
                parts.add(part(from, key, version, begin, original.contentLength(), to, upload, parts.size() + 1));
            }
            return Calls.call(
                            "finish a copy of " + key + " to " + to,
                            () -> client.completeMultipartUpload(request -> request.bucket(to)
                                    .key(key)
                                    .uploadId(upload)
                                    .multipartUpload(done -> done.parts(parts))))
                    .versionId();
        } catch (UncheckedStoreException fault) {
            abandon(to, key, upload, fault);
            throw fault;
        }
    }

    private CompletedPart part(
            String from, String key, String version, long begin, long size, String to, String upload, int number) {
        long end = Math.min(begin + partSize, size) - 1;
        String etag = Calls.call(
                        "copy part " + number + " of " + key + " to " + to,
                        () -> client.uploadPartCopy(request -> request.sourceBucket(from)
                                .sourceKey(key)
                                .sourceVersionId(version)
                                .copySourceRange("bytes=" + begin + "-" + end)
                                .destinationBucket(to)
                                .destinationKey(key)
                                .uploadId(upload)
                                .partNumber(number)))
                .copyPartResult()
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    /// What cannot be abandoned now is cleared away by the bucket's lifecycle.
    private void abandon(String bucket, String key, String upload, UncheckedStoreException fault) {
        try {
            Calls.call(
                    "abandon a copy of " + key,
                    () -> client.abortMultipartUpload(
                            request -> request.bucket(bucket).key(key).uploadId(upload)));
        } catch (UncheckedStoreException second) {
            fault.addSuppressed(second);
        }
    }
}
