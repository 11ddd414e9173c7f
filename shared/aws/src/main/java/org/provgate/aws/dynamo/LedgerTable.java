package org.provgate.aws.dynamo;

import java.util.List;
import org.provgate.aws.client.Calls;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/// The ledger's table. `template.yaml` declares the same one; a test holds them together.
public final class LedgerTable {

    /// Submissions by what is watched, the longest due first.
    static final String BY_DUE = "byDue";

    /// Submissions by contributor.
    static final String BY_CONTRIBUTOR = "byContributor";

    private LedgerTable() {}

    /// Creates the table unless it is there.
    public static void create(DynamoDbClient client, String name) {
        Calls.call("create the table " + name, () -> {
            try {
                client.createTable(request(name));
            } catch (ResourceInUseException itIsThere) {
                return name;
            }
            return name;
        });
    }

    /// What the table is made of.
    public static CreateTableRequest request(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        text(LedgerKey.PK),
                        text(LedgerKey.SK),
                        text(SubmissionItem.WATCH),
                        text(SubmissionItem.DUE),
                        text(SubmissionItem.CONTRIBUTOR))
                .keySchema(keys(LedgerKey.PK, LedgerKey.SK))
                .globalSecondaryIndexes(
                        index(BY_DUE, SubmissionItem.WATCH, SubmissionItem.DUE, ProjectionType.KEYS_ONLY),
                        index(BY_CONTRIBUTOR, SubmissionItem.CONTRIBUTOR, LedgerKey.PK, ProjectionType.ALL))
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                        .build())
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> keys(String hash, String range) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(hash)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(range)
                        .keyType(KeyType.RANGE)
                        .build());
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range, ProjectionType projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys(hash, range))
                .projection(holds -> holds.projectionType(projection))
                .build();
    }
}
