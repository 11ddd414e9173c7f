package org.provgate.usecases.gate;

import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Puts together what a decision may look at, from the ledger alone.
public final class FactsOfSubmission {

    private final Engine engine;
    private final Texts texts;
    private final FollowUpstream upstream;

    public FactsOfSubmission(Engine engine, ObjectStore store, Ledger ledger) {
        this.engine = engine;
        this.texts = new Texts(store);
        this.upstream = new FollowUpstream(ledger, engine.registry(), this);
    }

    public SubmissionFacts of(SubmissionFile file) {
        List<ObjectFacts> objects =
                file.current().stream().map(ObjectRecord::facts).toList();
        ManifestReading manifest = manifest(file);
        var name = file.record().name();
        return new SubmissionFacts(
                        name.toString(),
                        name.stray() ? new Identity.Stray(name) : new Identity.Known(name),
                        manifest,
                        SubmissionFacts.byPath(objects),
                        checksumLists(file, manifest),
                        file.waivers())
                .derivingFrom(upstream.of(name, manifest));
    }

    /// What was declared.
    public ManifestReading manifest(SubmissionFile file) {
        SortedMap<String, byte[]> candidates = new TreeMap<>();
        for (ObjectRecord object : file.current()) {
            if (isText(object) && engine.manifests().isCandidate(object.path())) {
                candidates.put(object.path(), texts.read(object.text()));
            }
        }
        return engine.manifests().read(candidates);
    }

    private NavigableMap<String, ChecksumList> checksumLists(SubmissionFile file, ManifestReading reading) {
        NavigableMap<String, ChecksumList> lists = new TreeMap<>();
        if (reading instanceof ManifestReading.Read(var manifest, var _, var _)) {
            var named = Documents.checksumLists(manifest);
            file.current().stream()
                    .filter(object -> named.contains(object.path()) && isText(object))
                    .forEach(object -> lists.put(
                            object.path(), engine.checksums().read(object.path(), texts.read(object.text()))));
        }
        return lists;
    }

    private static boolean isText(ObjectRecord object) {
        return !(object.text() instanceof KeptText.None);
    }
}
