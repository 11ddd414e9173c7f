package org.provgate.core.rulebook;

import java.util.Map;

/// Promised codes that no rule reports yet, and what each waits for.
final class StillToCome {

    static final Map<String, String> CODES = Map.of();

    private StillToCome() {}
}
