package org.provgate.aws.wiring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/// Counts what AWS would charge for.
final class Meter {

    /// What S3 charges a write's price for. Deletions are free, the rest has the price of a read.
    private static final Set<String> DEAR = Set.of("put", "copy", "create", "complete", "upload", "list");

    private final SortedMap<String, Double> counts = new TreeMap<>();

    SortedMap<String, Double> counts() {
        return new TreeMap<>(counts);
    }

    private void add(String what, double quantity) {
        counts.merge(what, quantity, Double::sum);
    }

    S3Client metered(S3Client client) {
        return new DelegatingS3Client(client) {
            @Override
            protected <T extends S3Request, ReturnT> ReturnT invokeOperation(
                    T request, Function<T, ReturnT> operation) {
                String name = request.getClass().getSimpleName().toLowerCase(Locale.ROOT);
                if (DEAR.stream().anyMatch(name::startsWith)) {
                    add("s3-writes", 1);
                } else if (!name.startsWith("delete")) {
                    add("s3-reads", 1);
                }
                return operation.apply(request);
            }
        };
    }

    DynamoDbClient metered(DynamoDbClient client) {
        InvocationHandler handler = (proxy, method, arguments) -> method.isDefault() && !isRequest(arguments)
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : counted(client, method, arguments);
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    private static boolean isRequest(Object[] arguments) {
        return arguments != null && arguments.length == 1 && arguments[0] instanceof DynamoDbRequest;
    }

    private Object counted(DynamoDbClient client, Method method, Object[] arguments) throws Throwable {
        try {
            if (!isRequest(arguments)) {
                return method.invoke(client, arguments);
            }
            Object answer = method.invoke(client, asking(arguments[0]));
            switch (answer) {
                case GetItemResponse got ->
                    add("ledger-reads", got.consumedCapacity().capacityUnits());
                case QueryResponse got ->
                    add("ledger-reads", got.consumedCapacity().capacityUnits());
                case PutItemResponse put ->
                    add("ledger-writes", put.consumedCapacity().capacityUnits());
                case TransactWriteItemsResponse put ->
                    add(
                            "ledger-writes",
                            put.consumedCapacity().stream()
                                    .mapToDouble(ConsumedCapacity::capacityUnits)
                                    .sum());
                default -> throw new AssertionError("not counted: " + method.getName());
            }
            return answer;
        } catch (InvocationTargetException fault) {
            if (isRequest(arguments) && arguments[0] instanceof PutItemRequest) {
                // A write whose condition does not hold is charged for all the same.
                add("ledger-writes", 1);
            }
            throw fault.getCause();
        }
    }

    /// The same request, to be answered with what it costs; anything else as it is.
    private static Object asking(Object request) {
        return switch (request) {
            case GetItemRequest get ->
                get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case QueryRequest query ->
                query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case PutItemRequest put ->
                put.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case TransactWriteItemsRequest all ->
                all.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            default -> request;
        };
    }
}
