package org.provgate.testkit.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.testkit.simulation.StoreWatch.Held;
import org.provgate.testkit.simulation.StoreWatch.Upload;
import org.provgate.testkit.simulation.World.ObjectPlace;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;
import org.provgate.usecases.port.Bucket;

/// What must hold when nothing is left to do.
final class AtRest {

    private final World world;

    private AtRest(World world) {
        this.world = world;
    }

    static void check(World world) {
        AtRest rest = new AtRest(world);
        world.storeWatch.uploads.values().stream()
                .sorted((one, other) -> one.version().compareTo(other.version()))
                .forEach(rest::check);
        world.ledger.list(Optional.empty(), "", 1000).items().forEach(rest::check);
        long before = world.changes();
        Run run = world.rescans.toTheEnd(world);
        Violation.unless(
                run.totals().changed() == 0 && world.changes() == before, "a rescan of what rests changes it: %s", run);
    }

    private void check(Upload upload) {
        String what = "upload " + upload.version() + " of " + upload.key();
        List<String> versions = world.storeWatch.versionsOf(upload.version());
        Violation.unless(versions.size() == 1, "%s lies in %s places", what, versions.size());
        ObjectPlace at = world.locate(upload.key());
        ObjectRecord record = world.ledger.versions(at.name(), at.path()).stream()
                .filter(object -> object.upload().equals(upload.version()))
                .findFirst()
                .orElseThrow(() -> new Violation("the ledger does not know " + what));
        Placement placement = record.placement();
        Violation.unless(placement.move() instanceof Placement.Move.None, "%s is still moving", what);
        Held held = world.storeWatch.held(versions.getFirst());
        Violation.unless(
                held.bucket() == placement.bucket() && versions.getFirst().equals(placement.version()),
                "%s lies in %s, and the ledger says %s",
                what,
                held,
                placement);
        boolean open = world.storeWatch.openVersions.contains(placement.version());
        // A crash after the tag and before its record is made up for only while a verdict still speaks of the version.
        Violation.unless(
                open == placement.readable() || (open && record.standing() != Standing.CURRENT),
                "%s: readable is %s, in the ledger not so",
                what,
                open);
        Violation.unless(
                record.standing() == standing(upload),
                "%s is %s, and should be %s",
                what,
                record.standing(),
                standing(upload));
        if (record.standing() == Standing.SUPERSEDED) {
            checkSuperseded(what, record);
        }
        if (record.standing() == Standing.WITHDRAWN) {
            Violation.unless(
                    world.store.latest(Bucket.DATASET, upload.key()).isEmpty(),
                    "%s was withdrawn, and its key can be read",
                    what);
        }
    }

    private void checkSuperseded(String what, ObjectRecord record) {
        SubmissionRecord submission =
                world.ledger.submission(record.submission()).orElseThrow();
        boolean undecided = submission.verdict() == 0 || submission.state() == State.WITHDRAWN;
        boolean everOpen = world.storeWatch.everOpen.contains(record.upload());
        Violation.unless(
                undecided || everOpen || record.placement().bucket() == Bucket.QUARANTINE,
                "%s was replaced, was never accepted, and lies in the dataset bucket",
                what);
    }

    /// What contributors would say.
    private Standing standing(Upload upload) {
        Upload last = world.storeWatch
                .byKey
                .getOrDefault(upload.key(), List.of(upload))
                .getLast();
        if (!last.equals(upload)) {
            return Standing.SUPERSEDED;
        }
        boolean hidden = world.storeWatch.markers.getOrDefault(upload.key(), List.of()).stream()
                .anyMatch(marker -> marker.order() > upload.order());
        return hidden ? Standing.WITHDRAWN : Standing.CURRENT;
    }

    private void check(SubmissionRecord record) {
        String what = "submission " + record.name();
        Violation.unless(record.watch() instanceof Watch.Rest, "%s is still watched: %s", what, record.watch());
        Violation.unless(record.state().settled(), "%s ends as %s", what, record.state());
        SubmissionFile file = world.ledger.load(record.name()).orElseThrow();
        for (ObjectRecord object : Stream.concat(file.objects().stream(), file.superseded().stream())
                .toList()) {
            Violation.unless(
                    world.storeWatch.uploads.containsKey(object.upload()),
                    "version %s of %s is no upload",
                    object.upload(),
                    object.key());
        }
        if (record.state() == State.REJECTED) {
            checkRejected(what, file);
            return;
        }
        Violation.unless(record.rulings().release() instanceof Release.None, "%s is released for ever", what);
        Violation.unless(
                file.current().isEmpty() == (record.state() == State.WITHDRAWN),
                "%s has %s objects and is %s",
                what,
                file.current().size(),
                record.state());
        Violation.unless(
                record.placed() == record.verdict(),
                "%s has verdict %s, and %s is placed",
                what,
                record.verdict(),
                record.placed());
        if (record.verdict() > 0) {
            String id = record.name() + "/" + record.verdict();
            Violation.unless(
                    world.announced.stream().anyMatch(said -> (said.id() + "/").startsWith(id + "/")),
                    "verdict %s was never announced",
                    id);
        }
        if (!file.current().isEmpty()) {
            checkVerdict(what, file);
        }
    }

    private void checkRejected(String what, SubmissionFile file) {
        Violation.unless(file.record().placed() == file.record().verdict(), "%s is rejected and not carried out", what);
        for (ObjectRecord object : Stream.concat(file.objects().stream(), file.superseded().stream())
                .toList()) {
            Violation.unless(
                    !world.storeWatch.openVersions.contains(object.placement().version()),
                    "%s is rejected, and %s can be read",
                    what,
                    object.key());
            Violation.unless(
                    object.placement().bucket() == Bucket.QUARANTINE,
                    "%s is rejected, and %s is not in quarantine",
                    what,
                    object.key());
        }
    }

    private void checkVerdict(String what, SubmissionFile file) {
        VerdictRecord verdict = world.ledger
                .verdict(file.record().name(), file.record().verdict())
                .orElseThrow(() -> new Violation(what + " has no verdict"));
        Violation.unless(
                !world.rescans.finds(file.record().name()),
                "%s was decided by an old policy, or would be decided otherwise",
                what);
        Violation.unless(
                verdict.outcome().equals(file.record().state().word()),
                "%s is %s, and its verdict %s",
                what,
                file.record().state(),
                verdict.outcome());
        VerdictDocument document = world.document(verdict);
        Violation.unless(
                document.covers().size() == file.current().size(),
                "%s: the verdict covers %s, and there are %s objects",
                what,
                document.covers().keySet(),
                file.current().size());
        for (ObjectRecord object : file.current()) {
            Violation.unless(
                    object.upload().equals(document.covers().get(object.path())),
                    "%s: no verdict on %s",
                    what,
                    object.path());
            Placement placement = object.placement();
            if (World.admits(document, object.path(), object.upload())) {
                Violation.unless(
                        placement.bucket() == Bucket.DATASET && placement.readable(),
                        "%s is accepted and cannot be read",
                        object.key());
                Violation.unless(
                        world.store.latest(Bucket.DATASET, object.key()).equals(Optional.of(placement.version())),
                        "%s is accepted, and who reads its key gets another version",
                        object.key());
            } else {
                Violation.unless(placement.bucket() == Bucket.QUARANTINE, "%s is not in quarantine", object.key());
            }
        }
    }
}
