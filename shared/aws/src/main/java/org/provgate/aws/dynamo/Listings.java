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
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger.Met;
import org.provgate.usecases.port.Ledger.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
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

    /// A part of the index. What cannot be read is told by its key.
    Page<Met> part(int part, int of, String after, int limit) {
        ScanRequest.Builder request = ScanRequest.builder()
                .tableName(table)
                .indexName(LedgerTable.BY_CONTRIBUTOR)
                .segment(part)
                .totalSegments(of)
                .limit(limit);
        if (!after.isEmpty()) {
            request.exclusiveStartKey(key(after, contributor(after.substring(0, after.indexOf('/')))));
        }
        ScanResponse page = Calls.call("walk through the ledger", () -> client.scan(request.build()));
        return new Page<>(page.items().stream().map(Listings::met).toList(), next(page.lastEvaluatedKey()));
    }

    private static Met met(Map<String, AttributeValue> item) {
        try {
            return new Met.Whole(SubmissionItem.read(item));
        } catch (RuntimeException damage) {
            return new Met.Damaged(
                    Item.of(item).find(LedgerKey.PK).orElse("a key that is missing"),
                    String.valueOf(damage.getMessage()));
        }
    }

    Page<SubmissionName> marked(Mark mark, int shard, String after, int limit) {
        String partition = LedgerKey.marked(mark, shard);
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(LedgerKey.PK + " = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                .limit(limit);
        if (!after.isEmpty()) {
            request.exclusiveStartKey(LedgerKey.mark(mark, parsed(after)).attributes());
        }
        QueryResponse page = Calls.call("look for " + mark, () -> client.query(request.build()));
        return new Page<>(
                page.items().stream().map(Listings::marked).toList(),
                page.lastEvaluatedKey().isEmpty()
                        ? ""
                        : marked(page.lastEvaluatedKey()).toString());
    }

    /// A page ends with the sort key of its last item.
    Page<Noted> noted(String run, int segment, String after, int limit) {
        String partition = LedgerKey.run(run).pk();
        if (!after.isEmpty() && !after.startsWith(LedgerKey.noted(segment))) {
            // Nothing of this segment comes after a place in another.
            return new Page<>(List.of(), "");
        }
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression(LedgerKey.PK + " = :pk and begins_with(" + LedgerKey.SK + ", :sk)")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(partition),
                        ":sk", AttributeValue.fromS(LedgerKey.noted(segment))))
                .limit(limit);
        if (!after.isEmpty()) {
            request.exclusiveStartKey(new LedgerKey(partition, after).attributes());
        }
        QueryResponse page = Calls.call("read what was noted", () -> client.query(request.build()));
        return new Page<>(
                page.items().stream().map(RunItem::readNoted).toList(),
                page.lastEvaluatedKey().isEmpty()
                        ? ""
                        : Item.of(page.lastEvaluatedKey()).text(LedgerKey.SK));
    }

    private static SubmissionName marked(Map<String, AttributeValue> item) {
        String sk = Item.of(item).text(LedgerKey.SK);
        return LedgerKey.submission(sk)
                .orElseThrow(() -> new IllegalStateException("not the key of a submission: " + sk));
    }

    /// The index holds submissions alone; its size is counted anew every few hours.
    long roughSize() {
        return Calls.call("describe the ledger", () -> client.describeTable(request -> request.tableName(table)))
                .table()
                .globalSecondaryIndexes()
                .stream()
                .filter(index -> index.indexName().equals(LedgerTable.BY_CONTRIBUTOR))
                .mapToLong(GlobalSecondaryIndexDescription::itemCount)
                .sum();
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
        key.putAll(LedgerKey.of(parsed(submission)).attributes());
        return key;
    }

    private static SubmissionName parsed(String submission) {
        return SubmissionName.parse(submission)
                .orElseThrow(() -> new IllegalArgumentException("not where a page ended: " + submission));
    }
}
