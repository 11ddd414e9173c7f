package org.provgate.usecases.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.provgate.core.policy.Waiver;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.Watch;

/// When something that was granted for a time ends.
final class Expiries {

    private Expiries() {}

    /// The release's end where there is one, for it holds whatever ends before; else that of the next waiver.
    static Watch next(SubmissionFile file, LocalDate today) {
        State state = file.record().state();
        if (state == State.REJECTED || state == State.WITHDRAWN) {
            return new Watch.Rest();
        }
        Optional<Instant> release = file.record().rulings().release().end();
        Optional<Instant> waiver = file.waivers().stream()
                .map(Waiver::expires)
                .filter(expires -> !today.isAfter(expires))
                .min(Comparator.naturalOrder())
                .map(expires -> expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return release.or(() -> waiver)
                .<Watch>map(due -> new Watch.Until(Watch.Kind.EXPIRY, due))
                .orElseGet(Watch.Rest::new);
    }
}
