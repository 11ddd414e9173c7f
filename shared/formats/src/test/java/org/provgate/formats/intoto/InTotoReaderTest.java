package org.provgate.formats.intoto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;
import org.provgate.formats.recognition.SubmissionManifests;

class InTotoReaderTest {

    private static final String FILE = "set.statement.json";

    @Test
    void everythingIsReadFromItsPlace() {
        assertThat(Claims.faults(FILE, Documents.STATEMENT)).isEmpty();
        assertThat(Claims.of(FILE, Documents.STATEMENT))
                .containsExactly(
                        "sources.0.id = quay <- /predicate/buildDefinition/resolvedDependencies/0/name",
                        "sources.0.type = DATASET <- /predicate/buildDefinition/resolvedDependencies/0/name",
                        "sources.0.name = quay <- /predicate/buildDefinition/resolvedDependencies/0/name",
                        "sources.0.uri = https://example.org/quay <- /predicate/buildDefinition/resolvedDependencies/0/uri",
                        "sources.0.sha256 = 1111111111111111111111111111111111111111111111111111111111111111 <- /predicate/buildDefinition/resolvedDependencies/0/digest/sha256",
                        "teachers.0.id = writer <- /predicate/buildDefinition/resolvedDependencies/1/name",
                        "teachers.0.model = wordsmith-70b <- /predicate/buildDefinition/resolvedDependencies/1/uri",
                        "teachers.0.uri = https://example.org/models/wordsmith-70b <- /predicate/buildDefinition/resolvedDependencies/1/uri",
                        "teachers.0.generationPeriod.start = 2026-03-20 <- /predicate/runDetails/metadata/startedOn",
                        "teachers.0.generationPeriod.end.date = 2026-03-28 <- /predicate/runDetails/metadata/finishedOn",
                        "files.0.target.path = data/train.jsonl <- /subject/0/name",
                        "files.0.target.sha256 = " + Documents.DIGEST + " <- /subject/0/digest/sha256",
                        "files.0.sources.0 = quay <- /predicate/buildDefinition/resolvedDependencies/0/name",
                        "files.0.teachers.0 = writer <- /predicate/buildDefinition/resolvedDependencies/1/name");
    }

    @Test
    void anEnvelopeIsOpened() {
        assertThat(Claims.of(FILE, envelope(Documents.STATEMENT)))
                .extracting(line -> line.replaceFirst(" <- .*", ""))
                .containsExactlyElementsOf(Claims.of(FILE, Documents.STATEMENT).stream()
                        .map(line -> line.replaceFirst(" <- .*", ""))
                        .toList());
        assertThat(Claims.of(FILE, envelope(Documents.STATEMENT))).allMatch(line -> line.endsWith(" <- /payload"));
    }

    @Test
    void aSubjectWithoutADigestIsAFault() {
        String none = Documents.STATEMENT.replace("\"sha256\": \"" + Documents.DIGEST + "\"", "");

        assertThat(Claims.faults(FILE, none)).singleElement().asString().startsWith("3:15 A subject has no digest");
    }

    @Test
    void anEnvelopeWithoutASignatureIsAFault() {
        String unsigned = envelope(Documents.STATEMENT).replaceFirst("\\[\\{.*}]", "[]");

        assertThat(Claims.faults(FILE, unsigned)).singleElement().asString().contains("The envelope has no signature");
    }

    @Test
    void aDocumentOfAnotherFormatInsideIsReadAsThat() {
        String inside = """
                {"_type": "https://in-toto.io/Statement/v1", "subject": [], "predicateType": "https://cyclonedx.org/bom",
                 "predicate": %s}""".formatted(Documents.BOM);

        assertThat(Claims.format(FILE, inside)).isEqualTo(ManifestFormat.CYCLONEDX);
        assertThat(Claims.of(FILE, inside))
                .contains("dataset.name = Harbour phrasebook <- /predicate/metadata/component/name");
    }

    @Test
    void aVerdictOfAnotherGateIsNoManifest() {
        String verdict = Documents.STATEMENT.replace("provenance/v1", "verification_summary/v1");

        assertThat(SubmissionManifests.read(FILE, verdict.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static String envelope(String payload) {
        return "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"%s\", \"signatures\": [{\"sig\": \"bm8=\"}]}"
                .formatted(Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)));
    }
}
