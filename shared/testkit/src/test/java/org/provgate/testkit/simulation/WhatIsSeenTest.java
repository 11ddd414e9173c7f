package org.provgate.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provgate.usecases.port.Bucket;

/// A simulation proves nothing unless it sees what is broken, and goes the same way twice.
class WhatIsSeenTest {

    private static final String KEY = "ada/tides/r1/a.txt";

    private final World world = new World(new Trace(false));

    private String uploaded() {
        world.upload(KEY, "tides", Map.of());
        return world.store.latest(Bucket.DATASET, KEY).orElseThrow();
    }

    @Test
    void aLostVersionIsSeen() {
        String version = uploaded();
        world.store.delete(Bucket.DATASET, KEY, version);

        assertThatThrownBy(() -> world.storeWatch.deleted(Bucket.DATASET, KEY, version))
                .isInstanceOf(Violation.class)
                .hasMessageContaining("is lost");
    }

    @Test
    void aVersionReadableWithoutAVerdictIsSeen() {
        String version = uploaded();

        assertThatThrownBy(() -> world.storeWatch.tagged(Bucket.DATASET, version, Map.of("provenance", "accepted")))
                .isInstanceOf(Violation.class)
                .hasMessageContaining("no verdict on it says so");
    }

    @Test
    void aVersionHeldTwiceIsSeen() {
        String version = uploaded();
        String copy = world.store.copy(Bucket.DATASET, KEY, version, Bucket.QUARANTINE, Map.of());
        world.storeWatch.copied(KEY, version, Bucket.QUARANTINE, copy, Map.of());

        assertThatThrownBy(() -> AtRest.check(world))
                .isInstanceOf(Violation.class)
                .hasMessageContaining("lies in 2 places");
    }

    @Test
    void anUploadThatNobodyLookedAtIsSeen() {
        uploaded();

        assertThatThrownBy(() -> AtRest.check(world))
                .isInstanceOf(Violation.class)
                .hasMessageContaining("the ledger does not know");
    }

    @Test
    void aScheduleGoesTheSameWayEachTime() {
        for (long seed = 1; seed <= 50; seed++) {
            List<Step> steps = Plan.of(seed);
            Trace first = new Trace(true);
            Trace second = new Trace(true);
            Schedule.run(steps, first);
            Schedule.run(steps, second);

            assertThat(second.lines())
                    .as("seed %d", seed)
                    .isEqualTo(first.lines())
                    .isNotEmpty();
        }
    }
}
