package org.provgate.testkit.contract;

import org.provgate.testkit.memory.InMemoryRuns;
import org.provgate.usecases.port.Runs;

class InMemoryRunsTest extends RunsContract {

    @Override
    protected Runs open() {
        return new InMemoryRuns();
    }
}
