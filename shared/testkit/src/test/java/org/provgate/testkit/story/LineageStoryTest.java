package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Cause;

class LineageStoryTest {

    private static final String TIDES = "ada/tides/r1";
    private static final String ALMANAC = "mary/almanac/r1";
    private static final String ATLAS = "carl/atlas/r1";

    private final RescanWorld world = new RescanWorld();

    /// Rows of another submission besides one's own.
    private static String from(String manifest, String other) {
        return manifest.replace("teachers: none\n", """
              - id: upstream
                type: dataset
                name: Upstream
                uri: s3://hub/%s/
                version: "1"
                license: CC-BY-4.0
                rightsBasis: license
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            teachers: none
            """.formatted(other))
                .replace("sources: [writers]", "sources: [writers, upstream]");
    }

    private void chain() {
        world.submit(TIDES, RescanWorld.GOOD);
        world.submit(ALMANAC, from(RescanWorld.GOOD, TIDES));
        world.submit(ATLAS, from(RescanWorld.GOOD, ALMANAC));
        world.sweep();
    }

    @Test
    void whatDerivesFollowsWhatItDerivesFromThereAndBack() {
        chain();
        assertThat(world.outcomes())
                .isEqualTo("ada/tides/r1 accepted, carl/atlas/r1 accepted, mary/almanac/r1 accepted");

        world.later(Duration.ofMinutes(1));
        world.submit(TIDES, RescanWorld.UNLICENSED);
        world.sweep();

        assertThat(world.outcomes())
                .isEqualTo("ada/tides/r1 quarantined, carl/atlas/r1 quarantined, mary/almanac/r1 quarantined");
        assertThat(world.verdict(ATLAS).cause()).isEqualTo(Cause.UPSTREAM);
        assertThat(world.reports().get(ATLAS)).contains("which derives from one that readers are kept from");

        world.later(Duration.ofMinutes(1));
        world.submit(TIDES, RescanWorld.GOOD);
        world.sweep();

        assertThat(world.outcomes())
                .isEqualTo("ada/tides/r1 accepted, carl/atlas/r1 accepted, mary/almanac/r1 accepted");
        assertThat(world.verdict(ATLAS).cause()).isEqualTo(Cause.UPSTREAM);
    }

    @Test
    void whatAnOperatorRejectsIsNotReadUnderAnotherName() {
        chain();

        world.later(Duration.ofMinutes(1));
        world.rule(TIDES, new Act.Rejected("stolen"));
        world.sweep();

        assertThat(world.outcomes()).contains("carl/atlas/r1 quarantined, mary/almanac/r1 quarantined");
        assertThat(world.reports().get(ALMANAC)).contains("ada/tides/r1, which readers are kept from");
    }

    @Test
    void whatBefellOnesOwnIsToldAndWhatBefellOthersIsNot() {
        chain();
        world.submit("ada/notes/r1", from(RescanWorld.GOOD, TIDES));
        world.submit("ada/more/r1", from(RescanWorld.GOOD, "ada/notes/r1"));

        world.later(Duration.ofMinutes(1));
        world.rule(TIDES, new Act.Rejected("stolen"));
        world.sweep();

        assertThat(world.reports().get("ada/notes/r1")).contains("ada/tides/r1, which is rejected");
        assertThat(world.reports().get("ada/more/r1")).contains("derives from ada/tides/r1, and that is rejected");
        assertThat(world.reports().get(ATLAS)).doesNotContain("rejected").doesNotContain("ada/tides");
    }

    @Test
    void aSourceThatArrivesLaterCountsFromThenOn() {
        world.submit(ALMANAC, from(RescanWorld.GOOD, TIDES));
        world.sweep();
        assertThat(world.outcomes()).isEqualTo("mary/almanac/r1 accepted");

        world.submit(TIDES, RescanWorld.UNLICENSED);
        world.sweep();

        assertThat(world.outcomes()).isEqualTo("ada/tides/r1 quarantined, mary/almanac/r1 quarantined");
    }

    @Test
    void thoseThatNameEachOtherDoNotKeepEachOtherOutForEver() {
        world.submit(TIDES, from(RescanWorld.UNLICENSED, ALMANAC));
        world.submit(ALMANAC, from(RescanWorld.GOOD, TIDES));
        world.sweep();
        assertThat(world.outcomes()).isEqualTo("ada/tides/r1 quarantined, mary/almanac/r1 quarantined");

        world.later(Duration.ofMinutes(1));
        world.submit(TIDES, from(RescanWorld.GOOD, ALMANAC));
        world.sweep();

        assertThat(world.outcomes()).isEqualTo("ada/tides/r1 accepted, mary/almanac/r1 accepted");
    }

    @Test
    void teachersComeAlongThroughHoweverManySubmissions() {
        chain();
        world.later(Duration.ofMinutes(1));
        world.submit(TIDES, RescanWorld.GOOD.replace("teachers: none\n", """
              - id: thoughts
                type: dataset
                name: OpenThoughts-114k
                uri: https://huggingface.co/datasets/open-thoughts/OpenThoughts-114k
                license: Apache-2.0
                rightsBasis: license
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            teachers: none
            """));
        world.sweep();

        assertThat(world.reports().get(ATLAS))
                .contains("teacher-inherited", "which holds output of")
                .doesNotContain("ada/tides");
    }
}
