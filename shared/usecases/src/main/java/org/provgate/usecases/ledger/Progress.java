package org.provgate.usecases.ledger;

import java.util.List;

/// How far a submission has come.
///
/// @param expected how many objects the manifest names; 0 while it is not known
/// @param missing paths that have not arrived, at most [#MISSING_LIMIT]
public record Progress(int arrived, int expected, List<String> missing) {

    public static final int MISSING_LIMIT = 20;

    public Progress {
        missing = missing.stream().limit(MISSING_LIMIT).toList();
    }

    public static Progress none() {
        return new Progress(0, 0, List.of());
    }
}
