package org.provgate.usecases.port;

import java.time.Instant;
import org.provgate.usecases.ledger.Run;

/// Tells the world that a rescan has ended. May tell twice; the id is the run's.
@FunctionalInterface
public interface RunNews {

    void finished(Run run, Instant at);
}
