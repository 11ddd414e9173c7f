package org.provgate.aws.dynamo;

import java.util.concurrent.atomic.AtomicInteger;
import org.provgate.embedded.EmbeddedDynamo;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Runs;

/// Ledgers in one embedded server, each with a table of its own.
final class EmbeddedLedger implements AutoCloseable {

    private final EmbeddedDynamo server = EmbeddedDynamo.inMemory();
    private final AtomicInteger tables = new AtomicInteger();

    Ledger open() {
        String table = "ledger-" + tables.incrementAndGet();
        LedgerTable.create(server.client(), table);
        LedgerTable.create(server.client(), table);
        return new DynamoLedger(server.client(), table);
    }

    Runs openRuns() {
        String table = "ledger-" + tables.incrementAndGet();
        LedgerTable.create(server.client(), table);
        return new DynamoRuns(server.client(), table);
    }

    @Override
    public void close() {
        server.close();
    }
}
