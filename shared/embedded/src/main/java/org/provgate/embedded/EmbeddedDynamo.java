package org.provgate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/// DynamoDB Local in this process: no port, two clients. It sends no telemetry.
///
/// Its threads are not daemons and linger for some seconds after a close: a command ends with `System.exit`.
public final class EmbeddedDynamo implements AutoCloseable {

    private static final Boolean WITHOUT_TELEMETRY = Boolean.TRUE;

    /// Logs through `java.util.logging`; kept here, since a logger that nobody holds forgets its level.
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private final AmazonDynamoDBLocal server;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    private EmbeddedDynamo(AmazonDynamoDBLocal server) {
        this.server = server;
        this.client = server.dynamoDbClient();
        this.streams = server.dynamoDbStreamsClient();
    }

    public static EmbeddedDynamo start(Keep keep) {
        SQLITE.setLevel(Level.OFF);
        return new EmbeddedDynamo(
                switch (keep) {
                    case Keep.InMemory _ -> DynamoDBEmbedded.create(WITHOUT_TELEMETRY);
                    case Keep.InFolder(var folder) -> {
                        try {
                            Files.createDirectories(folder);
                        } catch (IOException e) {
                            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
                        }
                        yield DynamoDBEmbedded.create(
                                folder.resolve("ledger.db").toFile(), WITHOUT_TELEMETRY);
                    }
                });
    }

    public static EmbeddedDynamo inMemory() {
        return start(new Keep.InMemory());
    }

    public DynamoDbClient client() {
        return client;
    }

    public DynamoDbStreamsClient streams() {
        return streams;
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        server.shutdown();
    }
}
