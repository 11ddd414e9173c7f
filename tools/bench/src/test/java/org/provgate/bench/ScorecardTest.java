package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.provgate.core.facts.Strength;

/// What detection must reach on the evaluation corpus, where it is present.
class ScorecardTest {

    private static List<Measured> measured = List.of();

    @BeforeAll
    static void measureTheCorpus() throws IOException {
        Path folder = corpus();
        assumeTrue(
                Files.exists(folder.resolve("index.json")),
                "skipped: the measurements on the evaluation corpus, which is not here");
        measured = Scorecard.measure(Corpus.in(folder));
    }

    static Path corpus() {
        String given = System.getProperty("provgate.shared", "");
        if (!given.isEmpty()) {
            return Path.of(given, "corpus");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path sibling = at.resolveSibling("shared").resolve("corpus");
            if (Files.exists(sibling.resolve("index.json"))) {
                return sibling;
            }
        }
        return Path.of("corpus");
    }

    @Test
    void nothingIsHeldAgainstPeople() {
        assertThat(measured.stream()
                        .filter(file ->
                                !file.payload().machine() && !file.payload().trap())
                        .filter(Measured::flagged)
                        .map(file -> file.payload().path()))
                .isEmpty();
    }

    @Test
    void atMostOneTrapIsTakenForConclusive() {
        assertThat(measured.stream()
                        .filter(file -> file.payload().trap())
                        .filter(file -> Measured.gravest(file.asItIs())
                                .filter(Strength.CONCLUSIVE::equals)
                                .isPresent())
                        .map(file -> file.payload().path()))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void threeQuartersOfTheMachineFilesShowSomething() {
        List<Measured> machine =
                measured.stream().filter(file -> file.payload().machine()).toList();

        assertThat(machine.stream().filter(file -> Measured.any(file.asItIs()).isPresent()))
                .hasSizeGreaterThanOrEqualTo(machine.size() * 3 / 4);
    }

    @Test
    void everyApiLogNamesItsMaker() {
        assertThat(measured.stream().filter(file -> file.payload().log()))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(file.right()).as(file.payload().path()).isTrue());
    }

    @Test
    void everyFileIsLookedIntoCompletely() {
        assertThat(measured)
                .allSatisfy(file -> assertThat(file.asItIs().coverage().complete())
                        .as(file.payload().path())
                        .isTrue());
    }
}
