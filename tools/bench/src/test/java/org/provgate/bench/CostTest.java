package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.bench.CostModel.Line;

class CostTest {

    private final CostModel model = CostModel.shipped();

    /// `-Dprovgate.write` writes the page's tables anew.
    @Test
    void thePageShowsWhatTheCalculatorSays() throws IOException {
        Path page = page();
        String text = Files.readString(page);
        String now = Sections.replaced(
                Sections.replaced(text, "month", Cost.table(model, Workload.usual())), "more", Cost.marginal(model));
        if (System.getProperty("provgate.write") != null) {
            Files.writeString(page, now);
        }
        assertThat(Files.readString(page)).isEqualTo(now);
    }

    @Test
    void moreOfAnythingCostsMore() {
        double usual = sum(Workload.usual());

        for (String name : Workload.NAMES) {
            if (!name.equals("gigabytes-per-second") && !name.equals("quarantined")) {
                assertThat(sum(Workload.of(Map.of(name, "1000000")))).as(name).isGreaterThan(usual);
            }
        }
        assertThat(sum(Workload.of(Map.of("quarantined", "1")))).isGreaterThan(usual);
        assertThat(sum(Workload.of(Map.of("gigabytes-per-second", "1")))).isLessThan(usual);
    }

    @Test
    void ownPricesTakeThePlaceOfTheListed(@TempDir Path folder) throws IOException {
        Path prices = Files.writeString(folder.resolve("prices"), "alarm.month=10\nprices.of=ours\n");

        CostModel ours = CostModel.of(prices);

        assertThat(ours.pricesOf()).isEqualTo("ours");
        assertThat(dollars(ours, "alarms")).isEqualTo(100 * dollars(model, "alarms"));
        assertThat(dollars(ours, "logs")).isEqualTo(dollars(model, "logs"));
    }

    @Test
    void whatIsNoWorkloadIsSaid() {
        assertThatThrownBy(() -> Workload.of(Map.of("objects", "many")))
                .hasMessage("--objects takes a number, not many");
        assertThatThrownBy(() -> Workload.of(Map.of("objects", "-1"))).hasMessage("--objects takes 0 or more, not -1");
        assertThatThrownBy(() -> Workload.of(Map.of("sheep", "1"))).hasMessageStartingWith("--sheep is not one of ");
    }

    private double sum(Workload load) {
        return model.lines(load).stream().mapToDouble(Line::dollars).sum();
    }

    private static double dollars(CostModel model, String what) {
        return model.lines(Workload.usual()).stream()
                .filter(line -> line.what().equals(what))
                .mapToDouble(Line::dollars)
                .sum();
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the repository's root");
        }
        return folder.resolve("docs/cost.md");
    }
}
