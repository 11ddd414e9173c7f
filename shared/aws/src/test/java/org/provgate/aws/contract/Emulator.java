package org.provgate.aws.contract;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.provgate.aws.client.AwsClients;
import org.provgate.aws.dynamo.DynamoLedger;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.usecases.port.Ledger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The gate's own clients, pointed at somebody's imitation of AWS.
final class Emulator {

    private final AtomicInteger tables = new AtomicInteger();
    private final AwsClients clients;

    Emulator(URI endpoint) {
        this.clients = new AwsClients(
                Region.US_EAST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                Optional.of(endpoint));
    }

    S3Client s3() {
        return clients.s3();
    }

    /// An empty ledger in a table of its own.
    Ledger ledger() {
        String table = "ledger-" + tables.incrementAndGet();
        DynamoDbClient client = clients.dynamo();
        LedgerTable.create(client, table);
        return new DynamoLedger(client, table);
    }
}
