package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {

    @Test
    void theShellsOwnTimeIsNotCounted() {
        assertThat(StartUp.ofChildren("0m9.00s 0m9.00s\n1m0.250s 0m0.05s\n"))
                .isEqualTo(Duration.ofSeconds(60).plusMillis(300));
    }

    @Test
    void aRowShowsTheMiddleRunAndThePromise() {
        StartUp.Timed timed = new StartUp.Timed(
                "one",
                List.of(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(200)),
                Duration.ofMillis(150),
                Duration.ofMillis(500));

        assertThat(StartUp.section(List.of(timed), 2, 0.5))
                .startsWith("## Start-up\n")
                .contains("On 2 processors", "| one | 0.10 s | 0.20 s | 0.30 s | 0.15 s | under 0.50 s |\n");
    }
}
