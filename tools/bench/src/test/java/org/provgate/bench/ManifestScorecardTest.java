package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ManifestScorecardTest {

    private static List<ManifestMeasured> measured = List.of();

    @BeforeAll
    static void readTheCorpus() throws IOException {
        Path folder = ScorecardTest.corpus();
        assumeTrue(
                Files.exists(folder.resolve("index.json")),
                "skipped: the manifests of the evaluation corpus, which is not here");
        measured = ManifestScorecard.measure(folder);
    }

    @Test
    void everyManifestIsRecognised() {
        assertThat(measured.stream()
                        .filter(file -> file.truth().manifest())
                        .filter(file -> file.reading().isEmpty())
                        .map(file -> file.truth().path()))
                .isEmpty();
    }

    @Test
    void licenceAndNameAreFoundInAllButTwoOfAHundred() {
        assertThat(share(ManifestMeasured::licenseFound)).isGreaterThanOrEqualTo(0.98);
        assertThat(share(ManifestMeasured::nameFound)).isGreaterThanOrEqualTo(0.98);
    }

    private static double share(Function<ManifestMeasured, Optional<Boolean>> of) {
        List<Boolean> known =
                measured.stream().flatMap(file -> of.apply(file).stream()).toList();
        assertThat(known).hasSizeGreaterThan(100);
        return (double) known.stream().filter(Boolean::booleanValue).count() / known.size();
    }

    @Test
    void whatACardNamesAsItsSourceIsRead() {
        long known = measured.stream()
                .mapToLong(file -> file.truth().sources().size())
                .sum();

        assertThat(measured.stream().mapToLong(ManifestMeasured::sourcesFound).sum())
                .isEqualTo(known)
                .isPositive();
    }

    @Test
    void wordsThatSpeakOfAModelAreNoticed() {
        assertThat(measured.stream()
                        .filter(file -> !file.truth().signs().isEmpty())
                        .filter(file -> !file.signNoticed())
                        .map(file -> file.truth().path()))
                .isEmpty();
    }

    @Test
    void everyExpectedErrorHasAFindingOrAReason() {
        String tables = ManifestTables.of(measured);

        assertThat(tables).contains("| 1.0_mlfield_bad_source.json | ").doesNotContain("|  |");
    }
}
