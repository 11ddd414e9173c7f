package org.provgate.formats.dta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;

class StandardReaderTest {

    private static final String FILE = "data-provenance.json";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.STANDARD)).isEmpty();
        assertThat(Claims.of(FILE, Documents.STANDARD))
                .containsExactly(
                        "dataset.name = Harbour phrasebook <- /source/title",
                        "dataset.identifier = urn:x:set <- /source/id",
                        "dataset.description = Questions about small harbours. <- /source/description",
                        "dataset.license = CC-BY-4.0 <- /use/license/0",
                        "dataset.intendedUse = Fine-tuning <- /use/intended-purpose/0/description",
                        "dataset.created = 2026-05-02 <- /provenance/date",
                        "contributors.0.name = Example AS <- /source/issuer/0/name",
                        "contributors.0.roles = [creator] <- /source/issuer/0/name",
                        "sources.0.id = web-scraping-crawling-textual <- /provenance/generation-method/0/code",
                        "sources.0.type = WEB_CRAWL <- /provenance/generation-method/0/code",
                        "sources.0.name = Forum crawl <- /provenance/generation-method/0/description",
                        "sources.0.collectionPeriod.start = 2026-02-01 <- /provenance/generation-period/start",
                        "sources.0.collectionPeriod.end.date = 2026-04-20 <- /provenance/generation-period/end",
                        "sources.0.geography = [NO] <- /provenance/origin-geography/0/country",
                        "sources.1.id = quay <- /provenance/source",
                        "sources.1.type = DATASET <- /provenance/source",
                        "sources.1.name = https://example.org/quay <- /provenance/source",
                        "sources.1.uri = https://example.org/quay <- /provenance/source",
                        "sources.1.provider = Quay Foundation <- /provenance/origin/0/name",
                        "teachers.0.id = writer <- /dpm:teachers/0/id",
                        "teachers.0.model = example-labs/wordsmith-70b <- /dpm:teachers/0/model",
                        "teachers.0.uses = [GENERATED] <- /dpm:teachers/0/uses",
                        "files.0.target.glob = ** <- ",
                        "files.0.sources.0 = web-scraping-crawling-textual <- /provenance/generation-method/0/code",
                        "files.0.sources.1 = quay <- /provenance/source",
                        "files.0.teachers.0 = writer <- /dpm:teachers/0/id");
    }

    @Test
    void aMethodOfModelsIsNoticedAndNoTeacher() {
        String generated = Documents.STANDARD
                .replace("web-scraping-crawling-textual", "machine-generated-mlops-generative")
                .replaceFirst("(?s),\\s*\"dpm:teachers\".*?}]", "");

        assertThat(Claims.of(FILE, generated)).noneMatch(line -> line.startsWith("teachers"));
        assertThat(Claims.notices(FILE, generated))
                .singleElement()
                .asString()
                .contains("says that a model made or changed data");
    }

    @Test
    void unknownIsNoBoolean() {
        String unknown = Documents.STANDARD.replace(
                "\"use\": {",
                "\"use\": {\"classification\": [{\"regulation\": {\"code\": \"pii\"}, \"evaluated\": \"unknown\"}],");

        assertThat(Claims.faults(FILE, unknown)).singleElement().asString().contains("true or false is wanted");
    }

    @Test
    void provenanceInsideProvenanceIsASourceToo() {
        String nested = Documents.STANDARD.replace(
                "\"date\": \"2026-05-02\",",
                "\"date\": \"2026-05-02\", \"sub-provenance\": {\"source\": \"https://example.org/deep\"},");

        assertThat(Claims.of(FILE, nested))
                .contains("sources.2.uri = https://example.org/deep <- /provenance/sub-provenance/source");
    }
}
