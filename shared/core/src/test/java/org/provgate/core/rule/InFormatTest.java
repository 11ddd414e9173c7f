package org.provgate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.manifest.ManifestFormat;

class InFormatTest {

    private static final String FILE = "set.json";

    private static final RuleCode UNSTATED = new RuleCode("teachers-unstated");

    @Test
    void theNativeManifestHasTheRemedyAsItIs() {
        assertThat(InFormat.remedy(ManifestFormat.NATIVE, FILE, UNSTATED, "List them."))
                .isEqualTo("List them.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NATIVE")
    void everyOtherFormatIsToldWhere(ManifestFormat format) {
        assertThat(InFormat.remedy(format, FILE, UNSTATED, "List them."))
                .startsWith("List them. ")
                .hasSizeGreaterThan("List them. ".length());
    }

    @Test
    void aCardIsToldItsBlock() {
        assertThat(InFormat.remedy(ManifestFormat.HUGGINGFACE, FILE, UNSTATED, "List them."))
                .isEqualTo("List them. In the card: `x-provenance: {teachers: none}`.");
        assertThat(InFormat.remedy(ManifestFormat.CROISSANT, FILE, UNSTATED, "List them."))
                .isEqualTo("List them. In this file: `\"dpm:teachers\": \"none\"`.");
    }

    @Test
    void aBillOfMaterialsIsToldItsPropertiesInItsOwnSyntax() {
        RuleCode attestation = new RuleCode("attestation-missing");
        assertThat(InFormat.remedy(ManifestFormat.CYCLONEDX, FILE, attestation, "Add it."))
                .isEqualTo("Add it. In this file among the `properties`: `"
                        + "{\"name\": \"dpm:attestations.0.type\", \"value\": \"TYPE\"}, "
                        + "{\"name\": \"dpm:attestations.0.by\", \"value\": \"NAME\"}, "
                        + "{\"name\": \"dpm:attestations.0.date\", \"value\": \"YYYY-MM-DD\"}`.");
        assertThat(InFormat.remedy(ManifestFormat.CYCLONEDX, "set.cdx.xml", UNSTATED, "List them."))
                .isEqualTo("List them. In this file among the `properties`: `<property"
                        + " name=\"dpm:teachers\">none</property>`.");
    }

    @Test
    void listsAndMappingsAreWrittenAsEachFormatHasThem() {
        Snippet snippet = Snippet.of("teachers.0.uses.0=generated", "teachers.0.terms.name=T", "teachers.1.id=B");

        assertThat(snippet.in(ManifestFormat.HUGGINGFACE, FILE))
                .isEqualTo("in the card: `x-provenance: {teachers: [{uses: [generated], terms: {name: T}}, {id: B}]}`");
        assertThat(snippet.in(ManifestFormat.SPDX, FILE))
                .isEqualTo("in this file: `{\"teachers\": [{\"uses\": [\"generated\"], \"terms\": {\"name\":"
                        + " \"T\"}}, {\"id\": \"B\"}]}` as the JSON statement of an Annotation of the element");
        assertThat(snippet.in(ManifestFormat.CYCLONEDX, FILE)).contains("\"dpm:teachers.0.uses\"");
    }

    @Test
    void otherRemediesStayAsTheyAre() {
        assertThat(InFormat.remedy(ManifestFormat.CROISSANT, FILE, new RuleCode("file-missing"), "Upload it."))
                .isEqualTo("Upload it.");
    }
}
