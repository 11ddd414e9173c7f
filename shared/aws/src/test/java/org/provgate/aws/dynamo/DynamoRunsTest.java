package org.provgate.aws.dynamo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.provgate.testkit.contract.RunsContract;
import org.provgate.usecases.port.Runs;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoRunsTest extends RunsContract {

    private final EmbeddedLedger ledgers = new EmbeddedLedger();

    @Override
    protected Runs open() {
        return ledgers.openRuns();
    }

    @AfterAll
    void close() {
        ledgers.close();
    }
}
