package org.provgate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.provgate.proof.Dependencies.Library;
import org.provgate.usecases.engine.GateEngine;

/// What the gate runs on is known, and is what it was. `./mvnw verify -Dprovgate.write` writes the pages anew.
class DependenciesTest {

    private static final Path LISTS = Path.of("src", "dependencies");
    private static final Path DOCS = Path.of("..", "..", "docs");

    private static BillOfMaterials bill() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new BillOfMaterials(
                Dependencies.of(classPath),
                Dependencies.table(LISTS.resolve("purposes.tsv")),
                Dependencies.table(LISTS.resolve("licences.tsv")));
    }

    @Test
    void everyLibraryAndEveryLicenceIsListed() throws IOException {
        BillOfMaterials bill = bill();

        assertThat(bill.libraries()).hasSizeGreaterThan(100);
        assertThat(bill.unlisted()).isEmpty();
    }

    @Test
    void anUnlistedLibraryOrLicenceIsSeen() throws IOException {
        BillOfMaterials bill = new BillOfMaterials(
                List.of(new Library("org.example", "new", "1", "new-1.jar", List.of("Secret Licence"), "00")),
                bill().purposes(),
                bill().licenses());

        assertThat(bill.unlisted())
                .containsExactly("org.example:new has no purpose", "org.example:new comes under \"Secret Licence\"");
    }

    @Test
    void thePagesOnDiskAreThoseOfTheClassPath() throws IOException {
        BillOfMaterials bill = bill();
        Map<Path, String> pages = Map.of(
                DOCS.resolve("dependencies.md"), bill.page(),
                DOCS.resolve("dependencies.cdx.json"), bill.document(GateEngine.VERSION));
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            if (System.getProperty("provgate.write") != null) {
                Files.writeString(page.getKey(), page.getValue());
            }
            assertThat(Files.readString(page.getKey()))
                    .as("%s; -Dprovgate.write writes it anew", page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void theDocumentKeepsToTheSchemaOfCycloneDx() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        registry -> registry.schemas(Map.of(
                                "http://cyclonedx.org/schema/spdx.schema.json", resource("spdx.schema.json"),
                                "http://cyclonedx.org/schema/jsf-0.82.schema.json", resource("jsf-0.82.schema.json"))))
                .getSchema(resource("bom-1.6.schema.json"), InputFormat.JSON);

        assertThat(schema.validate(bill().document(GateEngine.VERSION), InputFormat.JSON))
                .isEmpty();
    }

    private static String resource(String name) {
        try (InputStream schema = DependenciesTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(schema, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
