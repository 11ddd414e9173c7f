package org.provgate.aws.s3;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.provgate.testkit.contract.ObjectStoreContract.Backend;
import org.provgate.testkit.contract.ObjectStoreContract.Capability;
import org.provgate.usecases.port.ObjectStore;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/// Object stores in one server, each with buckets of its own.
public final class Buckets {

    private final String name;
    private final S3Client client;
    private final Set<Capability> capabilities;
    private final AtomicInteger stores = new AtomicInteger();

    public Buckets(String name, S3Client client, Set<Capability> capabilities) {
        this.name = name;
        this.client = client;
        this.capabilities = Set.copyOf(capabilities);
    }

    BucketNames create() {
        int number = stores.incrementAndGet();
        BucketNames names = new BucketNames("dataset-" + number, "quarantine-" + number, "report-" + number);
        for (String each : Set.of(names.dataset(), names.quarantine(), names.report())) {
            client.createBucket(bucket -> bucket.bucket(each));
            client.putBucketVersioning(bucket -> bucket.bucket(each)
                    .versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
        }
        return names;
    }

    public Backend open() {
        BucketNames names = create();
        ObjectStore store = new S3ObjectStore(client, names);
        return new Backend() {
            @Override
            public ObjectStore store() {
                return store;
            }

            @Override
            public String upload(String key, byte[] bytes, Map<String, String> tags) {
                return client.putObject(
                                object ->
                                        object.bucket(names.dataset()).key(key).tagging(tagging(tags)),
                                RequestBody.fromBytes(bytes))
                        .versionId();
            }

            @Override
            public String hide(String key) {
                return client.deleteObject(
                                object -> object.bucket(names.dataset()).key(key))
                        .versionId();
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<Capability> capabilities() {
                return capabilities;
            }
        };
    }

    private static Tagging tagging(Map<String, String> tags) {
        return Tagging.builder()
                .tagSet(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }
}
