package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HubAtOnceTest {

    private static final Path PAGE = Path.of("../../docs/rescans.md");

    @Test
    void thePageHasWhatIsCalculated() throws IOException {
        if (System.getProperty("provgate.write") != null) {
            Sections.write(PAGE, "ten-million", HubAtOnce.table());
        }

        assertThat(Files.readString(PAGE)).contains(HubAtOnce.table().strip());
    }

    @Test
    void aMixOfSubmissionsHoldsSoundAndFaultyOnesAndIsTheSameEachTime() {
        var hub = StoredHub.of(7, 300);

        assertThat(hub).hasSize(300);
        assertThat(StoredHub.of(7, 300).get(17).manifest())
                .isEqualTo(hub.get(17).manifest());
        assertThat(hub.stream().mapToInt(one -> one.facts().size()).max().orElse(0))
                .isGreaterThan(40);
    }
}
