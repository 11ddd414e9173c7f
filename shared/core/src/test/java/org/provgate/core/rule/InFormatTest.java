package org.provgate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.manifest.ManifestFormat;

class InFormatTest {

    private static final RuleCode UNSTATED = new RuleCode("teachers-unstated");

    @Test
    void theNativeManifestHasTheRemedyAsItIs() {
        assertThat(InFormat.remedy(ManifestFormat.NATIVE, UNSTATED, "List them."))
                .isEqualTo("List them.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NATIVE")
    void everyOtherFormatIsToldWhere(ManifestFormat format) {
        assertThat(InFormat.remedy(format, UNSTATED, "List them."))
                .startsWith("List them. ")
                .hasSizeGreaterThan("List them. ".length());
    }

    @Test
    void aCardIsToldItsBlock() {
        assertThat(InFormat.remedy(ManifestFormat.HUGGINGFACE, UNSTATED, "List them."))
                .isEqualTo("List them. In the card: `x-provenance: {teachers: none}`.");
        assertThat(InFormat.remedy(ManifestFormat.CROISSANT, UNSTATED, "List them."))
                .isEqualTo("List them. In this file: `\"dpm:teachers\": \"none\"`.");
    }

    @Test
    void otherRemediesStayAsTheyAre() {
        assertThat(InFormat.remedy(ManifestFormat.CROISSANT, new RuleCode("file-missing"), "Upload it."))
                .isEqualTo("Upload it.");
    }
}
