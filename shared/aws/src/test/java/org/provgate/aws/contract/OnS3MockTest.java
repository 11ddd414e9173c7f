package org.provgate.aws.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.provgate.aws.s3.Buckets;
import org.provgate.testkit.contract.ObjectStoreContract;
import org.provgate.testkit.contract.ObjectStoreContract.Capability;
import org.provgate.testkit.server.S3Mock;

/// What every object store keeps, kept by the adapter over S3Mock.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnS3MockTest {

    private Optional<S3Mock> server = Optional.empty();
    private Optional<Buckets> buckets = Optional.empty();

    @BeforeAll
    void start() {
        server = S3Mock.start(Path.of("target", "servers", "s3mock.jar"));
        buckets = server.map(started -> new Buckets(
                "S3Mock", new Emulator(started.endpoint()).s3(), EnumSet.of(Capability.KEYS_THAT_END_WITH_A_SLASH)));
    }

    /// Before each, so that every test that was left out is counted.
    @BeforeEach
    void isThere() {
        assumeTrue(server.isPresent(), S3Mock.ABSENT);
    }

    @AfterAll
    void stop() {
        server.ifPresent(S3Mock::close);
    }

    @Nested
    class Objects extends ObjectStoreContract {

        @Override
        protected Backend open() {
            return buckets.orElseThrow().open();
        }
    }
}
