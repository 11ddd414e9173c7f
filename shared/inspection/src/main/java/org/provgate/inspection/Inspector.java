package org.provgate.inspection;

import java.io.IOException;
import java.util.function.Consumer;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sighting;
import org.provgate.inspection.content.ObjectReader;
import org.provgate.inspection.fingerprint.Fingerprints;

/// Turns an object into facts. Holds no state between objects, so one instance serves all threads.
public final class Inspector {

    /// Rises with every change that may lead to other facts for the same bytes. A rescan reads again what was inspected
    /// in an edition older than the policy asks for; nothing else is read twice.
    ///
    /// 4: hits of sampled objects have no line behind the first gap; phrases are looked for in strings in which a
    /// word of theirs stands by itself, not in all strings of a row.
    public static final int EDITION = 4;

    /// Wants no hits one by one, so that none is described.
    public static final Consumer<Sighting> NOBODY = _ -> {};

    private final Fingerprints fingerprints;
    private final Limits limits;

    public Inspector(Fingerprints fingerprints, Limits limits) {
        this.fingerprints = fingerprints;
        this.limits = limits;
    }

    /// Whatever is wrong with the content is a concern in the facts.
    ///
    /// @param path relative to the submission's root
    /// @throws IOException when the source itself fails, and only then
    public ObjectFacts inspect(String path, ByteSource source) throws IOException {
        return inspect(path, source, NOBODY);
    }

    /// The same, and `seen` is told of every hit that the facts count, in the order of the rows.
    public ObjectFacts inspect(String path, ByteSource source, Consumer<Sighting> seen) throws IOException {
        return new ObjectReader(fingerprints, limits).read(path, source, seen);
    }
}
