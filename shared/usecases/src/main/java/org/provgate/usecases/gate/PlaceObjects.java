package org.provgate.usecases.gate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.MoveObject.Leave;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Rulings.Release;
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
    private final MoveObject mover;
    private final Texts texts;
    private final TellOfPlacement tell;
    private final InstantSource clock;

    public PlaceObjects(Ledger ledger, ObjectStore store, Announcements announcements, InstantSource clock) {
        this.ledger = ledger;
        this.mover = new MoveObject(ledger, store);
        this.texts = new Texts(store);
        this.tell = new TellOfPlacement(store, announcements, clock);
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
            done &= placed(object, record, document);
        }
        if (!done) {
            return Outcome.UNFINISHED;
        }
        if (record.placed() == record.verdict()) {
            return Outcome.NOTHING_TO_DO;
        }
        tell.tell(record, verdict, document);
        Watch next = Expiries.next(file, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return ledger.update(record, record.allPlaced(next)) ? Outcome.PLACED : Outcome.UNFINISHED;
    }

    /// Nobody has said yet where its objects are to lie, or somebody is about to.
    private static boolean isUndecided(SubmissionRecord record) {
        return record.state() == State.DECIDING || (record.verdict() == 0 && record.state() != State.REJECTED);
    }

    private Optional<VerdictRecord> inForce(SubmissionRecord record) {
        if (record.verdict() == 0) {
            return Optional.empty();
        }
        return Optional.of(ledger.verdict(record.name(), record.verdict())
                .orElseThrow(() -> new IllegalStateException("the ledger has lost a verdict of " + record.name())));
    }

    /// Whether the object lies where it should.
    private boolean placed(ObjectRecord object, SubmissionRecord record, VerdictDocument document) {
        return switch (wanted(object, record, document)) {
            case AS_IT_IS -> true;
            case READABLE -> mover.makeReadable(object, Leave.VERDICT);
            case RELEASED -> mover.makeReadable(object, Leave.RELEASE);
            case CLOSED -> mover.close(object);
            case QUARANTINED -> mover.quarantine(object);
        };
    }

    private enum Wanted {
        AS_IT_IS,
        READABLE,
        RELEASED,
        /// Not readable, and left where it lies.
        CLOSED,
        QUARANTINED
    }

    private static Wanted wanted(ObjectRecord object, SubmissionRecord record, VerdictDocument document) {
        return switch (object.standing()) {
            case CURRENT -> wantedCurrent(object, record, document);
            case SUPERSEDED -> wantedSuperseded(object, record);
            case WITHDRAWN -> record.state() == State.REJECTED ? Wanted.CLOSED : Wanted.AS_IT_IS;
        };
    }

    private static Wanted wantedCurrent(ObjectRecord object, SubmissionRecord record, VerdictDocument document) {
        if (record.state() == State.REJECTED) {
            return Wanted.QUARANTINED;
        }
        if (!document.covers(object)) {
            return Wanted.AS_IT_IS;
        }
        if (document.admits(object)) {
            return Wanted.READABLE;
        }
        return record.rulings().release() instanceof Release.Granted ? Wanted.RELEASED : Wanted.QUARANTINED;
    }

    /// What was accepted stays readable. It is not moved even by a rejection: brought back, it would hide the version
    /// that took its place.
    private static Wanted wantedSuperseded(ObjectRecord object, SubmissionRecord record) {
        Placement placement = object.placement();
        if (!placement.everReadable()) {
            return Wanted.QUARANTINED;
        }
        if (placement.bucket() == Bucket.QUARANTINE) {
            return Wanted.AS_IT_IS;
        }
        return record.state() == State.REJECTED ? Wanted.CLOSED : Wanted.READABLE;
    }
}
