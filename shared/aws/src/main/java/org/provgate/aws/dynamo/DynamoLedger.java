package org.provgate.aws.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Ledger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The ledger in one DynamoDB table. See [LedgerKey] for its items and [LedgerTable] for its indexes.
public final class DynamoLedger implements Ledger {

    /// The record comes first and the objects after it, so a verdict that is conditional on the record's revision
    /// rests on objects at least as new.
    private static final String ALL_BUT_VERDICTS = LedgerKey.SK + " < :sk";

    private static final String BEGINS_WITH = "begins_with(" + LedgerKey.SK + ", :sk)";

    private final Table table;
    private final Listings listings;

    public DynamoLedger(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
        this.listings = new Listings(client, tableName);
    }

    @Override
    public Optional<SubmissionRecord> submission(SubmissionName name) {
        return table.get(LedgerKey.of(name)).map(SubmissionItem::read);
    }

    @Override
    public Optional<SubmissionFile> load(SubmissionName name) {
        Optional<SubmissionRecord> record = submission(name);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        List<ObjectRecord> objects = new ArrayList<>();
        List<ObjectRecord> superseded = new ArrayList<>();
        String pk = LedgerKey.partition(name);
        for (Map<String, AttributeValue> item : table.query(pk, ALL_BUT_VERDICTS, LedgerKey.VERDICT)) {
            switch (ItemKind.of(Item.of(item).text(LedgerKey.SK))) {
                case SUPERSEDED -> superseded.add(ObjectItem.read(item));
                case OBJECT -> objects.add(ObjectItem.read(item));
                case SUBMISSION, VERDICT, WAIVER, ACT, OTHER -> {}
            }
        }
        objects.sort(Comparator.comparing(ObjectRecord::path));
        superseded.sort(Comparator.comparing(ObjectRecord::path).thenComparing(ObjectRecord::upload));
        List<Waiver> waivers = table.query(pk, BEGINS_WITH, LedgerKey.WAIVER).stream()
                .map(WaiverItem::read)
                .toList();
        return Optional.of(new SubmissionFile(record.get(), objects, superseded, waivers));
    }

    @Override
    public Optional<ObjectRecord> object(SubmissionName name, String path) {
        return table.get(LedgerKey.object(name, path)).map(ObjectItem::read);
    }

    @Override
    public List<ObjectRecord> versions(SubmissionName name, String path) {
        List<ObjectRecord> versions = new ArrayList<>();
        object(name, path).ifPresent(versions::add);
        table.query(LedgerKey.partition(name), BEGINS_WITH, LedgerKey.supersededAt(path)).stream()
                .map(ObjectItem::read)
                .forEach(versions::add);
        return versions;
    }

    @Override
    public void open(SubmissionRecord record) {
        boolean begunBefore = !table.put(SubmissionItem.write(record), Condition.absent());
        if (begunBefore && submission(record.name()).isEmpty()) {
            throw new IllegalStateException("could not begin " + record.name());
        }
    }

    @Override
    public boolean add(ObjectRecord arrived) {
        return table.put(ObjectItem.write(arrived), Condition.absent());
    }

    @Override
    public boolean supersede(ObjectRecord standing, ObjectRecord arrived) {
        LedgerKey arrivedBefore = LedgerKey.superseded(arrived.submission(), arrived.path(), arrived.upload());
        return table.write(
                table.putting(ObjectItem.write(arrived), Condition.unchanged(standing)),
                table.putting(ObjectItem.write(standing.superseded()), Condition.absent()),
                table.checking(arrivedBefore, Condition.absent()));
    }

    @Override
    public boolean addSuperseded(ObjectRecord late) {
        return table.write(
                table.putting(ObjectItem.write(late), Condition.absent()),
                table.checking(LedgerKey.object(late.submission(), late.path()), Condition.otherThan(late)));
    }

    @Override
    public boolean update(ObjectRecord expected, ObjectRecord next) {
        return table.put(ObjectItem.write(next), Condition.unchanged(expected));
    }

    @Override
    public boolean update(ObjectRecord expected, ObjectRecord next, SubmissionRecord inForce) {
        return table.write(
                table.putting(ObjectItem.write(next), Condition.unchanged(expected)),
                table.checking(LedgerKey.of(inForce.name()), Condition.inForce(inForce)));
    }

    @Override
    public boolean update(SubmissionRecord expected, SubmissionRecord next) {
        return table.put(SubmissionItem.write(next), Condition.unchanged(expected));
    }

    @Override
    public boolean decide(SubmissionRecord expected, SubmissionRecord next, VerdictRecord verdict) {
        List<TransactWriteItem> steps = new ArrayList<>();
        steps.add(table.putting(SubmissionItem.write(next), Condition.unchanged(expected)));
        steps.add(table.putting(VerdictItem.write(verdict), Condition.absent()));
        verdict.gist()
                .marks()
                .forEach(mark -> steps.add(table.putting(
                        Item.at(LedgerKey.mark(mark, verdict.submission())).attributes())));
        return table.write(steps.toArray(TransactWriteItem[]::new));
    }

    @Override
    public Optional<VerdictRecord> verdict(SubmissionName name, int number) {
        return table.get(LedgerKey.verdict(name, number)).map(VerdictItem::read);
    }

    @Override
    public List<VerdictRecord> history(SubmissionName name) {
        return table.query(LedgerKey.partition(name), BEGINS_WITH, LedgerKey.VERDICT).stream()
                .map(VerdictItem::read)
                .toList();
    }

    @Override
    public void waive(SubmissionName name, Waiver waiver) {
        table.put(WaiverItem.write(name, waiver));
    }

    @Override
    public boolean enter(SubmissionRecord expected, SubmissionRecord next, Act act) {
        List<TransactWriteItem> steps = new ArrayList<>();
        steps.add(table.putting(SubmissionItem.write(next), Condition.unchanged(expected)));
        steps.add(table.putting(ActItem.write(act), Condition.absent()));
        act.grants().ifPresent(waiver -> steps.add(table.putting(WaiverItem.write(act.submission(), waiver))));
        return table.write(steps.toArray(TransactWriteItem[]::new));
    }

    @Override
    public List<Act> acts(SubmissionName name) {
        return table.query(LedgerKey.partition(name), BEGINS_WITH, LedgerKey.ACT).stream()
                .map(ActItem::read)
                .toList();
    }

    @Override
    public Page<SubmissionName> due(Watch.Kind kind, Instant until, String after) {
        return listings.due(kind, until, after);
    }

    @Override
    public Page<SubmissionRecord> list(Optional<String> contributor, String after, int limit) {
        return contributor.isPresent()
                ? listings.ofContributor(contributor.get(), after, limit)
                : listings.all(after, limit);
    }

    @Override
    public Page<Met> part(int part, int of, String after, int limit) {
        return listings.part(part, of, after, limit);
    }

    @Override
    public Page<SubmissionName> marked(Mark mark, int shard, String after, int limit) {
        return listings.marked(mark, shard, after, limit);
    }

    @Override
    public long roughSize() {
        return listings.roughSize();
    }
}
