package org.provgate.usecases.gate;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Puts together what a decision may look at, from the ledger alone.
public final class FactsOfSubmission {

    private final AssembleFacts assemble;
    private final Texts texts;
    private final FollowUpstream upstream;

    public FactsOfSubmission(Engine engine, ObjectStore store, Ledger ledger) {
        this.assemble = new AssembleFacts(engine);
        this.texts = new Texts(store);
        this.upstream = new FollowUpstream(ledger, engine, this);
    }

    public SubmissionFacts of(SubmissionFile file) {
        SubmissionName name = file.record().name();
        List<ObjectFacts> objects =
                file.current().stream().map(ObjectRecord::facts).toList();
        SubmissionFacts facts = assemble.of(name, objects, texts(file), file.waivers());
        return facts.derivingFrom(upstream.of(name, facts.manifest()));
    }

    /// What was declared.
    public ManifestReading manifest(SubmissionFile file) {
        return assemble.manifest(texts(file));
    }

    private NavigableMap<String, Supplier<byte[]>> texts(SubmissionFile file) {
        NavigableMap<String, Supplier<byte[]>> kept = new TreeMap<>();
        for (ObjectRecord object : file.current()) {
            if (!(object.text() instanceof KeptText.None)) {
                kept.put(object.path(), () -> texts.read(object.text()));
            }
        }
        return kept;
    }
}
