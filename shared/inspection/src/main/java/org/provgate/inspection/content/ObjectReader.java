package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Sighting;
import org.provgate.inspection.ByteSource;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.content.ContentReader.Content;
import org.provgate.inspection.fingerprint.Fingerprints;

/// One object from its first stored byte to its last, or as much of it as is looked into.
public final class ObjectReader {

    private static final int HEAD = 1 << 16;
    private static final Set<String> LINES = Set.of(
            MediaTypes.JSONL,
            MediaTypes.CSV,
            MediaTypes.TSV,
            MediaTypes.PLAIN,
            MediaTypes.MARKDOWN,
            MediaTypes.YAML,
            MediaTypes.HTML,
            MediaTypes.XML);

    private final Fingerprints fingerprints;
    private final Limits limits;

    public ObjectReader(Fingerprints fingerprints, Limits limits) {
        this.fingerprints = fingerprints;
        this.limits = limits;
    }

    /// @param seen is told of every hit, in the order of the rows
    public ObjectFacts read(String path, ByteSource source, Consumer<Sighting> seen) throws IOException {
        WatchedSource watched = new WatchedSource(source);
        try {
            return source.size() > limits.wholeUpTo() ? sampled(path, watched, seen) : whole(path, watched, seen);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private ObjectFacts whole(String path, WatchedSource source, Consumer<Sighting> seen) throws IOException {
        try (InputStream in = source.open(0)) {
            StoredInput stored = new StoredInput(in);
            Inspection inspection =
                    new Inspection(fingerprints, limits, new Budget(limits, stored::count), Optional.empty(), seen);
            Content content = new ContentReader(inspection).read(path, "", stored, 0, Optional.of(source));
            source.rethrow();
            long looked = stored.count();
            stored.drain();
            long read = inspection.complete() ? stored.count() : Math.min(looked, limits.wholeUpTo());
            return facts(path, stored.count(), stored.sha256(), content, read, inspection);
        }
    }

    /// Nobody looks into all of a large object, and nobody reads it where its digest is known.
    private ObjectFacts sampled(String path, WatchedSource source, Consumer<Sighting> seen) throws IOException {
        Optional<Sha256> known = source.sha256();
        Sha256 digest = known.isPresent() ? known.get() : measured(source);
        try (SampledInput in = new SampledInput(source, sampling(path, source, digest), limits.rowBytes())) {
            Inspection inspection =
                    new Inspection(fingerprints, limits, new Budget(limits, in::count), Optional.of(digest), seen);
            inspection.counted(in::linesBefore);
            Content content = new ContentReader(inspection).read(path, "", in, 0, Optional.of(source));
            source.rethrow();
            long read = inspection.bytesPicked() > 0 ? inspection.bytesPicked() : in.count();
            return facts(path, source.size(), digest, content, read, inspection);
        }
    }

    private static Sha256 measured(WatchedSource source) throws IOException {
        try (InputStream in = source.open(0)) {
            StoredInput stored = new StoredInput(in);
            stored.drain();
            return stored.sha256();
        }
    }

    /// What has a row or a sentence a line can be read from the middle.
    private Sampling sampling(String path, WatchedSource source, Sha256 digest) throws IOException {
        byte[] head;
        try (InputStream in = source.open(0)) {
            head = in.readNBytes(HEAD);
        }
        String type = new Sniffer(head, head.length, false, path).mediaType();
        boolean lines = LINES.contains(type) && !Utf16Input.marked(head, head.length);
        return lines ? Sampling.of(source.size(), limits.wholeUpTo(), digest) : Sampling.head(limits.wholeUpTo());
    }

    private static ObjectFacts facts(
            String path, long bytes, Sha256 sha256, Content content, long read, Inspection inspection) {
        return new ObjectFacts(
                path,
                bytes,
                sha256,
                content.mediaType(),
                content.rows(),
                new Coverage(read, inspection.rowsRead(), inspection.complete()),
                inspection.tally().evidence(inspection.rowsRead()),
                inspection.concerns(),
                Inspector.EDITION);
    }
}
