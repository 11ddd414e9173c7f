package org.provgate.usecases.gate;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Announcements;
import org.provgate.usecases.port.Announcements.Announcement;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;

/// Files the report under its address and tells the world how a submission stands.
final class TellOfPlacement {

    private final ObjectStore store;
    private final Announcements announcements;
    private final InstantSource clock;

    TellOfPlacement(ObjectStore store, Announcements announcements, InstantSource clock) {
        this.store = store;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// @param before the verdict before the one in force
    void tell(
            SubmissionRecord record,
            Optional<VerdictRecord> verdict,
            Optional<VerdictRecord> before,
            VerdictDocument document) {
        String report = verdict.map(found -> filed(record, found, document)).orElse("");
        int ruling = record.rulings().ruling();
        String id = record.name() + "/" + record.verdict();
        announcements.announce(new Announcement(
                ruling == 0 ? id : id + "/" + ruling,
                kind(record, verdict),
                record.name(),
                record.verdict(),
                verdict.map(VerdictRecord::outcome).orElse(""),
                ruling == 0 ? verdict.map(VerdictRecord::cause).orElse(Cause.OPERATOR) : Cause.OPERATOR,
                clock.instant(),
                report));
        verdict.filter(found -> ruling == 0 && isOther(found, before))
                .ifPresent(found -> announcements.announce(new Announcement(
                        id + "/changed",
                        Announcements.Kind.VERDICT_CHANGED,
                        record.name(),
                        record.verdict(),
                        found.outcome(),
                        found.cause(),
                        clock.instant(),
                        report)));
    }

    private static boolean isOther(VerdictRecord verdict, Optional<VerdictRecord> before) {
        return before.filter(old -> !old.outcome().equals(verdict.outcome())).isPresent();
    }

    private String filed(SubmissionRecord record, VerdictRecord verdict, VerdictDocument document) {
        String report = "reports/" + record.name() + "/" + verdict.number() + ".json";
        byte[] bytes = document.report().getBytes(StandardCharsets.UTF_8);
        store.put(Bucket.REPORT, report, "application/json", bytes);
        store.put(Bucket.REPORT, "reports/" + record.name() + "/latest.json", "application/json", bytes);
        return report;
    }

    private static Announcements.Kind kind(SubmissionRecord record, Optional<VerdictRecord> verdict) {
        if (record.state() == State.REJECTED) {
            return Announcements.Kind.SUBMISSION_REJECTED;
        }
        if (record.rulings().release() instanceof Release.Granted) {
            return Announcements.Kind.SUBMISSION_RELEASED;
        }
        boolean accepted = verdict.map(VerdictRecord::outcome)
                .filter(State.ACCEPTED.word()::equals)
                .isPresent();
        return accepted ? Announcements.Kind.SUBMISSION_ACCEPTED : Announcements.Kind.SUBMISSION_QUARANTINED;
    }
}
