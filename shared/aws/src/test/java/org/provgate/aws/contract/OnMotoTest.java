package org.provgate.aws.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.provgate.aws.client.AwsClients;
import org.provgate.aws.dynamo.DynamoLedger;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.aws.s3.Buckets;
import org.provgate.testkit.contract.LedgerActsContract;
import org.provgate.testkit.contract.LedgerContract;
import org.provgate.testkit.contract.LedgerListingContract;
import org.provgate.testkit.contract.ObjectStoreContract;
import org.provgate.testkit.contract.ObjectStoreContract.Capability;
import org.provgate.testkit.server.Moto;
import org.provgate.usecases.port.Ledger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What every ledger and every object store keeps, kept by the adapters over moto.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnMotoTest {

    private final AtomicInteger tables = new AtomicInteger();
    private Optional<Moto> moto = Optional.empty();

    @BeforeAll
    void start() {
        moto = Moto.start();
        if (moto.isEmpty()) {
            abort(Moto.ABSENT);
        }
    }

    @AfterAll
    void stop() {
        moto.ifPresent(Moto::close);
    }

    private AwsClients clients() {
        URI endpoint = moto.orElseThrow().endpoint();
        return new AwsClients(
                Region.US_EAST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                Optional.of(endpoint));
    }

    private Ledger ledger(DynamoDbClient client) {
        String table = "ledger-" + tables.incrementAndGet();
        LedgerTable.create(client, table);
        return new DynamoLedger(client, table);
    }

    @Nested
    class Submissions extends LedgerContract {
        @Override
        protected Ledger open() {
            return ledger(clients().dynamo());
        }
    }

    @Nested
    class Acts extends LedgerActsContract {
        @Override
        protected Ledger open() {
            return ledger(clients().dynamo());
        }
    }

    @Nested
    class Listings extends LedgerListingContract {
        @Override
        protected Ledger open() {
            return ledger(clients().dynamo());
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Objects extends ObjectStoreContract {

        private final Buckets buckets = new Buckets(clients().s3(), EnumSet.of(Capability.KEYS_THAT_END_WITH_A_SLASH));

        @Override
        protected Backend open() {
            return buckets.open();
        }
    }
}
