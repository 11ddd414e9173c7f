package org.provgate.aws.s3;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.provgate.testkit.contract.ObjectStoreContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ObjectStoreTest extends ObjectStoreContract {

    private final EmbeddedBuckets buckets = new EmbeddedBuckets();

    @Override
    protected Backend open() {
        return buckets.open();
    }

    @AfterAll
    void close() {
        buckets.close();
    }
}
