package org.provgate.usecases.gate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.MoveObject.Leave;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Announcements;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Brings every object to where the verdict in force wants it, then tells the world. Every step may be repeated.
public final class PlaceObjects {

    private final Ledger ledger;
    private final ObjectStore store;
    private final TellOfPlacement tell;
    private final TellDownstream downstream;
    private final MoveObject mover;
    private final Texts texts;
    private final InstantSource clock;

    public PlaceObjects(Ledger ledger, ObjectStore store, Announcements announcements, InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.tell = new TellOfPlacement(store, announcements, clock);
        this.downstream = new TellDownstream(ledger);
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
        if (loaded.isEmpty() || isUndecided(loaded.get().record())) {
            return Outcome.NOTHING_TO_DO;
        }
        SubmissionFile file = loaded.get();
        SubmissionRecord record = file.record();
        Optional<VerdictRecord> verdict = inForce(record);
        VerdictDocument document = verdict.map(found -> VerdictText.read(texts.read(found.document())))
                .orElseGet(VerdictDocument::none);
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
        Instant now = clock.instant();
        SubmissionRecord next = record.allPlaced(watch(file, verdict, now));
        if (record.placed() == record.verdict() && record.watch().equals(next.watch())) {
            return Outcome.NOTHING_TO_DO;
        }
        if (record.placed() != record.verdict()) {
            Optional<VerdictRecord> before =
                    record.verdict() < 2 ? Optional.empty() : ledger.verdict(record.name(), record.verdict() - 1);
            tell.tell(record, verdict, before, document);
            if (!downstream.tell(name, now)) {
                return Outcome.UNFINISHED;
            }
        }
        return ledger.update(record, next) ? Outcome.PLACED : Outcome.UNFINISHED;
    }

    /// What it derives from may have changed while it was placed, and when it is due already that is not put off.
    private static Watch watch(SubmissionFile file, Optional<VerdictRecord> verdict, Instant now) {
        boolean derives = verdict.stream()
                .flatMap(found -> found.gist().marks().stream())
                .anyMatch(mark -> mark.kind() == Mark.Kind.SUBMISSION);
        Watch next = Expiries.next(file, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return switch (file.record().watch()) {
            case Watch.Until(Watch.Kind kind, Instant due)
            when derives ->
                switch (kind) {
                    case PLACEMENT -> new Watch.Until(Watch.Kind.EXPIRY, now);
                    case EXPIRY -> due.isAfter(now) ? next : file.record().watch();
                    case COMPLETION -> next;
                };
            case Watch.Until _, Watch.Rest _ -> next;
        };
    }

    /// Nobody has said yet where its objects are to lie, or somebody is about to.
    private static boolean isUndecided(SubmissionRecord record) {
        return record.state() == State.DECIDING || !record.mayBeMoving();
    }

    private Optional<VerdictRecord> inForce(SubmissionRecord record) {
        if (record.verdict() == 0) {
            return Optional.empty();
        }
        return Optional.of(ledger.verdict(record.name(), record.verdict())
                .orElseThrow(() -> new IllegalStateException("the ledger has lost a verdict of " + record.name())));
    }

    /// Whether the object lies where it should.
    private boolean placed(ObjectRecord object, SubmissionFile file, VerdictDocument document) {
        SubmissionRecord record = file.record();
        return switch (Wanted.of(object, record, document)) {
            case READABLE -> mover.makeReadable(object, Leave.VERDICT, record);
            case RELEASED -> mover.makeReadable(object, Leave.RELEASE, record);
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
                        : Wanted.of(standing, file.record(), document).isForReaders()
                                && versions.isAbove(
                                        placement.version(),
                                        standing.placement().version()));
    }
}
