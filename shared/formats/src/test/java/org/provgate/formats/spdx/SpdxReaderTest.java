package org.provgate.formats.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;

class SpdxReaderTest {

    private static final String FILE = "set.spdx3.json";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.SPDX)).isEmpty();
        assertThat(Claims.of(FILE, Documents.SPDX))
                .containsExactly(
                        "dataset.name = Harbour phrasebook <- /@graph/3/name",
                        "dataset.identifier = urn:x:set <- /@graph/3/spdxId",
                        "dataset.version = 1.0 <- /@graph/3/software_packageVersion",
                        "dataset.license = CC-BY-4.0 <- /@graph/7/simplelicensing_licenseExpression",
                        "dataset.created = 2026-05-02 <- /@graph/3/builtTime",
                        "contributors.0.name = Jane Example <- /@graph/1/name",
                        "contributors.0.roles = [creator] <- /@graph/1/name",
                        "sources.0.id = quay-questions <- /@graph/4/name",
                        "sources.0.type = DATASET <- /@graph/4/name",
                        "sources.0.name = Quay questions <- /@graph/4/name",
                        "sources.0.uri = https://example.org/quay <- /@graph/4/software_downloadLocation",
                        "teachers.0.id = example-labs-wordsmith-70b <- /@graph/5/name",
                        "teachers.0.model = example-labs/wordsmith-70b <- /@graph/5/name",
                        "teachers.0.revision = r2 <- /@graph/5/software_packageVersion",
                        "teachers.0.uses = [GENERATED] <- /@graph/12/statement",
                        "teachers.0.generationPeriod.start = 2026-03-20 <- /@graph/11/startTime",
                        "teachers.0.generationPeriod.end.date = 2026-03-28 <- /@graph/11/endTime",
                        "files.0.target.path = data/train.jsonl <- /@graph/6/name",
                        "files.0.target.sha256 = " + Documents.DIGEST + " <- /@graph/6/verifiedUsing/0/hashValue",
                        "files.0.mediaType = application/jsonl <- /@graph/6/contentType",
                        "files.0.sources.0 = quay-questions <- /@graph/6",
                        "files.0.teachers.0 = example-labs-wordsmith-70b <- /@graph/6");
    }

    @Test
    void aModelTrainedOnTheDatasetIsNoTeacher() {
        String trained = Documents.SPDX.replace(
                "\"relationshipType\": \"generates\", \"to\": [\"urn:x:train\"]",
                "\"relationshipType\": \"trainedOn\", \"to\": [\"urn:x:set\"]");

        assertThat(Claims.of(FILE, trained)).noneMatch(line -> line.startsWith("teachers"));
    }

    @Test
    void aBuildLeadsToItsInputs() {
        String build = Documents.SPDX
                .replace("{\"type\": \"Annotation\"", """
                {"type": "build_Build", "spdxId": "urn:x:b", "creationInfo": "_:c"},
                {"type": "Relationship", "spdxId": "urn:x:r5", "creationInfo": "_:c", "from": "urn:x:b",
                 "relationshipType": "hasOutput", "to": ["urn:x:train"]},
                {"type": "Relationship", "spdxId": "urn:x:r6", "creationInfo": "_:c", "from": "urn:x:b",
                 "relationshipType": "usesTool", "to": ["urn:x:writer"]},
                {"type": "Annotation\"""")
                .replace("\"relationshipType\": \"generates\"", "\"relationshipType\": \"other\"");

        assertThat(Claims.of(FILE, build)).contains("files.0.teachers.0 = example-labs-wordsmith-70b <- /@graph/6");
    }

    @Test
    void syntheticIsNoTypeOfADataset() {
        assertThat(Claims.faults(FILE, Documents.SPDX.replaceFirst("\\[\"text\"]", "[\"synthetic\"]")))
                .singleElement()
                .asString()
                .contains("SPDX has no dataset type \"synthetic\"");
    }

    @Test
    void aScalarWhereAListBelongsIsAFault() {
        assertThat(Claims.faults(FILE, Documents.SPDX.replaceFirst("\\[\"text\"]", "\"text\"")))
                .singleElement()
                .asString()
                .contains("`dataset_datasetType` is a single value; a list is wanted");
    }

    @Test
    void aMisspeltKeyThatHidesADigestIsAFault() {
        String slip = Documents.SPDX.replace("verifiedUsing", "verifyUsing");

        assertThat(Claims.of(FILE, slip)).noneMatch(line -> line.contains("sha256"));
        assertThat(Claims.faults(FILE, slip)).singleElement().asString().contains("`verifyUsing` is no field of SPDX");
    }
}
