package org.provgate.usecases.gate;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Announcements;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Brings every object to where the verdict in force wants it, then tells the world. Every step may be repeated.
public final class PlaceObjects {

    private final Ledger ledger;
    private final ObjectStore store;
    private final Announcements announcements;
    private final MoveObject mover;
    private final Texts texts;
    private final InstantSource clock;

    public PlaceObjects(Ledger ledger, ObjectStore store, Announcements announcements, InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.announcements = announcements;
        this.mover = new MoveObject(ledger, store);
        this.texts = new Texts(store);
        this.clock = clock;
    }

    public enum Outcome {
        /// There is no verdict, or all was placed before.
        NOTHING_TO_DO,
        PLACED,
        /// Time ran out or somebody else wrote; call again.
        UNFINISHED
    }

    /// @param timeLeft whether there is time for another object
    public Outcome place(SubmissionName name, BooleanSupplier timeLeft) {
        Optional<SubmissionFile> loaded = ledger.load(name);
        if (loaded.isEmpty() || loaded.get().record().verdict() == 0) {
            return Outcome.NOTHING_TO_DO;
        }
        SubmissionFile file = loaded.get();
        SubmissionRecord record = file.record();
        VerdictRecord verdict = ledger.verdict(name, record.verdict())
                .orElseThrow(() -> new IllegalStateException("the ledger has lost a verdict of " + name));
        VerdictDocument document = VerdictText.read(texts.read(verdict.document()));
        boolean done = true;
        for (ObjectRecord object : Stream.concat(file.objects().stream(), file.superseded().stream())
                .toList()) {
            if (!timeLeft.getAsBoolean()) {
                return Outcome.UNFINISHED;
            }
            done &= placed(object, file, document);
        }
        if (!done) {
            return Outcome.UNFINISHED;
        }
        SubmissionRecord next = record.allPlaced();
        if (record.placed() == record.verdict() && record.watch().equals(next.watch())) {
            return Outcome.NOTHING_TO_DO;
        }
        if (record.placed() != record.verdict()) {
            tell(record, verdict, document);
        }
        return ledger.update(record, next) ? Outcome.PLACED : Outcome.UNFINISHED;
    }

    /// Whether the object lies where it should.
    private boolean placed(ObjectRecord object, SubmissionFile file, VerdictDocument document) {
        SubmissionRecord record = file.record();
        return switch (Wanted.of(object, record, document)) {
            case READABLE -> mover.makeReadable(object, record);
            case QUARANTINED -> mover.quarantine(object, record);
            case AS_IT_IS -> {
                Optional<ObjectRecord> settled = mover.settled(object, Tags.QUARANTINED);
                yield settled.isPresent()
                        && (!isInTheWay(settled.get(), file, document) || mover.quarantine(settled.get(), record));
            }
        };
    }

    /// A version that came back from quarantine lies on top of what was uploaded, or deleted, at its path meanwhile,
    /// and would be read in its place.
    private boolean isInTheWay(ObjectRecord object, SubmissionFile file, VerdictDocument document) {
        Placement placement = object.placement();
        if (object.standing() == Standing.CURRENT
                || placement.bucket() != Bucket.DATASET
                || placement.version().equals(object.upload())) {
            return false;
        }
        KeyVersions versions = KeyVersions.of(store, Bucket.DATASET, object.key());
        return file.objects().stream()
                .filter(standing -> standing.path().equals(object.path()))
                .anyMatch(standing -> standing.standing() == Standing.WITHDRAWN
                        ? versions.isAboveMarker(placement.version())
                        : Wanted.of(standing, file.record(), document) == Wanted.READABLE
                                && versions.isAbove(
                                        placement.version(),
                                        standing.placement().version()));
    }

    private void tell(SubmissionRecord record, VerdictRecord verdict, VerdictDocument document) {
        String report = "reports/" + record.name() + "/" + verdict.number() + ".json";
        byte[] bytes = document.report().getBytes(StandardCharsets.UTF_8);
        store.put(Bucket.REPORT, report, "application/json", bytes);
        store.put(Bucket.REPORT, "reports/" + record.name() + "/latest.json", "application/json", bytes);
        Map<String, Announcements.Kind> kinds = Map.of(
                "accepted", Announcements.Kind.SUBMISSION_ACCEPTED,
                "quarantined", Announcements.Kind.SUBMISSION_QUARANTINED);
        announcements.announce(new Announcement(
                verdict.id(),
                Optional.ofNullable(kinds.get(verdict.outcome()))
                        .orElseThrow(() -> new IllegalStateException("unknown outcome " + verdict.outcome())),
                record.name(),
                verdict.number(),
                verdict.outcome(),
                verdict.cause(),
                clock.instant(),
                report));
    }
}
