package org.provgate.formats.frictionless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;

class PackageReaderTest {

    private static final String FILE = "datapackage.json";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.PACKAGE)).isEmpty();
        assertThat(Claims.of(FILE, Documents.PACKAGE))
                .containsExactly(
                        "dataset.name = harbour-phrasebook <- /name",
                        "dataset.version = 1.0 <- /version",
                        "dataset.description = Questions about small harbours. <- /description",
                        "dataset.license = CC-BY-4.0 <- /licenses/0/name",
                        "contributors.0.name = Jane Example <- /contributors/0/title",
                        "contributors.0.email = jane@example.org <- /contributors/0/email",
                        "contributors.0.roles = [creator] <- /contributors/0/title",
                        "sources.0.id = quay-questions <- /sources/0/title",
                        "sources.0.type = DATASET <- /sources/0/title",
                        "sources.0.name = Quay questions <- /sources/0/title",
                        "sources.0.uri = https://example.org/quay <- /sources/0/path",
                        "sources.0.version = 2 <- /sources/0/version",
                        "teachers.0.id = writer <- /dpm:teachers/0/id",
                        "teachers.0.model = example-labs/wordsmith-70b <- /dpm:teachers/0/model",
                        "teachers.0.uses = [GENERATED] <- /dpm:teachers/0/uses",
                        "files.0.target.path = data/train.jsonl <- /resources/0/path",
                        "files.0.target.sha256 = " + Documents.DIGEST + " <- /resources/0/hash",
                        "files.0.bytes = 117 <- /resources/0/bytes",
                        "files.0.mediaType = application/jsonl <- /resources/0/mediatype",
                        "files.0.sources.0 = quay-questions <- /sources/0/title",
                        "files.0.teachers.0 = writer <- /dpm:teachers/0/id",
                        "files.1.target.path = data/a.csv <- /resources/1/path/0",
                        "files.1.sources: None <- /resources/1/sources",
                        "files.1.teachers.0 = writer <- /dpm:teachers/0/id",
                        "files.2.target.path = data/b.csv <- /resources/1/path/1",
                        "files.2.sources: None <- /resources/1/sources",
                        "files.2.teachers.0 = writer <- /dpm:teachers/0/id");
    }

    @Test
    void theOldestFormIsReadToo() {
        String old = """
                {"name": "x", "license": "PDDL-1.0", "author": "Jane Example",
                 "sources": [{"name": "Quay", "web": "https://example.org/quay"}],
                 "resources": [{"url": "https://example.org/x.csv"}, {"path": "./a.csv", "bytes": "12"}]}
                """;

        assertThat(Claims.of(FILE, old))
                .contains(
                        "dataset.license = PDDL-1.0 <- /license",
                        "contributors.0.name = Jane Example <- /author",
                        "sources.0.uri = https://example.org/quay <- /sources/0/web",
                        "files.0.target.path = a.csv <- /resources/1/path",
                        "files.0.bytes = 12 <- /resources/1/bytes");
    }

    @Test
    void aHashWithoutAPrefixIsNoSha256() {
        String md5 = Documents.PACKAGE.replace("sha256:" + Documents.DIGEST, "0cc175b9c0f1b6a831c399e269772661");

        assertThat(Claims.of(FILE, md5)).noneMatch(line -> line.contains("sha256"));
        assertThat(Claims.notices(FILE, md5)).singleElement().asString().contains("The hash is no SHA-256");
    }

    @Test
    void aPathAndDataAreOneTooMany() {
        String both = Documents.PACKAGE.replace("\"bytes\": 117", "\"data\": []");

        assertThat(Claims.faults(FILE, both)).singleElement().asString().contains("a `path` and `data` of its own");
    }

    @Test
    void addressesAndFilesInOneResourceAreAFault() {
        String mixed = Documents.PACKAGE.replace("\"data/b.csv\"", "\"https://example.org/b.csv\"");

        assertThat(Claims.faults(FILE, mixed)).singleElement().asString().contains("partly addresses and partly files");
    }
}
