package org.provgate.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Runs;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Rescans, in the ledger's table.
public final class DynamoRuns implements Runs {

    private static final String BEGINS_WITH = "begins_with(" + LedgerKey.SK + ", :sk)";

    private final Table table;
    private final Listings listings;

    public DynamoRuns(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
        this.listings = new Listings(client, tableName);
    }

    @Override
    public Optional<Run> latest() {
        return table.get(LedgerKey.latestRun())
                .flatMap(item -> run(Item.of(item).text(RunItem.RUN)));
    }

    @Override
    public Optional<Run> run(String id) {
        return table.get(LedgerKey.run(id)).map(RunItem::readRun);
    }

    @Override
    public boolean begin(Optional<Run> before, Run next, List<Segment> segments) {
        Condition sinceThen = before.map(
                        run -> new Condition(RunItem.RUN + " = :run", Map.of(":run", AttributeValue.fromS(run.id()))))
                .orElseGet(Condition::absent);
        List<TransactWriteItem> steps = new ArrayList<>();
        steps.add(table.putting(
                Item.at(LedgerKey.latestRun()).put(RunItem.RUN, next.id()).attributes(), sinceThen));
        steps.add(table.putting(RunItem.write(next), Condition.absent()));
        segments.forEach(segment -> steps.add(table.putting(RunItem.write(segment), Condition.absent())));
        return table.write(steps.toArray(TransactWriteItem[]::new));
    }

    @Override
    public boolean update(Run expected, Run next) {
        return table.put(RunItem.write(next), Condition.revision(expected.revision()));
    }

    @Override
    public List<Segment> segments(String run) {
        return table.query(LedgerKey.run(run).pk(), BEGINS_WITH, LedgerKey.SEGMENT).stream()
                .map(RunItem::readSegment)
                .toList();
    }

    @Override
    public boolean update(Segment expected, Segment next) {
        return table.put(RunItem.write(next), Condition.revision(expected.revision()));
    }

    @Override
    public void note(String run, int segment, List<Noted> noted) {
        noted.forEach(one -> table.put(RunItem.write(run, segment, one)));
    }

    @Override
    public Ledger.Page<Noted> noted(String run, int segment, String after, int limit) {
        return listings.noted(run, segment, after, limit);
    }
}
