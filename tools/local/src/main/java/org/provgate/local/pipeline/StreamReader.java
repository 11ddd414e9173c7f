package org.provgate.local.pipeline;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.provgate.formats.event.BatchAnswer;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/// Hands the ledger's changes to one function, in order, each until it is done with it or has failed too often.
final class StreamReader implements Runnable {

    private static final System.Logger LOG = System.getLogger(StreamReader.class.getName());

    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);

    /// Then a change is passed over: the sweep comes upon what it left undone.
    private static final int ATTEMPTS = 6;

    private final LedgerStream stream;
    private final RequestStreamHandler handler;
    private final Invocation invocation;
    private final StreamProgress progress;
    private final Stopping stopping;

    StreamReader(
            String function,
            LedgerStream stream,
            RequestStreamHandler handler,
            Optional<Path> progress,
            Stopping stopping) {
        this.stream = stream;
        this.handler = handler;
        this.invocation = new Invocation(function, stopping);
        this.progress = StreamProgress.in(progress);
        this.stopping = stopping;
    }

    @Override
    public void run() {
        while (!stopping.isAsked()) {
            boolean busy = false;
            try {
                List<Shard> shards = stream.shards();
                for (Shard shard : shards) {
                    busy |= !progress.isDone(shard.shardId()) && isParentDone(shard, shards) && advance(shard);
                }
                progress.forgetAllBut(shards.stream().map(Shard::shardId).toList());
            } catch (RuntimeException fault) {
                if (!stopping.isAsked()) {
                    LOG.log(Level.ERROR, "the ledger's stream is read again", fault);
                }
                stopping.within(AFTER_A_FAULT);
            }
            if (!busy) {
                stopping.within(IDLE);
            }
        }
    }

    private boolean isParentDone(Shard shard, List<Shard> shards) {
        Optional<String> parent = Optional.ofNullable(shard.parentShardId());
        return parent.isEmpty()
                || progress.isDone(parent.get())
                || shards.stream().noneMatch(other -> other.shardId().equals(parent.get()));
    }

    /// Whether there was anything to do.
    private boolean advance(Shard shard) {
        LedgerStream.Batch batch = stream.after(shard.shardId(), progress.of(shard.shardId()));
        if (batch.ended()) {
            progress.done(shard.shardId());
        }
        List<Record> left = batch.records();
        int attempt = 0;
        while (!left.isEmpty() && !stopping.isAsked()) {
            int settled = settled(left);
            attempt = settled > 0 ? 0 : attempt + 1;
            if (attempt == ATTEMPTS) {
                LOG.log(Level.ERROR, "a change of the ledger is passed over");
                settled = 1;
            }
            if (settled > 0) {
                progress.reached(shard.shardId(), sequence(left.get(settled - 1)));
                left = left.subList(settled, left.size());
            } else {
                stopping.within(AFTER_A_FAULT.multipliedBy(attempt));
            }
        }
        return !batch.records().isEmpty();
    }

    /// How many of the records need not come again.
    private int settled(List<Record> records) {
        Optional<String> again = BatchAnswer.read(invocation.call(handler, Events.ofStream(records))).again().stream()
                .findFirst();
        if (again.isEmpty()) {
            return records.size();
        }
        List<String> sequences = records.stream().map(StreamReader::sequence).toList();
        return Math.max(0, sequences.indexOf(again.get()));
    }

    private static String sequence(Record record) {
        return record.dynamodb().sequenceNumber();
    }
}
