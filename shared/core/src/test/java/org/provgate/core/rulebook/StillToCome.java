package org.provgate.core.rulebook;

import java.util.Map;

/// Promised codes that no rule reports yet, and what each waits for.
final class StillToCome {

    static final Map<String, String> CODES = Map.of(
            "contributor-mismatch", "an operator's table of who belongs to which prefix",
            "source-quarantined", "verdicts on upstream submissions of the same hub",
            "source-digest-mismatch", "facts of upstream submissions of the same hub");

    private StillToCome() {}
}
