package org.provgate.functions.api;

import java.util.Optional;
import org.provgate.core.submission.SubmissionName;

/// Where a page of submissions ended: the name of its last one.
final class Cursors {

    private static final String CURSOR = "cursor";

    private Cursors() {}

    /// The empty text for the first page; empty when it is no cursor at all.
    static Optional<String> of(Address address) {
        Optional<String> asked = address.asked(CURSOR);
        return asked.isEmpty()
                ? Optional.of("")
                : asked.flatMap(SubmissionName::parse).map(SubmissionName::toString);
    }

    /// As above, of one contributor's pages where one is given.
    static Optional<String> of(Address address, Optional<String> contributor) {
        return of(address)
                .filter(cursor -> cursor.isEmpty()
                        || contributor
                                .map(name -> cursor.startsWith(name + "/"))
                                .orElse(true));
    }

    static Answer unfit() {
        return Answer.unfit("cursor is the next of the page before, as it was");
    }
}
