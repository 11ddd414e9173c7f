package org.provgate.formats.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.Comparison;
import org.provgate.core.manifest.Comparison.Difference;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Missing;
import org.provgate.core.manifest.ManifestReading.Read;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.OtherTeachers;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.rule.Example;

class SubmissionManifestsTest {

    private static final String CARD = """
            ---
            pretty_name: Harbour phrasebook
            license: cc-by-4.0
            task_categories: [question-answering]
            ---
            # Harbour phrasebook
            """;

    private static final String CROISSANT = """
            {"@context": {"@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
              "dct": "http://purl.org/dc/terms/", "prov": "http://www.w3.org/ns/prov#",
              "dpm": "urn:dataset-provenance:manifest:v1#"},
             "@type": "Dataset", "dct:conformsTo": "http://mlcommons.org/croissant/1.1",
             "name": "Harbour phrasebook", "license": "https://spdx.org/licenses/CC-BY-4.0",
             "prov:wasGeneratedBy": {"@type": "prov:Activity", "prov:wasAssociatedWith": {
               "@type": "prov:SoftwareAgent", "@id": "#w", "dpm:model": "example-labs/wordsmith-70b"}},
             "distribution": [{"@type": "cr:FileObject", "@id": "t", "contentUrl": "data/train.jsonl"}]}
            """;

    @Test
    void namesAreCandidatesWhereManifestsLie() {
        assertThat(List.of(
                        "README.md",
                        "readme.md",
                        "croissant.json",
                        "metadata/croissant.json",
                        ".provenance/set.cdx.json",
                        "META-INF/a.spdx3.json",
                        "datapackage.json",
                        "provenance.yaml"))
                .allMatch(SubmissionManifests::isCandidate);
        assertThat(List.of("data/README.md", "data/croissant.json", "train.jsonl", "README.txt", "datapackage.json.gz"))
                .noneMatch(SubmissionManifests::isCandidate);
    }

    @Test
    void aReadmeWithoutFrontMatterIsPlainDocumentation() {
        assertThat(choose("README.md", "# Harbour phrasebook\n")).isEqualTo(new Missing());
        assertThat(choose("README.md", "---\ntitle: A page\n---\n")).isEqualTo(new Missing());
        assertThat(choose("metadata.json", "{\"a\": 1}")).isEqualTo(new Missing());
    }

    @Test
    void aNameThatPromisesAFormatAndDoesNotKeepItIsSaid() {
        assertThat(choose("croissant.json", "{\"a\": 1}")).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.file()).isEqualTo("croissant.json");
            assertThat(unreadable.message()).contains("looks like a Croissant file by its name but is not");
        });
        Read read = (Read) choose(
                "provenance.yaml", Example.BASE_MANIFEST, "croissant.json", "{\"a\": 1}", "metadata.json", "[1]");
        assertThat(read.notices())
                .extracting(ManifestFault::message)
                .singleElement()
                .asString()
                .contains("croissant.json");
    }

    @Test
    void aCardAloneIsTheManifest() {
        Read read = (Read) choose("README.md", CARD);

        assertThat(read.manifest().format()).isEqualTo(ManifestFormat.HUGGINGFACE);
        assertThat(read.manifest().dataset().license().value()).contains("CC-BY-4.0");
        assertThat(read.manifest().dataset().license().at().line()).isEqualTo(3);
        assertThat(read.manifest().teachers()).isInstanceOf(Teachers.Unstated.class);
    }

    @Test
    void frontMatterWithoutAnEndIsUnreadable() {
        assertThat(choose("README.md", "---\nlicense: mit\n# Title\n"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.formatFound()).contains(ManifestFormat.HUGGINGFACE));
    }

    @Test
    void theNativeManifestCountsAndTheCardStandsBeside() {
        Manifest manifest = ((Read) choose("README.md", CARD, "provenance.yaml", Example.BASE_MANIFEST)).manifest();

        assertThat(manifest.format()).isEqualTo(ManifestFormat.NATIVE);
        assertThat(manifest.others()).extracting(Manifest::file).containsExactly("README.md");
        assertThat(Comparison.of(manifest).differences()).isEmpty();
        assertThat(Comparison.of(manifest).agreements()).isNotEmpty();
    }

    @Test
    void aTeacherThatOnlyTheOtherNamesNeverVanishes() {
        Manifest manifest =
                ((Read) choose("croissant.json", CROISSANT, "provenance.yaml", Example.BASE_MANIFEST)).manifest();

        assertThat(manifest.teachers()).isInstanceOf(Teachers.None.class);
        assertThat(OtherTeachers.withAll(manifest)).hasSize(1);
        assertThat(Comparison.of(manifest).differences())
                .filteredOn(Difference::grave)
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.what()).isEqualTo("the teacher example-labs/wordsmith-70b");
                    assertThat(difference.counts().file()).isEqualTo("provenance.yaml");
                    assertThat(difference.other().file()).isEqualTo("croissant.json");
                });
    }

    @Test
    void whatTheFirstLeavesOpenTheNextSays() {
        Manifest manifest = ((Read) choose("croissant.json", CROISSANT, "README.md", """
                        ---
                        license: cc-by-4.0
                        source_datasets: [org/seed]
                        ---
                        """)).manifest();

        assertThat(manifest.format()).isEqualTo(ManifestFormat.CROISSANT);
        assertThat(manifest.sources().listed()).hasSize(1);
        assertThat(manifest.files().getFirst().sources().listed())
                .extracting(it -> it.id())
                .containsExactly("org-seed");
    }

    @Test
    void twoNativeManifestsAreStillSeveral() {
        assertThat(choose(
                        "provenance.yaml",
                        Example.BASE_MANIFEST,
                        "provenance.yml",
                        Example.BASE_MANIFEST,
                        "README.md",
                        CARD))
                .isInstanceOf(ManifestReading.Several.class);
    }

    private static ManifestReading choose(String... filesAndTexts) {
        Map<String, byte[]> candidates = new TreeMap<>();
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            candidates.put(filesAndTexts[i], filesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return SubmissionManifests.choose(candidates);
    }
}
