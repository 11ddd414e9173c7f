package org.provgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// 256 MB of heap are enough for whatever is sent, and nothing takes for ever.
@Timeout(600)
class BoundedMemoryTest {

    private static final long MOST_MILLIS = 180_000;

    @Test
    void whatIsMadeToFillTheMemoryIsInspectedWithASmallHeap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileMemory.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        Map<String, String> fates = new LinkedHashMap<>();
        for (String line : said.lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            if (words.size() == 4) {
                fates.put(words.get(0), words.get(2) + " " + words.get(3));
                assertThat(Long.parseLong(words.get(1))).as(line).isLessThan(MOST_MILLIS);
            }
        }
        assertThat(fates)
                .containsEntry("one-line.jsonl", "in-part NOT_INSPECTED")
                .containsEntry("one-cell.csv", "in-part NOT_INSPECTED")
                .containsEntry("bomb.txt.gz", "in-part EXPANDS_TOO_FAR+NOT_INSPECTED")
                .containsEntry("bomb.zip", "in-part EXPANDS_TOO_FAR+NOT_INSPECTED")
                .containsEntry("names.jsonl", "complete ")
                .containsEntry("keys.jsonl", "complete ")
                .hasSize(11);
    }
}
