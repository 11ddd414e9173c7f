package org.provgate.formats.convert;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The JSON Schemas that the formats' own projects publish, as their libraries carry them.
final class OfficialSchemas {

    private static final String CYCLONEDX = "http://cyclonedx.org/schema/";

    private OfficialSchemas() {}

    static Schema cyclonedx() {
        Map<String, String> referred = Map.of(
                CYCLONEDX + "spdx.schema.json", resource("spdx.schema.json"),
                CYCLONEDX + "jsf-0.82.schema.json", resource("jsf-0.82.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, registry -> registry.schemas(referred))
                .getSchema(resource("bom-1.6.schema.json"), InputFormat.JSON);
    }

    static Schema spdx() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("resources/schema-v3.0.1.json"), InputFormat.JSON);
    }

    static List<String> errors(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static String resource(String name) {
        try (InputStream schema = OfficialSchemas.class.getClassLoader().getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(schema, "a test dependency carries " + name)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
