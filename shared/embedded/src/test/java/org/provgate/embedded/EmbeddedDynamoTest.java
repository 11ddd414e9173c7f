package org.provgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class EmbeddedDynamoTest {

    private static final String TABLE = "ledger";

    @Test
    void conditionsHoldAndTheStreamTellsOfEveryWrite() {
        try (EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory()) {
            create(dynamo.client());
            put(dynamo.client(), "a");

            assertThatThrownBy(() -> dynamo.client()
                            .putItem(p -> p.tableName(TABLE)
                                    .conditionExpression("attribute_not_exists(pk)")
                                    .item(item("a"))))
                    .isInstanceOf(ConditionalCheckFailedException.class);
            assertThat(records(dynamo)).hasSize(1);
        }
    }

    @Test
    void aFolderKeepsItemsAndStream(@TempDir Path folder) {
        Keep keep = new Keep.InFolder(folder.resolve("deep"));
        try (EmbeddedDynamo dynamo = EmbeddedDynamo.start(keep)) {
            create(dynamo.client());
            put(dynamo.client(), "a");
        }
        try (EmbeddedDynamo dynamo = EmbeddedDynamo.start(keep)) {
            put(dynamo.client(), "b");

            assertThat(dynamo.client().scan(s -> s.tableName(TABLE)).count()).isEqualTo(2);
            assertThat(records(dynamo)).hasSize(2);
        }
    }

    private static void create(DynamoDbClient client) {
        client.createTable(t -> t.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    }

    private static void put(DynamoDbClient client, String key) {
        client.putItem(p -> p.tableName(TABLE).item(item(key)));
    }

    private static Map<String, AttributeValue> item(String key) {
        return Map.of("pk", AttributeValue.fromS(key));
    }

    private static List<Record> records(EmbeddedDynamo dynamo) {
        String arn =
                dynamo.client().describeTable(t -> t.tableName(TABLE)).table().latestStreamArn();
        String shard = dynamo.streams()
                .describeStream(s -> s.streamArn(arn))
                .streamDescription()
                .shards()
                .getFirst()
                .shardId();
        String iterator = dynamo.streams()
                .getShardIterator(
                        i -> i.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return dynamo.streams().getRecords(r -> r.shardIterator(iterator)).records();
    }
}
