package org.provgate.formats.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.SharedFolder;

/// The published JSON Schema and the reader refuse the same documents. The schema is the oracle: the reader's own
/// checks say more, and may never say anything else.
class SchemaOracleTest {

    private static final int MUTANTS = 6000;

    private static final Schema SCHEMA = schema();

    @Test
    void theBasesAreValid() {
        assertThat(errors(Manifests.RICH)).isEmpty();
        assertThat(refusal(Manifests.RICH)).isEmpty();
        assertThat(errors(Manifests.HUMAN)).isEmpty();
        assertThat(refusal(Manifests.HUMAN)).isEmpty();
    }

    @Test
    void mutantsAreRefusedByBothOrByNeither() {
        Random random = new Random(20261101);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < MUTANTS; i++) {
            String base = i % 3 == 0 ? Manifests.HUMAN : Manifests.RICH;
            Mutation.Mutant mutant = Mutation.of(base, random);
            List<String> errors = errors(mutant.json());
            List<String> refusal = refusal(mutant.json());
            assertThat(refusal.isEmpty())
                    .as("%s%nschema: %s%nreader: %s", mutant.steps(), errors, refusal)
                    .isEqualTo(errors.isEmpty());
            counts.merge(errors.isEmpty() ? "accepted" : "refused", 1, Integer::sum);
        }
        assertThat(counts.get("accepted")).isGreaterThan(MUTANTS / 20);
        assertThat(counts.get("refused")).isGreaterThan(MUTANTS / 2);
    }

    @Test
    void referenceExamplesAreRefusedByBothOrByNeither() throws IOException {
        for (Path example : SharedFolder.files("reference/examples/native")) {
            if (example.toString().endsWith(".json")) {
                String json = Files.readString(example);
                assertThat(refusal(json).isEmpty())
                        .as(example.toString())
                        .isEqualTo(errors(json).isEmpty());
            }
        }
    }

    private static List<String> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static List<String> refusal(String json) {
        return switch (new NativeManifestReader().read("provenance.json", json.getBytes(StandardCharsets.UTF_8))) {
            case ManifestReading.Read(var manifest, var faults, var _)
            when faults.isEmpty() -> LeftToRules.in(manifest);
            case ManifestReading.Read(var _, var faults, var _) ->
                faults.stream()
                        .map(fault -> fault.at().pointer() + " " + fault.message())
                        .toList();
            case ManifestReading other -> List.of(other.toString());
        };
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        NativeManifestReader.class.getResourceAsStream("dataset-provenance-v1.schema.json"),
                        InputFormat.JSON);
    }
}
