package org.provgate.usecases.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.Arrivals;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Gist;
import org.provgate.usecases.ledger.Progress;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.VerdictRecord.Inputs;
import org.provgate.usecases.port.Ledger;

/// Draws verdicts up and writes them down, the same for what arrives and for what is decided again.
final class VerdictDesk {

    private final Ledger ledger;
    private final Engine engine;
    private final Texts texts;

    VerdictDesk(Ledger ledger, Engine engine, Texts texts) {
        this.ledger = ledger;
        this.engine = engine;
        this.texts = texts;
    }

    /// A submission as it was read, with the rules it is to be measured by.
    record Case(SubmissionFile file, SubmissionFacts facts, Policy policy, LocalDate today) {

        Progress progress() {
            Arrivals arrivals = Arrivals.of(facts);
            return new Progress(file.current().size(), arrivals.expected(), List.copyOf(arrivals.missing()));
        }
    }

    /// @param withheld paths that nobody may read
    record Drawn(Verdict verdict, NavigableMap<String, String> covers, NavigableSet<String> withheld, Gist gist) {

        State state() {
            return verdict instanceof Verdict.Accepted ? State.ACCEPTED : State.QUARANTINED;
        }
    }

    Inputs inputs(Case about) {
        return new Inputs(
                FactsDigest.ofObjects(about.file().current()),
                FactsDigest.ofManifest(about.facts(), about.file().current()),
                FactsDigest.ofWaivers(about.file().waivers(), about.today()),
                FactsDigest.ofUpstream(about.facts().upstream().values()),
                policyInput(about.policy(), about.today()),
                engine.registry().digest(),
                engine.version());
    }

    static String policyInput(Policy policy, LocalDate today) {
        return policy.digest() + "@" + policy.editionOn(today);
    }

    Drawn draw(Case about) {
        Verdict verdict = engine.evaluator().evaluate(about.facts(), about.policy(), engine.registry(), about.today());
        NavigableMap<String, String> covers = new TreeMap<>();
        about.file().current().forEach(object -> covers.put(object.path(), object.upload()));
        NavigableSet<String> withheld = Withheld.by(verdict, about.policy(), covers.navigableKeySet());
        return new Drawn(verdict, covers, withheld, Gists.of(verdict, withheld, engine));
    }

    /// @param current the record in its present generation
    /// @return false when somebody else wrote in the meantime
    boolean write(
            Case about,
            SubmissionRecord current,
            Drawn drawn,
            Inputs inputs,
            Cause cause,
            Optional<VerdictRecord> before,
            Instant now) {
        SubmissionRecord record = about.file().record();
        int number = record.verdict() + 1;
        VerdictDocument document = new VerdictDocument(
                drawn.covers(), drawn.withheld(), engine.reports().text(drawn.verdict()));
        VerdictRecord written = VerdictChain.append(
                record.name(),
                number,
                now,
                drawn.verdict().outcome(),
                cause,
                inputs,
                drawn.gist(),
                texts.keep(VerdictText.write(document), VerdictRecord.kept(record.name(), number, inputs) + ".gz"),
                before);
        // Before the ledger has the verdict, so that no verdict is without it.
        texts.state(written, engine.statements().document(drawn.verdict(), about.today()));
        SubmissionRecord next = current.decided(
                drawn.state(),
                number,
                about.progress(),
                now.plus(DecideSubmission.PLACE_WITHIN),
                record.revision() + 1);
        return ledger.decide(record, next, written);
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
