package org.provgate.formats.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.SharedFolder;
import org.provgate.formats.manifest.NativeManifestReader;
import org.provgate.formats.recognition.SubmissionManifests;

/// What is written keeps to the schema that the format's own project publishes.
class OfficialSchemasTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final int MANIFESTS = 40;
    private static final Schema CYCLONEDX = OfficialSchemas.cyclonedx();
    private static final Schema SPDX = OfficialSchemas.spdx();

    @Test
    void anyManifestBecomesACycloneDxDocument() {
        assertKept(CYCLONEDX, Target.CYCLONEDX);
    }

    @Test
    void anyManifestBecomesAnSpdxDocument() {
        assertKept(SPDX, Target.SPDX);
    }

    @Test
    void whatACardLeavesOutIsNoFaultOfTheDocument() {
        for (String card : new String[] {
            "---\nlicense: mit\npretty_name: Harbour\n---\n",
            "---\nlicense: other\nlicense_name: own terms\ntask_categories: [x]\n---\n",
            "---\nlanguage: en\nsource_datasets: [original, a b, 'extended|wiki', https://example.org/a b]\n---\n"
        }) {
            Manifest manifest = manifest("README.md", card);
            assertThat(OfficialSchemas.errors(CYCLONEDX, text(manifest, Target.CYCLONEDX)))
                    .isEmpty();
            assertThat(OfficialSchemas.errors(SPDX, text(manifest, Target.SPDX)))
                    .isEmpty();
        }
    }

    @Test
    void theReferenceExamplesKeepToTheSchemas() throws IOException {
        for (Path file : SharedFolder.files("reference/examples/native/valid")) {
            Manifest manifest = manifest(file.getFileName().toString(), Files.readString(file));
            assertThat(OfficialSchemas.errors(CYCLONEDX, text(manifest, Target.CYCLONEDX)))
                    .as(file.toString())
                    .isEmpty();
            assertThat(OfficialSchemas.errors(SPDX, text(manifest, Target.SPDX)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void theSchemasReject() {
        Manifest manifest = any(3);

        assertThat(OfficialSchemas.errors(
                        CYCLONEDX, text(manifest, Target.CYCLONEDX).replace("\"data\"", "\"dataset\"")))
                .isNotEmpty();
        assertThat(OfficialSchemas.errors(
                        SPDX, text(manifest, Target.SPDX).replace("dataset_datasetType", "dataset_dataType")))
                .isNotEmpty();
    }

    private static void assertKept(Schema schema, Target target) {
        for (int seed = 0; seed < MANIFESTS; seed++) {
            String text = text(any(seed), target);
            assertThat(OfficialSchemas.errors(schema, text))
                    .as("seed " + seed + "\n" + text)
                    .isEmpty();
        }
    }

    private static Manifest any(int seed) {
        return manifest("provenance.yaml", NativeYaml.of(new AnyManifest(seed).value()));
    }

    private static String text(Manifest manifest, Target target) {
        return Conversion.of(manifest, target, TODAY).text();
    }

    private static Manifest manifest(String file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Optional<ManifestReading> reading = text.contains("dataset-provenance/v1")
                ? Optional.of(new NativeManifestReader().read(file, bytes))
                : SubmissionManifests.read(file, bytes);
        return ((ManifestReading.Read) reading.orElseThrow()).manifest();
    }
}
