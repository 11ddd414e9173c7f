package org.provgate.aws.dynamo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.provgate.testkit.contract.LedgerWalkContract;
import org.provgate.usecases.port.Ledger;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoLedgerWalkTest extends LedgerWalkContract {

    private final EmbeddedLedger ledgers = new EmbeddedLedger();

    @Override
    protected Ledger open() {
        return ledgers.open();
    }

    @AfterAll
    void close() {
        ledgers.close();
    }
}
