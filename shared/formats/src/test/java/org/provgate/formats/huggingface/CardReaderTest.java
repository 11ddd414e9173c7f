package org.provgate.formats.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;

class CardReaderTest {

    private static final String FILE = "README.md";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.CARD)).isEmpty();
        assertThat(Claims.of(FILE, Documents.CARD))
                .containsExactly(
                        "dataset.name = Harbour phrasebook <- /pretty_name",
                        "dataset.version = 1.0 <- /x-provenance/dataset/version",
                        "dataset.license = CC-BY-4.0 <- /license",
                        "dataset.languages = [en, no] <- /language/0",
                        "contributors.0.name = Jane Example <- /x-provenance/contributors/0/name",
                        "contributors.0.roles = [submitter] <- /x-provenance/contributors/0/roles",
                        "sources.0.id = example-quay-questions <- /source_datasets/1",
                        "sources.0.type = DATASET <- /source_datasets/1",
                        "sources.0.name = example/quay-questions <- /source_datasets/1",
                        "sources.0.uri = https://huggingface.co/datasets/example/quay-questions <- /source_datasets/1",
                        "teachers.0.id = writer <- /x-provenance/teachers/0/id",
                        "teachers.0.provider = Example Labs <- /x-provenance/teachers/0/provider",
                        "teachers.0.model = example-labs/wordsmith-70b <- /x-provenance/teachers/0/model",
                        "teachers.0.uses = [GENERATED] <- /x-provenance/teachers/0/uses",
                        "files.0.target.glob = ** <- ",
                        "files.0.sources.0 = example-quay-questions <- /source_datasets/1",
                        "files.0.teachers.0 = writer <- /x-provenance/teachers/0/id");
    }

    @Test
    void languagesOtherToolsReadAsABooleanAreTextsAndRemarkedOn() {
        String card = "---\nlicense: mit\nlanguage: no\ntask_categories: [x]\n---\n";

        assertThat(Claims.of(FILE, card)).contains("dataset.languages = [no] <- /language");
        assertThat(Claims.notices(FILE, card)).singleElement().asString().startsWith("3:11 ");
    }

    @Test
    void severalLicencesAreAllOfThem() {
        String card = "---\nlicense: [mit, cc-by-4.0]\ntask_categories: [x]\n---\n";

        assertThat(Claims.of(FILE, card)).contains("dataset.license = MIT AND CC-BY-4.0 <- /license/0");
        assertThat(Claims.notices(FILE, card)).singleElement().asString().contains("they are read as all of them");
    }

    @Test
    void aLicenceOfTheContributorsOwnHasItsName() {
        String card = "---\nlicense: other\nlicense_name: own terms 2\nlicense_link: LICENSE.md\npretty_name: x\n---\n";

        assertThat(Claims.of(FILE, card))
                .contains(
                        "dataset.license = LicenseRef-own-terms-2 <- /license",
                        "dataset.licenseLink = LICENSE.md <- /license_link");
    }

    @Test
    void whatIsNotSaidOfModelsStaysOpen() {
        String card = "---\nlicense: mit\npretty_name: x\nannotations_creators: [machine-generated]\n---\n";

        assertThat(Claims.of(FILE, card)).noneMatch(line -> line.startsWith("teachers"));
        assertThat(Claims.notices(FILE, card)).singleElement().asString().startsWith("4:24 `machine-generated`");
    }

    @Test
    void noneAgainstAWordForAModelIsAFault() {
        String card = "---\nlicense: mit\npretty_name: x\ntags: [synthetic]\nx-provenance: {teachers: none}\n---\n";

        assertThat(Claims.of(FILE, card)).contains("teachers: None <- /x-provenance/teachers");
        assertThat(Claims.faults(FILE, card)).singleElement().asString().startsWith("4:8 `synthetic` says");
    }

    @Test
    void aCardOfAModelIsNoneOfADataset() {
        assertThat(Claims.faults(FILE, "---\nlicense: mit\nlibrary_name: x\nbase_model: a/b\n---\n"))
                .anyMatch(line -> line.contains("This is the card of a model"));
    }

    @Test
    void aMisspeltFieldOfTheExtensionIsAFaultWithTheNearestName() {
        assertThat(Claims.faults(FILE, "---\nlicense: mit\npretty_name: x\nx-provenance: {teacher: none}\n---\n"))
                .singleElement()
                .asString()
                .contains("`teacher` is no field of the manifest; did you mean `teachers`?");
    }
}
