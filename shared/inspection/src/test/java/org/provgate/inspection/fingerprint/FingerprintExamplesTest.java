package org.provgate.inspection.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.facts.Evidence;
import org.provgate.inspection.Inspected;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Each fingerprint's own examples, as they stand beside it in the data.
class FingerprintExamplesTest {

    static Stream<Arguments> examples(String kind) throws IOException {
        List<Arguments> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/fingerprints"))) {
            for (Path file : files.sorted().toList()) {
                Map<?, ?> document =
                        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                List<?> entries = document.get("entries") instanceof List<?> list ? list : List.of();
                for (Object entry : entries) {
                    if (entry instanceof Map<?, ?> map && map.get(kind) instanceof List<?> texts) {
                        texts.forEach(example -> examples.add(Arguments.of(map.get("id"), example)));
                    }
                }
            }
        }
        return examples.stream();
    }

    static Stream<Arguments> hits() throws IOException {
        return examples("hits");
    }

    static Stream<Arguments> misses() throws IOException {
        return examples("misses");
    }

    private static List<String> found(String text) {
        String json = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return Inspected.facts("a.jsonl", "{\"response\": \"" + json + "\"}\n").evidence().stream()
                .map(Evidence::fingerprint)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hits")
    void aHitIsFound(String fingerprint, String example) {
        assertThat(found(example)).contains(fingerprint);
    }

    @ParameterizedTest
    @MethodSource("misses")
    void aMissIsNotFound(String fingerprint, String example) {
        assertThat(found(example)).doesNotContain(fingerprint);
    }
}
