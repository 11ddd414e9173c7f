package org.provgate.usecases.export;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.export.ExportLine.Case;
import org.provgate.formats.export.ExportLine.Damaged;
import org.provgate.formats.export.ExportLine.Item;
import org.provgate.formats.export.ExportLine.Ruling;
import org.provgate.formats.export.ExportReader;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.preview.Flip;
import org.provgate.usecases.preview.PolicyChange;

/// Who would flip under another policy, by an export of facts alone.
public final class PreviewExport implements ExportReader.Receiver {

    private final Engine engine;
    private final ExportedFacts facts;
    private final PolicyChange change;
    private final boolean decidesBefore;
    private final Faults faults;
    private final List<Flip> flips = new ArrayList<>();
    private int looked;

    /// Is told of what was passed over.
    @FunctionalInterface
    public interface Faults {
        void passedOver(String what);
    }

    /// @param decidesBefore whether both policies decide; else the new one is measured by the verdicts in force
    public PreviewExport(Engine engine, PolicyChange change, boolean decidesBefore, Faults faults) {
        this.engine = engine;
        this.facts = new ExportedFacts(engine);
        this.change = change;
        this.decidesBefore = decidesBefore;
        this.faults = faults;
    }

    public void read(InputStream export) throws IOException {
        ExportReader.read(export, this);
    }

    public int looked() {
        return looked;
    }

    public List<Flip> flips() {
        return List.copyOf(flips);
    }

    @Override
    public void submission(Case one, List<Item> objects) {
        boolean byRule =
                one.state().equals(State.ACCEPTED.word()) || one.state().equals(State.QUARANTINED.word());
        if (!byRule || one.verdict().isEmpty()) {
            return;
        }
        Optional<SubmissionFacts> found;
        try {
            found = facts.of(one, objects);
        } catch (RuntimeException damage) {
            faults.passedOver(one.name() + ": its texts are damaged");
            return;
        }
        if (found.isEmpty()) {
            faults.passedOver(one.name() + ": a text of it was too long for the export");
            return;
        }
        looked++;
        Ruling before = decidesBefore
                ? ruling(found.get(), change.old())
                : one.verdict().get();
        Flip.between(
                        one.name().toString(),
                        one.name().contributor(),
                        before.outcome(),
                        before.errors(),
                        decided(found.get(), change.young()),
                        change)
                .ifPresent(flips::add);
    }

    private Ruling ruling(SubmissionFacts submission, Policy policy) {
        Verdict verdict = decided(submission, policy);
        return new Ruling(0, verdict.outcome(), verdict.report().codes(Severity.ERROR));
    }

    private Verdict decided(SubmissionFacts submission, Policy policy) {
        LocalDate today = change.today();
        return engine.evaluator().evaluate(submission, policy, engine.registry(), today);
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
