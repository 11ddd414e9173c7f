package org.provgate.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.provgate.aws.client.Calls;
import org.provgate.aws.s3.ReadAhead.Window;
import org.provgate.core.facts.Sha256;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/// The object store in S3, always by version id.
public final class S3ObjectStore implements ObjectStore {

    /// The version id of what was stored before a bucket had versions.
    private static final String UNVERSIONED = "null";

    private final S3Client client;
    private final BucketNames buckets;
    private final CopyVersion copies;
    private final Window window;

    public S3ObjectStore(S3Client client, BucketNames buckets) {
        this(client, buckets, Window.STANDARD);
    }

    S3ObjectStore(S3Client client, BucketNames buckets, Window window) {
        this.window = window;
        this.client = client;
        this.buckets = buckets;
        this.copies = new CopyVersion(client);
    }

    @Override
    public Optional<Stored> describe(Bucket bucket, String key, String version) {
        return head(request(bucket, key).versionId(version).build())
                .map(head -> new Stored(version, head.contentLength(), head.lastModified()));
    }

    @Override
    public Optional<String> latest(Bucket bucket, String key) {
        return head(request(bucket, key).build())
                .map(head -> Optional.ofNullable(head.versionId()).orElse(UNVERSIONED));
    }

    @Override
    public InputStream open(Bucket bucket, String key, String version, long offset) {
        return Calls.call("open " + key, () -> {
            try {
                ResponseInputStream<GetObjectResponse> first =
                        client.getObject(part(bucket, key, version, offset, window.bytes()));
                OptionalLong end = Range.endOfObject(first.response().contentRange());
                return end.isPresent() && end.getAsLong() - offset > window.bytes()
                        ? new ReadAhead(
                                (from, length) -> part(client, part(bucket, key, version, from, length)),
                                window,
                                first,
                                offset,
                                end.getAsLong())
                        : first;
            } catch (S3Exception fault) {
                if (Missing.isBeyondTheEnd(fault)) {
                    return InputStream.nullInputStream();
                }
                throw fault;
            }
        });
    }

    private GetObjectRequest part(Bucket bucket, String key, String version, long from, int length) {
        return GetObjectRequest.builder()
                .bucket(buckets.of(bucket))
                .key(key)
                .versionId(version)
                .range(Range.of(from, length))
                .build();
    }

    private static byte[] part(S3Client client, GetObjectRequest request) throws IOException {
        try (InputStream bytes = Calls.call("read on in " + request.key(), () -> client.getObject(request))) {
            return bytes.readAllBytes();
        }
    }

    @Override
    public Sha256 digest(Bucket bucket, String key, String version) {
        return knownDigest(bucket, key, version).orElseGet(() -> {
            try (InputStream bytes = open(bucket, key, version, 0)) {
                return Checksum.of(bytes);
            } catch (IOException fault) {
                throw new UncheckedStoreException("could not read " + key, fault);
            }
        });
    }

    @Override
    public Optional<Sha256> knownDigest(Bucket bucket, String key, String version) {
        HeadObjectResponse head = head(request(bucket, key)
                        .versionId(version)
                        .checksumMode(ChecksumMode.ENABLED)
                        .build())
                .orElseThrow(() -> gone(bucket, key));
        return Checksum.ofWholeObject(head);
    }

    @Override
    public Map<String, String> tags(Bucket bucket, String key, String version) {
        List<Tag> tags = Calls.call(
                        "read the tags of " + key,
                        () -> client.getObjectTagging(request ->
                                request.bucket(buckets.of(bucket)).key(key).versionId(version)))
                .tagSet();
        Map<String, String> byKey = new TreeMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        return byKey;
    }

    @Override
    public void tag(Bucket bucket, String key, String version, Map<String, String> tags) {
        Calls.call(
                "tag " + key,
                () -> client.putObjectTagging(request -> request.bucket(buckets.of(bucket))
                        .key(key)
                        .versionId(version)
                        .tagging(tagging(tags))));
    }

    @Override
    public String copy(Bucket from, String key, String version, Bucket to, Map<String, String> tags) {
        HeadObjectResponse original =
                head(request(from, key).versionId(version).build()).orElseThrow(() -> gone(from, key));
        String copy = copies.copy(buckets.of(from), key, version, original, buckets.of(to), tagging(tags));
        // A store that does not take tags along gets them now: without them the copy would never be found again.
        if (!tags(to, key, copy).equals(tags)) {
            tag(to, key, copy, tags);
        }
        return copy;
    }

