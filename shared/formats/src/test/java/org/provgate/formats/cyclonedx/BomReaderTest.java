package org.provgate.formats.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;

class BomReaderTest {

    private static final String FILE = "set.cdx.json";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.BOM)).isEmpty();
        assertThat(Claims.of(FILE, Documents.BOM))
                .containsExactly(
                        "dataset.name = Harbour phrasebook <- /metadata/component/name",
                        "dataset.version = 1.0 <- /metadata/component/version",
                        "dataset.license = CC-BY-4.0 <- /metadata/component/licenses/0/expression",
                        "dataset.personalData = none <- /metadata/component/properties/0/value",
                        "contributors.0.name = Jane Example <- /metadata/component/authors/0/name",
                        "contributors.0.email = jane@example.org <- /metadata/component/authors/0/email",
                        "contributors.0.roles = [creator] <- /metadata/component/authors/0/name",
                        "sources.0.id = quay-questions <- /metadata/component/pedigree/ancestors/0/name",
                        "sources.0.type = DATASET <- /metadata/component/pedigree/ancestors/0/name",
                        "sources.0.name = Quay questions <- /metadata/component/pedigree/ancestors/0/name",
                        "sources.0.uri = https://example.org/quay <- /metadata/component/pedigree/ancestors/0/externalReferences/0/url",
                        "sources.0.version = 2 <- /metadata/component/pedigree/ancestors/0/version",
                        "sources.0.license = MIT <- /metadata/component/pedigree/ancestors/0/licenses/0/license/id",
                        "teachers.0.id = wordsmith-70b <- /components/0/name",
                        "teachers.0.provider = Example Labs <- /components/0/publisher",
                        "teachers.0.model = example-labs/wordsmith-70b <- /components/0/name",
                        "teachers.0.revision = r2 <- /components/0/version",
                        "teachers.0.uses = [GENERATED] <- /components/0/properties/1/value",
                        "teachers.0.terms.version = 2.0 <- /components/0/properties/2/value",
                        "files.0.target.path = data/train.jsonl <- /components/1/name",
                        "files.0.target.sha256 = " + Documents.DIGEST + " <- /components/1/hashes/0/content",
                        "files.0.mediaType = application/jsonl <- /components/1/mime-type",
                        "files.0.sources.0 = quay-questions <- /components/1",
                        "files.0.teachers.0 = wordsmith-70b <- /components/1");
    }

    @Test
    void aModelThatWasTrainedIsNoTeacher() {
        String student = Documents.BOM
                .replace("{\"name\": \"dpm:role\", \"value\": \"teacher\"}, ", "")
                .replace("\"writer\", \"quay\"]", "\"quay\"]");

        assertThat(Claims.of(FILE, student)).noneMatch(line -> line.startsWith("teachers"));
    }

    @Test
    void aModelThatFilesDependOnIsATeacher() {
        String unmarked = Documents.BOM.replace("{\"name\": \"dpm:role\", \"value\": \"teacher\"}, ", "");

        assertThat(Claims.of(FILE, unmarked)).contains("files.0.teachers.0 = wordsmith-70b <- /components/1");
    }

    @Test
    void aWorkflowDatesWhatTheTeacherDid() {
        String workflow = Documents.BOM.replace("\"dependencies\":", """
                "formulation": [{"workflows": [{"bom-ref": "w", "uid": "w", "taskTypes": ["other"],
                  "timeStart": "2026-03-20T00:00:00Z", "timeEnd": "2026-03-28T00:00:00Z",
                  "inputs": [{"resource": {"ref": "writer"}}], "outputs": [{"resource": {"ref": "train"}}]}]}],
                "dependencies":""");

        assertThat(Claims.of(FILE, workflow))
                .contains(
                        "teachers.0.generationPeriod.start = 2026-03-20 <- /formulation/0/workflows/0/timeStart",
                        "teachers.0.generationPeriod.end.date = 2026-03-28 <- /formulation/0/workflows/0/timeEnd");
    }

    @Test
    void aDocumentWithoutADatasetIsAFault() {
        assertThat(Claims.faults(FILE, "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}"))
                .containsExactly("1:1 The document describes no component of type `data`, which the dataset would be");
    }

    @Test
    void aVersionThatIsANumberIsAFault() {
        assertThat(Claims.faults(FILE, Documents.BOM.replace("\"1.6\"", "1.6")))
                .containsExactly("3:18 `specVersion` is a number; a text is wanted");
    }

    @Test
    void anotherNameOfTheAlgorithmIsAFault() {
        assertThat(Claims.faults(FILE, Documents.BOM.replace("SHA-256", "sha256")))
                .hasSize(1);
    }

    @Test
    void wordsThatCycloneDxDoesNotHaveAreANote() {
        String bent = Documents.BOM
                .replace("\"type\": \"file\"", "\"type\": \"blob\"")
                .replace("{\"id\": \"MIT\"}", "{}")
                .replace("{\"ref\": \"train\",", "{");

        assertThat(Claims.notices(FILE, bent))
                .extracting(line -> line.replaceFirst("\\S+ ", ""))
                .containsExactly("CycloneDX has no type `blob` of components", "A dependency does not say whose it is");
    }
}
