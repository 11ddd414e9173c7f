package org.provgate.usecases.export;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sha256;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.export.ExportLine.Case;
import org.provgate.formats.export.ExportLine.Damaged;
import org.provgate.formats.export.ExportLine.Item;
import org.provgate.formats.export.ExportReader;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Layout.Located;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.RuleOnSubmission;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;

/// Takes facts of another gate in for objects that lie in this one's bucket, so that nobody inspects them again. Facts
/// count only for the very bytes they were measured on; each object whose bytes are others is left to inspection.
///
/// Verdicts are not taken over: this gate decides by its own policy.
public final class ImportFacts implements ExportReader.Receiver {

    private final Ledger ledger;
    private final ObjectStore store;
    private final PolicySource policies;
    private final Engine engine;
    private final RuleOnSubmission ruling;
    private final Caller operator;
    private final InstantSource clock;
    private final PreviewExport.Faults faults;
    private final Layout layout = new Layout();
    private long taken;
    private long known;
    private long absent;
    private long other;
    private long waived;

    /// @param operator who grants the waivers that come along
    public ImportFacts(
            Ledger ledger,
            ObjectStore store,
            PolicySource policies,
            Engine engine,
            Caller.Operator operator,
            InstantSource clock,
            PreviewExport.Faults faults) {
        this.ledger = ledger;
        this.store = store;
        this.policies = policies;
        this.engine = engine;
        this.ruling = new RuleOnSubmission(ledger, policies, clock);
        this.operator = operator;
        this.clock = clock;
        this.faults = faults;
    }

    /// @param taken objects whose facts count from now on
    /// @param known objects that the gate had inspected itself
    /// @param absent objects that are not in the bucket
    /// @param other objects whose bytes are others than those that were measured
    /// @param waived waivers that were granted
    public record Imported(long taken, long known, long absent, long other, long waived) {}

    public Imported imported() {
        return new Imported(taken, known, absent, other, waived);
    }

    @Override
    public void submission(Case one, List<Item> objects) {
        for (Item object : objects) {
            String key = one.name().keyOf(object.facts().path());
            if (isIn(one.name(), object.facts().path(), layout.locate(key, 1))) {
                take(key, object.facts());
            } else {
                faults.passedOver("%s is no object of %s".formatted(key, one.name()));
            }
        }
        ledger.load(one.name()).ifPresent(file -> waive(file, one.waivers()));
    }

    private static boolean isIn(SubmissionName name, String path, Located located) {
        return located.equals(new Located.InSubmission(name, path)) || located.equals(new Located.Stray(name, path));
    }

    private void take(String key, ObjectFacts facts) {
        Optional<String> version = store.latest(Bucket.DATASET, key);
        if (version.isEmpty()) {
            absent++;
            return;
        }
        boolean same = store.describe(Bucket.DATASET, key, version.get())
                        .filter(stored -> stored.size() == facts.bytes())
                        .isPresent()
                && digest(key, version.get()).equals(facts.sha256());
        if (!same) {
            other++;
            return;
        }
        InspectObject inspect = new InspectObject(ledger, store, policies, (_, _) -> facts, engine, layout, clock);
        switch (inspect.inspect(new Notice(key, version.get(), "", Notice.Kind.CREATED))) {
            case RECORDED -> taken++;
            case NOTHING_NEW, IGNORED -> known++;
        }
    }

    private Sha256 digest(String key, String version) {
        return store.digest(Bucket.DATASET, key, version);
    }

    private void waive(SubmissionFile file, List<Waiver> waivers) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SubmissionName name = file.record().name();
        for (Waiver waiver : waivers) {
            boolean counts =
                    !today.isAfter(waiver.expires()) && waiver.dataset().equals(name.datasetName());
            if (counts
                    && !file.waivers().contains(waiver)
                    && ruling.rule(name, operator, new Act.Waived(waiver), Act.Request.none())
                            instanceof RuleOnSubmission.Result.Done) {
                waived++;
            }
        }
    }

    @Override
    public void unreadable(long line, String why) {
        faults.passedOver("line " + line + ": " + why);
    }

    @Override
    public void damaged(Damaged damaged) {
        faults.passedOver("the gate could not read " + damaged.key() + ": " + damaged.why());
    }
}
