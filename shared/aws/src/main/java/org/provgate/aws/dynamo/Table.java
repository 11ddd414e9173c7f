package org.provgate.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.aws.client.Calls;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// Reads and conditional writes of one table, in the words of the ledger: `false` when somebody was faster.
final class Table {

    /// Reasons that mean a race; all others are an outage.
    private static final Set<String> RACES = Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient client;
    private final String name;

    Table(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    Optional<Map<String, AttributeValue>> get(LedgerKey key) {
        Map<String, AttributeValue> item = Calls.call(
                        "read " + key.sk() + " of " + key.pk(),
                        () -> client.getItem(request ->
                                request.tableName(name).key(key.attributes()).consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    /// All items of a partition whose sort key meets the condition, which speaks of `sk` and `:sk`.
    List<Map<String, AttributeValue>> query(String pk, String condition, String sk) {
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(name)
                .consistentRead(true)
                .keyConditionExpression(LedgerKey.PK + " = :pk and " + condition)
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(sk)));
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            if (!from.isEmpty()) {
                request.exclusiveStartKey(from);
            }
            QueryResponse page = Calls.call("read " + pk, () -> client.query(request.build()));
            items.addAll(page.items());
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
        return items;
    }

    void put(Map<String, AttributeValue> item) {
        Calls.call(
                "write to the ledger",
                () -> client.putItem(request -> request.tableName(name).item(item)));
    }

    boolean put(Map<String, AttributeValue> item, Condition condition) {
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(name).item(item).conditionExpression(condition.expression());
        if (!condition.values().isEmpty()) {
            request.expressionAttributeValues(condition.values());
        }
        return Calls.call("write to the ledger", () -> {
            try {
                client.putItem(request.build());
                return true;
            } catch (ConditionalCheckFailedException | TransactionConflictException somebodyWasFaster) {
                return false;
            }
        });
    }

    /// All or nothing.
    boolean write(TransactWriteItem... steps) {
        return Calls.call("write to the ledger", () -> {
            try {
                client.transactWriteItems(request -> request.transactItems(steps));
                return true;
            } catch (TransactionCanceledException cancelled) {
                if (isRace(cancelled)) {
                    return false;
                }
                throw cancelled;
            }
        });
    }

    TransactWriteItem putting(Map<String, AttributeValue> item, Condition condition) {
        Put.Builder put = Put.builder().tableName(name).item(item).conditionExpression(condition.expression());
        if (!condition.values().isEmpty()) {
            put.expressionAttributeValues(condition.values());
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    /// Whatever was there before.
    TransactWriteItem putting(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name).item(item))
                .build();
    }

    TransactWriteItem checking(LedgerKey key, Condition condition) {
        ConditionCheck.Builder check = ConditionCheck.builder()
                .tableName(name)
                .key(key.attributes())
                .conditionExpression(condition.expression());
        if (!condition.values().isEmpty()) {
            check.expressionAttributeValues(condition.values());
        }
        if (!condition.names().isEmpty()) {
            check.expressionAttributeNames(condition.names());
        }
        return TransactWriteItem.builder().conditionCheck(check.build()).build();
    }

    private static boolean isRace(TransactionCanceledException cancelled) {
        return cancelled.hasCancellationReasons()
                && cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .allMatch(RACES::contains);
    }
}
