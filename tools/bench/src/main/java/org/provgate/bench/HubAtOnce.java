package org.provgate.bench;

import java.util.Locale;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.Estimate;

/// What a rescan of a large hub comes to on AWS, against the limits of the services: by calculation, never measured.
final class HubAtOnce {

    static final long SUBMISSIONS = 10_000_000;

    /// Of one submission in a segment: three reads one after the other, and the decision.
    private static final double MILLIS_EACH = 15;

    /// Strongly consistent items of 8 KB, the verdict in force, half a unit of the index.
    private static final double READ_UNITS_EACH = 3.5;

    private static final double WRITE_UNITS_EACH = 12.0 / 20;

    private static final double MINUTES_OF_A_CALL = 14;

    private static final long TABLE_READ_UNITS = 40_000;

    private static final long TABLE_WRITE_UNITS = 40_000;

    private static final long CONCURRENT_CALLS = 1_000;

    private static final long CHILDREN = 10_000;

    private HubAtOnce() {}

    static String table() {
        int workers = ConductRescan.MOST_SEGMENTS;
        double seconds = SUBMISSIONS * MILLIS_EACH / 1_000 / workers;
        double calls = workers * Math.ceil(seconds / 60 / MINUTES_OF_A_CALL);
        return String.format(
                Locale.ROOT,
                """
                | %,d submissions decided again | | limit of the service |
                | --- | ---: | ---: |
                | US$, by the estimate that `provgate rescan` caps | %.2f | |
                | segments side by side, each a Lambda execution | %d | %,d executions, %,d children of a map |
                | minutes, at %.0f ms a submission | %.0f | |
                | calls of the function, each up to %.0f minutes | %,.0f | |
                | reads of the ledger a second, units | %,.0f | %,d for a table, unless it is raised |
                | writes a second, units, one verdict in twenty being another | %,.0f | %,d for a table |
                """,
                SUBMISSIONS,
                Estimate.of(SUBMISSIONS).costCents() / 100.0,
                workers,
                CONCURRENT_CALLS,
                CHILDREN,
                MILLIS_EACH,
                seconds / 60,
                MINUTES_OF_A_CALL,
                calls,
                SUBMISSIONS * READ_UNITS_EACH / seconds,
                TABLE_READ_UNITS,
                SUBMISSIONS * WRITE_UNITS_EACH / seconds,
                TABLE_WRITE_UNITS);
    }
}
