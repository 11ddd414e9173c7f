package org.provgate.functions.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.usecases.engine.DryRun;

class DecideRehearsalTest {

    @Test
    void theDryRunDecidesAWholeSubmission() {
        assertThat(DryRun.ofInspectionAndDecision()).contains("\"outcome\": \"accepted\"");
    }

    @Test
    void theEventIsGoneThroughBeforeASnapshotAlone() {
        assertThat(rehearsed(Rehearsal.SNAPSHOT)).isTrue();
        assertThat(rehearsed("on-demand")).isFalse();
    }

    @Test
    void whatFailsKeepsNoFunctionFromStarting() {
        assertThat(Rehearsal.before(
                        Map.of(Rehearsal.INITIALIZATION, Rehearsal.SNAPSHOT),
                        DecideHandler.class,
                        _ -> {
                            throw new IllegalStateException("cannot be wired");
                        },
                        false))
                .isFalse();
    }

    private static boolean rehearsed(String initialization) {
        return Rehearsal.before(
                Map.of(Rehearsal.INITIALIZATION, initialization),
                DecideHandler.class,
                gate -> new DecideHandler(gate.decideSubmission()::decide),
                true);
    }
}
