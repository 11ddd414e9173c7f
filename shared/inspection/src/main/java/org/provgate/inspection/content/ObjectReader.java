package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sighting;
import org.provgate.inspection.ByteSource;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.content.ContentReader.Content;
import org.provgate.inspection.fingerprint.Fingerprints;

/// One object from its first stored byte to its last.
public final class ObjectReader {

    private final Fingerprints fingerprints;
    private final Limits limits;

    public ObjectReader(Fingerprints fingerprints, Limits limits) {
        this.fingerprints = fingerprints;
        this.limits = limits;
    }

    /// @param seen is told of every hit, in the order of the rows
    public ObjectFacts read(String path, ByteSource source, Consumer<Sighting> seen) throws IOException {
        WatchedSource watched = new WatchedSource(source);
        try (InputStream in = watched.open(0)) {
            StoredInput stored = new StoredInput(in);
            Inspection inspection =
                    new Inspection(fingerprints, limits, new Budget(limits, stored::count), source.size(), seen);
            Content content = new ContentReader(inspection).read(path, "", stored, 0, Optional.of(watched));
            watched.rethrow();
            long looked = stored.count();
            stored.drain();
            return new ObjectFacts(
                    path,
                    stored.count(),
                    stored.sha256(),
                    content.mediaType(),
                    content.rows(),
                    new Coverage(
                            inspection.complete() ? stored.count() : Math.min(looked, limits.wholeUpTo()),
                            inspection.rowsRead(),
                            inspection.complete()),
                    inspection.tally().evidence(inspection.rowsRead()),
                    inspection.concerns(),
                    Inspector.EDITION);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }
}
