package org.provgate.formats.prov;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;

class ProvReaderTest {

    private static final String FILE = "set.prov.jsonld";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.PROV)).isEmpty();
        assertThat(Claims.of(FILE, Documents.PROV))
                .containsExactly(
                        "dataset.name = Harbour phrasebook <- /@graph/0/rdfs:label",
                        "dataset.identifier = urn:x:set <- /@graph/0/@id",
                        "dataset.license = CC-BY-4.0 <- /@graph/0/dct:license",
                        "contributors.0.name = Jane Example <- /@graph/1/rdfs:label",
                        "contributors.0.roles = [creator] <- /@graph/1/rdfs:label",
                        "sources.0.id = quay-questions <- /@graph/3/rdfs:label",
                        "sources.0.type = DATASET <- /@graph/3/rdfs:label",
                        "sources.0.name = Quay questions <- /@graph/3/rdfs:label",
                        "sources.0.uri = https://example.org/quay <- /@graph/3/@id",
                        "teachers.0.id = writer <- /@graph/4/@id",
                        "teachers.0.provider = Example Labs <- /@graph/4/dpm:provider",
                        "teachers.0.model = example-labs/wordsmith-70b <- /@graph/4/dpm:model",
                        "teachers.0.generationPeriod.start = 2026-03-20 <- /@graph/2/prov:startedAtTime",
                        "teachers.0.generationPeriod.end.date = 2026-03-28 <- /@graph/2/prov:endedAtTime",
                        "files.0.target.glob = ** <- /@graph/0",
                        "files.0.sources.0 = quay-questions <- /@graph/3/rdfs:label",
                        "files.0.teachers.0 = writer <- /@graph/4/@id");
    }

    @Test
    void anEntityWithAPathIsAFile() {
        String file = Documents.PROV.replace("\"@id\": \"urn:x:set\"", "\"@id\": \"data/train.jsonl\"");

        assertThat(Claims.of(FILE, file))
                .contains(
                        "files.0.target.path = data/train.jsonl <- /@graph/0/@id",
                        "files.0.sources.0 = quay-questions <- /@graph/0",
                        "files.0.teachers.0 = writer <- /@graph/0");
    }

    @Test
    void anEntityIsNotAssociated() {
        String wrong = Documents.PROV.replace("\"prov:wasAttributedTo\"", "\"prov:wasAssociatedWith\"");

        assertThat(Claims.faults(FILE, wrong))
                .singleElement()
                .asString()
                .contains("An entity is associated with an agent");
    }

    @Test
    void aRingOfDerivationsEnds() {
        String ring = Documents.PROV.replace(
                "\"rdfs:label\": \"Quay questions\"",
                "\"rdfs:label\": \"Quay questions\", \"prov:wasDerivedFrom\": {\"@id\": \"urn:x:set\"}");

        assertThat(Claims.of(FILE, ring)).contains("sources.0.name = Quay questions <- /@graph/3/rdfs:label");
    }
}
