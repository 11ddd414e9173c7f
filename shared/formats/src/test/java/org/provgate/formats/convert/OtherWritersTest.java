package org.provgate.formats.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.manifest.NativeManifestReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OtherWritersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private static Manifest manifest(String license) {
        String text = """
            manifest: dataset-provenance/v1
            dataset: {name: Harbour phrasebook, version: "1.0.0", description: Small harbours., license: %s, languages: [en]}
            contributors:
              - {name: Jane Example, email: jane@example.org, roles: [submitter, creator]}
            sources:
              - {id: tables, type: dataset, name: Tide tables, uri: "https://example.org/data/tides", version: "2",
                 license: CC-BY-4.0, collectionPeriod: {start: 2026-02, end: 2026-04}}
            teachers:
              - {id: writer, provider: example, model: boreas-1, uses: [generated],
                 generationPeriod: {start: 2026-02-01, end: 2026-03-01}, accessChannel: provider-api}
            files:
              - {path: data/train.jsonl, sha256: %s, sources: [tables], teachers: [writer]}
            attestations:
              - {type: complete-and-accurate, by: Jane Example, date: 2026-05-04}
            """.formatted(license, "0".repeat(64));
        return ((ManifestReading.Read)
                        new NativeManifestReader().read("provenance.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .manifest();
    }

    @Test
    void aCardSaysInTheHubsWordsWhatTheHubHasWordsFor() {
        String card =
                Conversion.of(manifest("CC-BY-4.0"), Target.HUGGINGFACE, TODAY).text();

        assertThat(card)
                .startsWith("---\npretty_name: \"Harbour phrasebook\"\nlicense: \"cc-by-4.0\"\nlanguage: [\"en\"]\n")
                .contains("\nx-provenance:\n", "\n  teachers:\n")
                .endsWith("\n---\n");
    }

    @Test
    void aLicenceTheHubHasNoIdForGoesByAName() {
        assertThat(Conversion.of(manifest("LicenseRef-Harbour-1"), Target.HUGGINGFACE, TODAY)
                        .text())
                .contains("\nlicense: other\nlicense_name: \"harbour-1\"\n");
        assertThat(Conversion.of(manifest("MIT OR Apache-2.0"), Target.HUGGINGFACE, TODAY)
                        .text())
                .contains("\nlicense_name: \"mit-or-apache-2.0\"\n", "license: \"MIT OR Apache-2.0\"");
    }

    @Test
    void anEventNamesSourcesAndTeachersAsInputsAndFilesAsOutputs() {
        Conversion conversion = Conversion.of(manifest("MIT"), Target.OPENLINEAGE, TODAY);
        JsonNode event = JsonMapper.shared().readTree(conversion.text());

        assertThat(event.at("/schemaURL").asString()).endsWith("2-0-2/OpenLineage.json#/$defs/JobEvent");
        assertThat(event.at("/eventTime").asString()).isEqualTo("2026-05-04T00:00:00Z");
        assertThat(event.at("/job/name").asString()).isEqualTo("produce Harbour phrasebook");
        assertThat(event.at("/job/facets/ownership/owners/0/name").asString()).isEqualTo("Jane Example");
        assertThat(event.at("/inputs/0/namespace").asString()).isEqualTo("https://example.org");
        assertThat(event.at("/inputs/0/name").asString()).isEqualTo("data/tides");
        assertThat(event.at("/inputs/0/facets/version/datasetVersion").asString())
                .isEqualTo("2");
        assertThat(event.at("/inputs/1/name").asString()).isEqualTo("boreas-1");
        assertThat(event.at("/inputs/1/facets/datasetType/datasetType").asString())
                .isEqualTo("MODEL");
        assertThat(event.at("/outputs/0/name").asString()).isEqualTo("data/train.jsonl");
        assertThat(event.has("run")).isFalse();
        assertThat(conversion.notCarried()).containsExactly("attestations: an event has no place for them");
    }

    @Test
    void everyFacetSaysWhoseItIsAndWhatItsSchemaIs() {
        for (int seed = 0; seed < 50; seed++) {
            Manifest any = ((ManifestReading.Read) new NativeManifestReader()
                            .read(
                                    "provenance.yaml",
                                    NativeYaml.of(new AnyManifest(seed).value()).getBytes(StandardCharsets.UTF_8)))
                    .manifest();
            JsonNode event = JsonMapper.shared()
                    .readTree(Conversion.of(any, Target.OPENLINEAGE, TODAY).text());

            assertThat(event.findValues("facets"))
                    .isNotEmpty()
                    .allSatisfy(facets -> assertThat(facets).allSatisfy(facet -> {
                        assertThat(facet.at("/_producer").asString()).isNotEmpty();
                        assertThat(facet.at("/_schemaURL").asString()).isNotEmpty();
                    }));
        }
    }
}
