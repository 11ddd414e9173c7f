package org.provgate.usecases.gate;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;

/// What a decision may look at, out of what was measured and of the small files whose text was kept, wherever both
/// come from.
public final class AssembleFacts {

    private final Engine engine;

    public AssembleFacts(Engine engine) {
        this.engine = engine;
    }

    /// Without what it derives from.
    ///
    /// @param texts by path; each is read when it is needed
    public SubmissionFacts of(
            SubmissionName name,
            Collection<ObjectFacts> objects,
            NavigableMap<String, Supplier<byte[]>> texts,
            List<Waiver> waivers) {
        ManifestReading manifest = manifest(texts);
        return new SubmissionFacts(
                name.toString(),
                name.stray() ? new Identity.Stray(name) : new Identity.Known(name),
                manifest,
                SubmissionFacts.byPath(objects),
                checksumLists(texts, manifest),
                waivers);
    }

    /// What was declared.
    ManifestReading manifest(NavigableMap<String, Supplier<byte[]>> texts) {
        SortedMap<String, byte[]> candidates = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (engine.manifests().isCandidate(path)) {
                candidates.put(path, text.get());
            }
        });
        return engine.manifests().read(candidates);
    }

    private NavigableMap<String, ChecksumList> checksumLists(
            NavigableMap<String, Supplier<byte[]>> texts, ManifestReading reading) {
        NavigableMap<String, ChecksumList> lists = new TreeMap<>();
        if (reading instanceof ManifestReading.Read(var manifest, var _, var _)) {
            var named = Documents.checksumLists(manifest);
            texts.forEach((path, text) -> {
                if (named.contains(path)) {
                    lists.put(path, engine.checksums().read(path, text.get()));
                }
            });
        }
        return lists;
    }
}
