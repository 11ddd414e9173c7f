package org.provgate.usecases.ledger;

import java.time.Instant;
import org.provgate.core.claim.Word;

/// What a sweep looks after, so that no submission can stay silent.
public sealed interface Watch {

    /// Nothing is to happen any more.
    record Rest() implements Watch {}

    record Until(Kind kind, Instant due) implements Watch {}

    enum Kind implements Word {
        /// Objects are awaited; decided as it is when the time is over.
        COMPLETION,
        /// A verdict was given and its objects are to be moved.
        PLACEMENT,
        /// Something was granted for a time, and the submission is decided again when it ends.
        EXPIRY
    }
}
