package org.provgate.aws.dynamo;

import static org.provgate.aws.log.LogField.field;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.provgate.aws.client.Calls;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// What is read from the indexes. They follow the table within moments.
final class Listings {

    private static final System.Logger LOG = System.getLogger(Listings.class.getName());

    private static final int DUE_PAGE = 100;

    private final DynamoDbClient client;
    private final String table;

    Listings(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /// A page ends with the due date and the name of its last submission; an instant holds no blank.
    Page<SubmissionName> due(Watch.Kind kind, Instant until, String after) {
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(table)
                .indexName(LedgerTable.BY_DUE)
                .keyConditionExpression("#watch = :watch and #due <= :due")
                .expressionAttributeNames(Map.of("#watch", SubmissionItem.WATCH, "#due", SubmissionItem.DUE))
                .expressionAttributeValues(Map.of(
                        ":watch", AttributeValue.fromS(kind.word()),
                        ":due", AttributeValue.fromS(Item.written(until))))
                .limit(DUE_PAGE);
        if (!after.isEmpty()) {
            int blank = after.indexOf(' ');
            request.exclusiveStartKey(key(
                    after.substring(blank + 1),
                    Map.of(
                            SubmissionItem.WATCH, AttributeValue.fromS(kind.word()),
                            SubmissionItem.DUE, AttributeValue.fromS(after.substring(0, blank)))));
        }
        QueryResponse page = Calls.call("look for what is due", () -> client.query(request.build()));
        if (after.isEmpty() && !page.items().isEmpty()) {
            tellOfOldest(kind, until, Item.of(page.items().getFirst()));
        }
        Map<String, AttributeValue> last = page.lastEvaluatedKey();
        return new Page<>(
                page.items().stream().map(Listings::name).toList(),
                last.isEmpty() ? "" : Item.of(last).text(SubmissionItem.DUE) + " " + name(last));
    }

    /// The index is in the order of due dates. The template watches these lines.
    private static void tellOfOldest(Watch.Kind kind, Instant until, Item oldest) {
        Duration late = Duration.between(oldest.instant(SubmissionItem.DUE), until);
        LOG.log(Level.INFO, "oldest due", field("watch", kind.word()), field("lateSeconds", late.toSeconds()));
    }

    Page<SubmissionRecord> ofContributor(String contributor, String after, int limit) {
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(table)
                .indexName(LedgerTable.BY_CONTRIBUTOR)
                .keyConditionExpression("#contributor = :contributor")
                .expressionAttributeNames(Map.of("#contributor", SubmissionItem.CONTRIBUTOR))
                .expressionAttributeValues(Map.of(":contributor", AttributeValue.fromS(contributor)));
        List<SubmissionRecord> records = new ArrayList<>();
        String last = after;
        do {
            if (!last.isEmpty()) {
                request.exclusiveStartKey(key(last, contributor(contributor)));
            }
            request.limit(limit - records.size());
            QueryResponse page = Calls.call("list submissions", () -> client.query(request.build()));
            page.items().stream().map(SubmissionItem::read).forEach(records::add);
            last = next(page.lastEvaluatedKey());
        } while (!last.isEmpty() && records.size() < limit);
        return new Page<>(records, last);
    }

    /// In the order of the index's partitions, which stays the same.
    Page<SubmissionRecord> all(String after, int limit) {
        ScanRequest.Builder request = ScanRequest.builder().tableName(table).indexName(LedgerTable.BY_CONTRIBUTOR);
        List<SubmissionRecord> records = new ArrayList<>();
        String last = after;
        do {
            if (!last.isEmpty()) {
                String contributor = last.substring(0, last.indexOf('/'));
                request.exclusiveStartKey(key(last, contributor(contributor)));
            }
            request.limit(limit - records.size());
            ScanResponse page = Calls.call("list submissions", () -> client.scan(request.build()));
            page.items().stream().map(SubmissionItem::read).forEach(records::add);
            last = next(page.lastEvaluatedKey());
        } while (!last.isEmpty() && records.size() < limit);
        return new Page<>(records, last);
    }

    private static String next(Map<String, AttributeValue> last) {
        return last.isEmpty() ? "" : name(last).toString();
    }

    private static SubmissionName name(Map<String, AttributeValue> item) {
        return SubmissionItem.name(Item.of(item));
    }

    private static Map<String, AttributeValue> contributor(String contributor) {
        return Map.of(SubmissionItem.CONTRIBUTOR, AttributeValue.fromS(contributor));
    }

    private static Map<String, AttributeValue> key(String submission, Map<String, AttributeValue> ofIndex) {
        Map<String, AttributeValue> key = new HashMap<>(ofIndex);
        SubmissionName name = SubmissionName.parse(submission)
                .orElseThrow(() -> new IllegalArgumentException("not where a page ended: " + submission));
        key.putAll(LedgerKey.of(name).attributes());
        return key;
    }
}
