package org.provgate.local.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// The stream of the ledger's table.
final class LedgerStream {

    private static final int BATCH = 200;

    private final DynamoDbStreamsClient streams;
    private final String arn;

    LedgerStream(DynamoDbClient tables, DynamoDbStreamsClient streams, String table) {
        this.streams = streams;
        this.arn = tables.describeTable(d -> d.tableName(table)).table().latestStreamArn();
    }

    /// @param ended whether the shard holds no more and never will
    record Batch(List<Record> records, boolean ended) {
        Batch {
            records = List.copyOf(records);
        }
    }

    /// The shards there are, parents before children.
    List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String after = "";
        do {
            String start = after.isEmpty() ? null : after;
            DescribeStreamResponse page =
                    streams.describeStream(d -> d.streamArn(arn).exclusiveStartShardId(start));
            shards.addAll(page.streamDescription().shards());
            after = Optional.ofNullable(page.streamDescription().lastEvaluatedShardId())
                    .orElse("");
        } while (!after.isEmpty());
        return shards;
    }

    /// What came after the record with that number; from the beginning when the number is empty.
    Batch after(String shard, String sequence) {
        try {
            return read(shard, sequence);
        } catch (TrimmedDataAccessException gone) {
            // Kept for a day only. Every step may be repeated, and a sweep finds what no record tells of any more.
            return read(shard, "");
        } catch (ExpiredIteratorException late) {
            return new Batch(List.of(), false);
        }
    }

    private Batch read(String shard, String sequence) {
        GetShardIteratorRequest.Builder where =
                GetShardIteratorRequest.builder().streamArn(arn).shardId(shard);
        if (sequence.isEmpty()) {
            where.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        } else {
            where.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(sequence);
        }
        String iterator = streams.getShardIterator(where.build()).shardIterator();
        GetRecordsResponse read =
                streams.getRecords(r -> r.shardIterator(iterator).limit(BATCH));
        return new Batch(read.records(), read.records().isEmpty() && read.nextShardIterator() == null);
    }
}
