package org.provgate.proof.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void uploadsEndAsTheyDeserveThoughEveryFifthRequestComesToGrief() throws IOException, InterruptedException {
        Faults.Outcome outcome = Faults.run(4, 3, 20);

        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.met()).containsKeys(Fault.UNAVAILABLE, Fault.CUT_AFTER);
    }
}
