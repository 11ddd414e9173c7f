package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.testkit.story.RescanWorld.GOOD;
import static org.provgate.testkit.story.RescanWorld.UNLICENSED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.export.ImportFacts.Imported;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.operate.MeasureCoverage;
import org.provgate.usecases.operate.MeasureCoverage.Gap;
import org.provgate.usecases.preview.Flip;

/// Facts leave a gate, are previewed elsewhere, and enter another.
class ExportStoryTest {

    private static final String STRICT = """
        policy: provenance-gate/v1
        name: strict
        licenses:
          forbidden: ["CC-BY-4.0"]
        """;

    private final RescanWorld world = new RescanWorld();
    private final List<String> passedOver = new ArrayList<>();

    private void hub() {
        for (int i = 0; i < 30; i++) {
            world.submit("ada/tides%02d/r1".formatted(i), i % 5 == 0 ? UNLICENSED : GOOD);
        }
    }

    @Test
    void aPreviewOverAnExportNamesWhomThePreviewOfTheGateNames() {
        hub();
        List<Flip> ofGate = world.preview(STRICT);

        List<Flip> ofExport = world.previewExport(world.export(), STRICT, passedOver::add);

        assertThat(ofExport).isEqualTo(ofGate).hasSize(24);
        assertThat(passedOver).isEmpty();
        assertThat(world.export()).as("the same again").isEqualTo(world.export());
    }

    @Test
    void whatTheLedgerCannotReadHasALineOfItsOwn() {
        hub();
        world.ledger.damage(new SubmissionName("ada", "tides07", "r1"));

        List<Flip> flips = world.previewExport(world.export(), STRICT, passedOver::add);

        assertThat(flips).hasSize(23);
        assertThat(passedOver).singleElement().asString().contains("ada/tides07/r1");
    }

    @Test
    void anotherGateTakesTheFactsInAndDecidesAlikeWithoutInspecting() {
        hub();
        Waiver waiver = new Waiver(
                new RuleCode("license-missing"),
                "ada/tides00",
                "dataset:Harbour dialogues",
                "agreed",
                "olga",
                LocalDate.parse("2026-12-31"));
        world.rule("ada/tides00/r1", new Act.Waived(waiver));
        List<String> export = world.export();
        RescanWorld other = new RescanWorld();
        other.copies();
        other.lay("ada/tides01/r1/" + Example.BASE_FILE, "other bytes");

        Imported imported = other.importFacts(export, passedOver::add);
        other.settle();

        assertThat(imported).isEqualTo(new Imported(59, 0, 0, 1, 1));
        assertThat(passedOver).isEmpty();
        assertThat(other.importFacts(export, passedOver::add)).isEqualTo(new Imported(0, 47, 12, 1, 0));
        assertThat(other.outcomes().replace("ada/tides01/r1 receiving", "ada/tides01/r1 accepted"))
                .isEqualTo(world.outcomes());
    }

    @Test
    void coverageListsWhatNobodyDecidedAndWhy() {
        hub();
        assertThat(world.coverage()).isEqualTo(new MeasureCoverage.Part(60, 60, 0, 0, List.of(), ""));

        world.lay("ada/tides01/r1/more.txt", "more");
        world.arrive("bob/moons/r1/a.txt", "a");

        MeasureCoverage.Part part = world.coverage();
        assertThat(part.stored()).isEqualTo(62);
        assertThat(part.decided()).isEqualTo(60);
        assertThat(part.gaps().stream()
                        .map(gap -> gap.key() + " " + gap.reason().word()))
                .containsExactly("ada/tides01/r1/more.txt unseen", "bob/moons/r1/a.txt receiving");
        assertThat(part.gaps()).extracting(Gap::bytes).containsExactly(4L, 1L);
    }
}
