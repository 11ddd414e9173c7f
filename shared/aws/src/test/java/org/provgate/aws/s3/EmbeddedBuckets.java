package org.provgate.aws.s3;

import java.util.EnumSet;
import org.provgate.embedded.EmbeddedS3;
import org.provgate.testkit.contract.ObjectStoreContract.Backend;
import org.provgate.testkit.contract.ObjectStoreContract.Capability;
import software.amazon.awssdk.services.s3.S3Client;

/// Object stores in one embedded server, each with buckets of its own.
final class EmbeddedBuckets implements AutoCloseable {

    private final EmbeddedS3 server = EmbeddedS3.inMemory();
    private final S3Client client = server.client();
    private final Buckets buckets = new Buckets("LocalS3", client, EnumSet.allOf(Capability.class));

    BucketNames create() {
        return buckets.create();
    }

    S3Client client() {
        return client;
    }

    Backend open() {
        return buckets.open();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
