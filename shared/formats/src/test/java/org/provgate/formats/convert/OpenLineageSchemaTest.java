package org.provgate.formats.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.SharedFolder;
import org.provgate.formats.manifest.NativeManifestReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Events against the schemas that OpenLineage publishes. No library carries them, so they are wanted beside the
/// corpus, as `schemas/openlineage/OpenLineage.json` and `schemas/openlineage/facets/`; without them this is skipped.
class OpenLineageSchemaTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final int MANIFESTS = 40;

    @Test
    void anyManifestBecomesAnEventAndFacetsOfTheirSchemas() throws IOException {
        Map<String, String> schemas = new HashMap<>();
        for (Path file : SharedFolder.files("schemas/openlineage")) {
            String text = Files.readString(file);
            schemas.put(JsonMapper.shared().readTree(text).path("$id").asString(), text);
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
        String root = schemas.entrySet().stream()
                .filter(schema -> schema.getKey().endsWith("/OpenLineage.json"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        Schema event = registry.getSchema(root, InputFormat.JSON);
        for (int seed = 0; seed < MANIFESTS; seed++) {
            String text = Conversion.of(any(seed), Target.OPENLINEAGE, TODAY).text();

            assertThat(OfficialSchemas.errors(event, text)).as("seed " + seed).isEmpty();
            assertThat(facets("", JsonMapper.shared().readTree(text), schemas, registry))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /// Faults of the facets that OpenLineage has a schema for.
    private static List<String> facets(
            String name, JsonNode node, Map<String, String> schemas, SchemaRegistry registry) {
        List<String> faults = new ArrayList<>();
        String written = node.path("_schemaURL").asString("");
        String file = written.substring(written.lastIndexOf('/') + 1);
        schemas.forEach((id, schema) -> {
            if (!file.isEmpty() && id.endsWith("/" + file)) {
                faults.addAll(OfficialSchemas.errors(
                        registry.getSchema(schema, InputFormat.JSON), "{\"%s\": %s}".formatted(name, node)));
            }
        });
        node.properties()
                .forEach(member -> faults.addAll(facets(member.getKey(), member.getValue(), schemas, registry)));
        if (node.isArray()) {
            node.forEach(item -> faults.addAll(facets(name, item, schemas, registry)));
        }
        return faults;
    }

    private static Manifest any(int seed) {
        byte[] bytes = NativeYaml.of(new AnyManifest(seed).value()).getBytes(StandardCharsets.UTF_8);
        return ((ManifestReading.Read) new NativeManifestReader().read("provenance.yaml", bytes)).manifest();
    }
}
