package org.provgate.embedded;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// Writes to both servers without end, and says after each write what it was, until it is killed.
final class KilledServer {

    static final String BUCKET = "dataset";
    static final String TABLE = "ledger";

    private KilledServer() {}

    static Keep objects(Path folder) {
        return new Keep.InFolder(folder.resolve("objects"));
    }

    static Keep ledger(Path folder) {
        return new Keep.InFolder(folder.resolve("ledger"));
    }

    /// @param args the folder, and a word that tells this run's keys from others
    static void main(String[] args) {
        Path folder = Path.of(args[0]);
        EmbeddedS3 server = EmbeddedS3.start(0, objects(folder), _ -> {});
        EmbeddedDynamo dynamo = EmbeddedDynamo.start(ledger(folder));
        S3Client s3 = server.client();
        prepare(s3, dynamo.client());
        for (int i = 0; ; i++) {
            String key = args[1] + "/" + i % 7;
            String text = (args[1] + " " + i + " ").repeat(500);
            String version = s3.putObject(p -> p.bucket(BUCKET).key(key).tagging("n=1"), RequestBody.fromString(text))
                    .versionId();
            if (i % 3 == 2) {
                s3.deleteObject(d -> d.bucket(BUCKET).key(key).versionId(version));
            } else {
                System.out.println("put " + key + " " + version + " " + i);
            }
            String item = args[1] + "-" + i;
            dynamo.client().putItem(p -> p.tableName(TABLE).item(Map.of("pk", AttributeValue.fromS(item))));
            System.out.println("item " + item);
        }
    }

    private static void prepare(S3Client s3, DynamoDbClient dynamo) {
        try {
            s3.createBucket(b -> b.bucket(BUCKET));
            s3.putBucketVersioning(
                    v -> v.bucket(BUCKET).versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
        } catch (BucketAlreadyExistsException again) {
            System.out.println("again " + again.statusCode());
        }
        try {
            dynamo.createTable(t -> t.tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build()));
        } catch (ResourceInUseException again) {
            System.out.println("again " + again.statusCode());
        }
    }
}
