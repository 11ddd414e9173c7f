package org.provgate.usecases.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sha256;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.Layout.Located;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Placement.Move;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.ObjectStore.Stored;
import org.provgate.usecases.port.PolicySource;
import org.provgate.usecases.port.UncheckedStoreException;

/// Reads an uploaded version once and writes its facts to the ledger.
public final class InspectObject {

    /// How often a lost race is run again before the notice goes back to its queue.
    private static final int ATTEMPTS = 8;

    /// Enough to tell a list of checksums by its first lines.
    private static final int HEAD_BYTES = 4096;

    private final Ledger ledger;
    private final ObjectStore store;
    private final PolicySource policies;
    private final Inspection inspection;
    private final Engine engine;
    private final Texts texts;
    private final Layout layout;
    private final InstantSource clock;

    public InspectObject(
            Ledger ledger,
            ObjectStore store,
            PolicySource policies,
            Inspection inspection,
            Engine engine,
            Layout layout,
            InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.policies = policies;
        this.inspection = inspection;
        this.engine = engine;
        this.texts = new Texts(store);
        this.layout = layout;
        this.clock = clock;
    }

    /// What a notice came to.
    public enum Outcome {
        RECORDED,
        /// Known already, of our own making, or overtaken.
        NOTHING_NEW,
        IGNORED
    }

    public Outcome inspect(Notice notice) {
        return switch (notice.kind()) {
            case CREATED -> created(notice);
            case MARKED_DELETED, REMOVED ->
                switch (layout.locate(notice.key(), 1)) {
                    case Located.InSubmission(SubmissionName name, String path) -> removed(name, path, notice);
                    case Located.Stray(SubmissionName name, String path) -> removed(name, path, notice);
                    case Located.FolderMarker _ -> Outcome.IGNORED;
                };
        };
    }

    private Outcome created(Notice notice) {
        Optional<Stored> stored = store.describe(Bucket.DATASET, notice.key(), notice.version());
        if (stored.isEmpty()) {
            return Outcome.NOTHING_NEW;
        }
        return switch (layout.locate(notice.key(), stored.get().size())) {
            case Located.InSubmission(SubmissionName name, String path) -> arrived(name, path, notice, stored.get());
            case Located.Stray(SubmissionName name, String path) -> arrived(name, path, notice, stored.get());
            case Located.FolderMarker _ -> Outcome.IGNORED;
        };
    }

    private Outcome arrived(SubmissionName name, String path, Notice notice, Stored stored) {
        if (isKnown(name, path, notice)) {
            return Outcome.NOTHING_NEW;
        }
        Instant now = clock.instant();
        Duration patience = policies.current().completeWithin();
        Source source = new Source(notice.key(), stored);
        KeyVersions versions = KeyVersions.of(store, Bucket.DATASET, notice.key());
        ObjectFacts facts = inspection.inspect(path, source);
        ObjectRecord seen = new ObjectRecord(
                name,
                path,
                notice.version(),
                notice.sequencer(),
                versions.uploaded(notice.version(), stored.modified()),
                now,
                facts,
                keptText(name, path, source, facts),
                Placement.arrived(notice.version()),
                Standing.CURRENT,
                1);
        ObjectRecord arrived = versions.hide(seen) ? seen.standing(Standing.WITHDRAWN) : seen;
        ledger.open(SubmissionRecord.begun(name, now, now.plus(patience)));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (record(arrived, versions)) {
                return Outcome.RECORDED;
            }
            if (isKnown(name, path, notice)) {
                return Outcome.NOTHING_NEW;
            }
        }
        throw new IllegalStateException("too many others write to " + name + " at once");
    }

    private boolean record(ObjectRecord arrived, KeyVersions versions) {
        Optional<ObjectRecord> standing = ledger.object(arrived.submission(), arrived.path());
        if (standing.isEmpty()) {
            return ledger.add(arrived);
        }
        return overtakes(arrived, standing.get(), versions)
                ? ledger.supersede(standing.get(), arrived)
                : ledger.addSuperseded(arrived.superseded());
    }

    private static boolean overtakes(ObjectRecord arrived, ObjectRecord standing, KeyVersions versions) {
        return (arrived.sequencer().isEmpty() || standing.sequencer().isEmpty())
                ? versions.overtakes(arrived, standing)
                : Notice.earlier(standing.sequencer(), arrived.sequencer());
    }

    private boolean isKnown(SubmissionName name, String path, Notice notice) {
        return ledger.versions(name, path).stream()
                .anyMatch(object -> object.isVersion(notice.version()) || isOnItsWayBack(object, notice));
    }

    /// Whether the version is the gate's own copy, made but not yet written down.
    private boolean isOnItsWayBack(ObjectRecord object, Notice notice) {
        return object.placement().move() instanceof Move.Underway(Bucket to, String token)
                && to == Bucket.DATASET
                && token.equals(store.tags(Bucket.DATASET, notice.key(), notice.version())
                        .get(Tags.MOVE));
    }

    /// A delete marker came or went, or a version is gone, maybe by the gate's own hand. Notices may be late, so it is
    /// the bucket that says how things stand.
    private Outcome removed(SubmissionName name, String path, Notice notice) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ObjectRecord> found = ledger.object(name, path);
            if (found.isEmpty()) {
                return Outcome.NOTHING_NEW;
            }
            ObjectRecord object = found.get();
            KeyVersions versions = KeyVersions.of(store, Bucket.DATASET, notice.key());
            Standing seen = versions.hide(object) ? Standing.WITHDRAWN : Standing.CURRENT;
            if (seen == object.standing()) {
                return Outcome.NOTHING_NEW;
            }
            if (ledger.update(object, object.standing(seen))) {
                return Outcome.RECORDED;
            }
        }
        throw new IllegalStateException("too many others write to " + name + " at once");
    }

    private KeptText keptText(SubmissionName name, String path, Source source, ObjectFacts facts) {
        if (name.stray()) {
            return new KeptText.None();
        }
        if (engine.manifests().isCandidate(path)) {
            return kept(name, source.head(Engine.MANIFEST_LIMIT + 1), facts);
        }
        boolean mayBeList = facts.mediaType().equals("text/plain") && source.size() <= Engine.LIST_LIMIT;
        return mayBeList && engine.checksums().looksLikeList(path, source.head(HEAD_BYTES))
                ? kept(name, source.head(Engine.LIST_LIMIT), facts)
                : new KeptText.None();
    }

    private KeptText kept(SubmissionName name, byte[] text, ObjectFacts facts) {
        return texts.keep(text, "texts/" + name + "/" + facts.sha256().hex() + ".gz");
    }

    private final class Source implements Inspection.Source {

        private final String key;
        private final Stored stored;

        Source(String key, Stored stored) {
            this.key = key;
            this.stored = stored;
        }

        @Override
        public long size() {
            return stored.size();
        }

        @Override
        public InputStream open(long offset) {
            return store.open(Bucket.DATASET, key, stored.version(), offset);
        }

        @Override
        public Optional<Sha256> sha256() {
            return store.knownDigest(Bucket.DATASET, key, stored.version());
        }

        byte[] head(int limit) {
            int wanted = (int) Math.min(limit, stored.size());
            if (wanted == 0) {
                return new byte[0];
            }
            try (InputStream bytes = open(0)) {
                byte[] head = bytes.readNBytes(wanted);
                if (head.length < wanted) {
                    throw new UncheckedStoreException(key + " ended before its size");
                }
                return head;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }
}
