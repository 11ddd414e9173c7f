package org.provgate.usecases.port;

import java.time.Instant;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Cause;

/// Tells the world of changes. May tell twice; receivers know a repeat by the id.
public interface Announcements {

    /// @param id the same for every telling of one change
    record Announcement(
            String id,
            Kind kind,
            SubmissionName submission,
            int verdict,
            String outcome,
            Cause cause,
            Instant at,
            String report) {}

    enum Kind {
        SUBMISSION_ACCEPTED("SubmissionAccepted"),
        SUBMISSION_QUARANTINED("SubmissionQuarantined"),
        SUBMISSION_RELEASED("SubmissionReleased"),
        SUBMISSION_REJECTED("SubmissionRejected"),
        VERDICT_CHANGED("VerdictChanged"),
        RESCAN_FINISHED("RescanFinished");

        private final String detailType;

        Kind(String detailType) {
            this.detailType = detailType;
        }

        /// As the event bus names it.
        public String detailType() {
            return detailType;
        }
    }

    void announce(Announcement announcement);
}
