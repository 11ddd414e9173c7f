package org.provgate.formats.croissant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;

class CroissantReaderTest {

    private static final String FILE = "croissant.json";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.CROISSANT)).isEmpty();
        assertThat(Claims.of(FILE, Documents.CROISSANT))
                .containsExactly(
                        "dataset.name = Harbour phrasebook <- /name/en",
                        "dataset.version = 1.0 <- /version",
                        "dataset.license = CC-BY-4.0 <- /license",
                        "dataset.created = 2026-05-04 <- /datePublished",
                        "contributors.0.name = Jane Example <- /creator/name",
                        "contributors.0.email = jane@example.org <- /creator/email",
                        "contributors.0.roles = [creator] <- /creator/name",
                        "sources.0.id = quay-questions <- /prov:wasDerivedFrom/name",
                        "sources.0.type = DATASET <- /prov:wasDerivedFrom/name",
                        "sources.0.name = Quay questions <- /prov:wasDerivedFrom/name",
                        "sources.0.uri = https://example.org/quay <- /prov:wasDerivedFrom/@id",
                        "sources.0.version = 2 <- /prov:wasDerivedFrom/version",
                        "teachers.0.id = writer <- /prov:wasGeneratedBy/prov:wasAssociatedWith/@id",
                        "teachers.0.provider = Example Labs <- /prov:wasGeneratedBy/prov:wasAssociatedWith/dpm:provider",
                        "teachers.0.model = example-labs/wordsmith-70b <- /prov:wasGeneratedBy/prov:wasAssociatedWith/dpm:model",
                        "teachers.0.uses = [GENERATED] <- /prov:wasGeneratedBy/prov:wasAssociatedWith/dpm:uses",
                        "teachers.0.generationPeriod.start = 2026-03-20 <- /prov:wasGeneratedBy/prov:startedAtTime",
                        "teachers.0.generationPeriod.end.date = 2026-03-28 <- /prov:wasGeneratedBy/prov:endedAtTime",
                        "files.0.target.path = data/train.jsonl <- /distribution/0/contentUrl",
                        "files.0.target.sha256 = " + Documents.DIGEST + " <- /distribution/0/sha256",
                        "files.0.bytes = 117 <- /distribution/0/contentSize",
                        "files.0.mediaType = application/jsonl <- /distribution/0/encodingFormat",
                        "files.0.sources.0 = quay-questions <- /distribution/0",
                        "files.0.teachers.0 = writer <- /distribution/0",
                        "files.1.target.glob = shards/*.jsonl <- /distribution/1/includes",
                        "files.1.sources.0 = quay-questions <- /distribution/1",
                        "files.1.teachers.0 = writer <- /distribution/1");
    }

    @Test
    void theExpandedFormSaysTheSame() {
        String expanded = """
                [{"@type": ["https://schema.org/Dataset"],
                  "http://purl.org/dc/terms/conformsTo": [{"@id": "http://mlcommons.org/croissant/1.0"}],
                  "https://schema.org/name": [{"@value": "Harbour phrasebook"}],
                  "http://schema.org/license": [{"@id": "https://spdx.org/licenses/MIT"}],
                  "https://schema.org/distribution": [{"@type": ["http://mlcommons.org/croissant/FileObject"],
                    "https://schema.org/name": [{"@value": "t"}],
                    "https://schema.org/contentUrl": [{"@value": "./t.csv"}]}]}]
                """;

        assertThat(Claims.of(FILE, expanded))
                .containsExactly(
                        "dataset.name = Harbour phrasebook <- /0/https:~1~1schema.org~1name/0/@value",
                        "dataset.license = MIT <- /0/http:~1~1schema.org~1license/0/@id",
                        "files.0.target.path = t.csv <- /0/https:~1~1schema.org~1distribution/0"
                                + "/https:~1~1schema.org~1contentUrl/0/@value");
        assertThat(Claims.faults(FILE, expanded)).isEmpty();
    }

    @Test
    void aRemoteContextIsNotFetched() {
        String remote = Documents.CROISSANT
                .replace("\"@context\": {", "\"@context\": [\"https://example.org/c\", {")
                .replace("\"conformsTo\": \"dct:conformsTo\"\n  }", "\"conformsTo\": \"dct:conformsTo\"\n  }]");

        assertThat(Claims.faults(FILE, remote)).singleElement().asString().startsWith("2:16 The context");
    }

    @Test
    void syntheticDataWithoutAModelIsAFault() {
        String synthetic = Documents.CROISSANT.replaceFirst(
                "(?s)\"prov:wasGeneratedBy\".*?\\n  },\n", "\"rai:hasSyntheticData\": true,\n");

        assertThat(Claims.faults(FILE, synthetic))
                .singleElement()
                .asString()
                .contains("`rai:hasSyntheticData` is true, and no model is named");
    }

    @Test
    void severalLicencesAreAllOfThem() {
        String two = Documents.CROISSANT.replace(
                "\"license\": \"https://creativecommons.org/licenses/by/4.0/\"",
                "\"license\": [\"MIT\", {\"url\": \"https://x.example/l\"}]");

        assertThat(Claims.of(FILE, two)).contains("dataset.license = MIT AND LicenseRef-x.example-l <- /license/0");
    }

    @Test
    void membersOfAnArchiveAreNoFilesOfTheSubmission() {
        String contained = Documents.CROISSANT.replace(
                "\"includes\": \"shards/*.jsonl\"",
                "\"includes\": \"shards/*.jsonl\", \"containedIn\": {\"@id\": \"train\"}");

        assertThat(Claims.of(FILE, contained)).noneMatch(line -> line.startsWith("files.1"));
    }

    @Test
    void aSetWithoutAPatternIsAFault() {
        String none = Documents.CROISSANT.replace("\"includes\": \"shards/*.jsonl\"", "\"description\": \"all\"");

        assertThat(Claims.faults(FILE, none)).singleElement().asString().startsWith("28:5 A FileSet has no `includes`");
    }

    @Test
    void recordsThatOtherToolsStumbleOverAreANoteOnly() {
        String records = Documents.CROISSANT.replace("\"distribution\": [", """
                "cr:recordSet": {"@type": "cr:RecordSet", "name": "r", "cr:field": [
                  {"@type": "cr:Field", "name": 7, "cr:source": {"cr:fileObject": {"@id": "gone"}}}]},
                "distribution": [""");

        assertThat(Claims.faults(FILE, records)).isEmpty();
        assertThat(Claims.notices(FILE, records))
                .extracting(line -> line.replaceFirst("\\S+ ", ""))
                .containsExactly(
                        "A field has no `cr:dataType`",
                        "`name` is the number 7; a text is wanted",
                        "A field is taken from \"gone\", which the document does not describe");
    }
}