    @Override
    public void delete(Bucket bucket, String key, String version) {
        Calls.call("delete a version of " + key, () -> {
            try {
                client.deleteObject(
                        request -> request.bucket(buckets.of(bucket)).key(key).versionId(version));
            } catch (S3Exception fault) {
                if (!Missing.is(fault)) {
                    throw fault;
                }
            }
            return key;
        });
    }

    @Override
    public void put(Bucket bucket, String key, String mediaType, byte[] bytes) {
        Calls.call(
                "write " + key,
                () -> client.putObject(
                        request -> request.bucket(buckets.of(bucket)).key(key).contentType(mediaType),
                        RequestBody.fromBytes(bytes)));
    }

    @Override
    public Optional<byte[]> read(Bucket bucket, String key) {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(buckets.of(bucket)).key(key).build();
        return Calls.call("read " + key, () -> {
            try {
                ResponseBytes<GetObjectResponse> bytes = client.getObjectAsBytes(request);
                return Optional.of(bytes.asByteArray());
            } catch (S3Exception fault) {
                if (Missing.is(fault)) {
                    return Optional.empty();
                }
                throw fault;
            }
        });
    }

    @Override
    public Page versions(Bucket bucket, String prefix, String after) {
        ListObjectVersionsRequest.Builder request = ListObjectVersionsRequest.builder()
                .bucket(buckets.of(bucket))
                .prefix(prefix)
                // Else a control character in one key would make the whole answer unreadable.
                .encodingType(EncodingType.URL);
        if (!after.isEmpty()) {
            ListingCursor cursor = ListingCursor.parse(after);
            request.keyMarker(cursor.key());
            if (!cursor.version().isEmpty()) {
                request.versionIdMarker(cursor.version());
            }
        }
        ListObjectVersionsResponse page =
                Calls.call("list versions in " + buckets.of(bucket), () -> client.listObjectVersions(request.build()));
        String next = Boolean.TRUE.equals(page.isTruncated())
                ? new ListingCursor(
                                page.nextKeyMarker(),
                                Optional.ofNullable(page.nextVersionIdMarker()).orElse(""))
                        .toString()
                : "";
        return new Page(listed(page), next);
    }

    /// S3 answers with versions and delete markers apart; they belong together, the newest of a key first.
    private static List<Listed> listed(ListObjectVersionsResponse page) {
        List<Listed> listed = new ArrayList<>();
        page.versions()
                .forEach(version -> listed.add(new Listed(
                        version.key(),
                        version.versionId(),
                        false,
                        version.isLatest(),
                        version.size(),
                        version.lastModified())));
        page.deleteMarkers()
                .forEach(marker -> listed.add(new Listed(
                        marker.key(), marker.versionId(), true, marker.isLatest(), 0, marker.lastModified())));
        listed.sort(Comparator.comparing(Listed::key)
                .thenComparing(Listed::latest, Comparator.reverseOrder())
                .thenComparing(Listed::modified, Comparator.reverseOrder()));
        return listed;
    }

    private Optional<HeadObjectResponse> head(HeadObjectRequest request) {
        return Calls.call("look at " + request.key(), () -> {
            try {
                return Optional.of(client.headObject(request));
            } catch (S3Exception fault) {
                if (Missing.is(fault)) {
                    return Optional.empty();
                }
                throw fault;
            }
        });
    }

    private HeadObjectRequest.Builder request(Bucket bucket, String key) {
        return HeadObjectRequest.builder().bucket(buckets.of(bucket)).key(key);
    }

    private UncheckedStoreException gone(Bucket bucket, String key) {
        return new UncheckedStoreException("a version of " + key + " is gone from " + buckets.of(bucket));
    }

    private static Tagging tagging(Map<String, String> tags) {
        return Tagging.builder()
                .tagSet(new TreeMap<>(tags)
                        .entrySet().stream()
                                .map(tag -> Tag.builder()
                                        .key(tag.getKey())
                                        .value(tag.getValue())
                                        .build())
                                .toList())
                .build();
    }
}
