package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.recognition.SubmissionManifests;

class LargeManifestsTest {

    @Test
    void whatIsMeasuredIsReadToItsLastFile() {
        for (List<String> large : List.of(
                List.of("set.cdx.json", LargeManifests.cyclonedx(1)),
                List.of("set.cdx.xml", LargeManifests.cyclonedxXml(1)),
                List.of("croissant.json", LargeManifests.croissant(1)))) {
            byte[] bytes = large.getLast().getBytes(StandardCharsets.UTF_8);

            assertThat(SubmissionManifests.read(large.getFirst(), bytes))
                    .get()
                    .isInstanceOfSatisfying(
                            ManifestReading.Read.class,
                            read -> assertThat(read.manifest().files())
                                    .hasSizeBetween(bytes.length / 220, bytes.length / 140));
        }
    }

    @Test
    void whatIsOverTheLimitIsRefusedUnread() {
        byte[] bytes = LargeManifests.cyclonedx(20).getBytes(StandardCharsets.UTF_8);

        assertThat(SubmissionManifests.read("set.cdx.json", bytes))
                .get()
                .isInstanceOfSatisfying(
                        ManifestReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.message()).contains("more than 8,388,608 bytes"));
    }
}
