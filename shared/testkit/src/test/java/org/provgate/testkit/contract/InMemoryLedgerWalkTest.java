package org.provgate.testkit.contract;

import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.usecases.port.Ledger;

class InMemoryLedgerWalkTest extends LedgerWalkContract {

    @Override
    protected Ledger open() {
        return new InMemoryLedger(_ -> {});
    }
}
