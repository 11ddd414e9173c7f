package org.provgate.formats.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading.Read;
import org.provgate.core.manifest.PartialDate;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.Teachers;

/// Faults with a rule code of their own: the reader says nothing of them, and the typed model shows them.
class RuledFaultsTest {

    static final List<Arguments> ruled = List.of(
            argumentSet("no teachers", "\"teachers\": \"none\",", "", "teachers-unstated"),
            argumentSet("teachers null", "\"teachers\": \"none\"", "\"teachers\": null", "teachers-unstated"),
            argumentSet("teachers empty", "\"teachers\": \"none\"", "\"teachers\": []", "teachers-unstated"),
            argumentSet(
                    "teachers of another word", "\"teachers\": \"none\"", "\"teachers\": \"no\"", "teachers-unstated"),
            argumentSet("no attestation of none", "no-model-output", "right-to-contribute", "attestation-missing"),
            argumentSet("no licence", ", \"license\": \"CC-BY-4.0\"},", "},", "license-missing"),
            argumentSet("licence null", "\"license\": \"CC-BY-4.0\"},", "\"license\": null},", "license-missing"),
            argumentSet(
                    "licence in words",
                    "\"license\": \"CC-BY-4.0\"}",
                    "\"license\": \"CC BY/4.0\"}",
                    "license-invalid"),
            argumentSet("empty licence", "\"license\": \"CC-BY-4.0\"}", "\"license\": \"\"}", "license-invalid"),
            argumentSet(
                    "own licence without link",
                    "\"license\": \"CC-BY-4.0\"}",
                    "\"license\": \"LicenseRef-x\"}",
                    "license-link-missing"),
            argumentSet(
                    "path without digest",
                    "\"sha256\": \"5555555555555555555555555555555555555555555555555555555555555555\",",
                    "",
                    "file-checksum-missing"),
            argumentSet(
                    "glob without list",
                    "\"path\": \"data/train.jsonl\",\n     \"sha256\": \"5555555555555555555555555555555555555555555555555555555555555555\"",
                    "\"glob\": \"data/*\"",
                    "file-checksum-missing"),
            argumentSet("consent without evidence", "own-work", "consent", "source-rights-unproven"),
            argumentSet(
                    "consent with empty evidence",
                    "\"own-work\"",
                    "\"consent\", \"rightsEvidence\": []",
                    "source-rights-unproven"),
            argumentSet(
                    "unknown teacher of a file",
                    "\"sources\": [\"writers\"]",
                    "\"sources\": [\"writers\"], \"teachers\": [\"x\"]",
                    "reference-unknown"),
            argumentSet("month 13 of an attestation", "2026-05-04", "2026-13-04", "period-impossible"),
            argumentSet("month 13", "\"start\": \"2026-02\"", "\"start\": \"2026-13\"", "period-impossible"));

    @ParameterizedTest
    @FieldSource("ruled")
    void theReaderLeavesThemToTheirRules(String from, String to, String code) {
        assertThat(Manifests.HUMAN).contains(from);

        Read read = read(Manifests.HUMAN.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));

        assertThat(read.faults()).isEmpty();
        assertThat(LeftToRules.in(read.manifest())).contains(code);
    }

    static final List<Arguments> teacherFields = List.of(
            argumentSet("provider", "\"provider\": \"Sample AI\", ", "teacher-fields-missing"),
            argumentSet("model", "\"model\": \"sample-large\", ", "teacher-fields-missing"),
            argumentSet("uses", "\"uses\": [\"judged\"],", "teacher-fields-missing"),
            argumentSet("terms", ", \"terms\": \"unknown\"", "teacher-fields-missing"),
            argumentSet("teachers of a file", ", \"teachers\": [\"writer\", \"judge\"]", "teachers-unstated"),
            argumentSet(
                    "digest of a permission",
                    ",\n                \"sha256\": \"4444444444444444444444444444444444444444444444444444444444444444\"",
                    "teacher-authorization-unproven"));

    @ParameterizedTest
    @FieldSource("teacherFields")
    void soAreMissingFieldsOfTeachers(String removed, String code) {
        assertThat(Manifests.RICH).contains(removed);

        Read read = read(Manifests.RICH.replace(removed, ""));

        assertThat(read.faults()).isEmpty();
        assertThat(LeftToRules.in(read.manifest())).containsExactly(code);
    }

    @Test
    void anImpossibleDateOfAPeriodKeepsItsTextAndPlace() {
        Manifest manifest = read(Manifests.HUMAN.replace("\"end\": \"2026-04\"", "\"end\": \"2026-02-31\""))
                .manifest();

        Period period = manifest.sources()
                .listed()
                .getFirst()
                .collectionPeriod()
                .value()
                .orElseThrow();

        assertThat(period.end())
                .isEqualTo(new Period.End.On(new Field.Unusable<PartialDate>(
                        new Place("provenance.json", "/sources/0/collectionPeriod/end", 7, 81), "2026-02-31")));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsReadAsItStands() {
        Read read = read(Manifests.HUMAN.replace("\"start\": \"2026-02\"", "\"start\": \"2027\""));

        assertThat(read.faults()).isEmpty();
        assertThat(read.manifest()
                        .sources()
                        .listed()
                        .getFirst()
                        .collectionPeriod()
                        .value()
                        .flatMap(Period::firstDay))
                .hasToString("Optional[2027-01-01]");
    }

    @Test
    void teachersThatAreNoStatementKeepWhatStandsThere() {
        assertThat(read(Manifests.HUMAN.replace("\"teachers\": \"none\"", "\"teachers\": \"gpt-4\""))
                        .manifest()
                        .teachers())
                .isEqualTo(new Teachers.Unstated(new Place("provenance.json", "/teachers", 9, 15), "gpt-4"));
    }

    @Test
    void aMissingTeacherListWouldStandUnderItsPointer() {
        assertThat(read(Manifests.HUMAN.replace("\"teachers\": \"none\",", ""))
                        .manifest()
                        .teachers()
                        .at())
                .isEqualTo(new Place("provenance.json", "/teachers", 1, 1));
    }

    @Test
    void everythingOfARichManifestIsRead() {
        Manifest manifest = read(Manifests.RICH).manifest();

        assertThat(manifest.dataset().modalities().value()).contains(List.of("text", "3d"));
        assertThat(manifest.contributors().getFirst().roles().value()).contains(List.of("submitter", "creator"));
        assertThat(manifest.sources().listed())
                .extracting(source -> source.subject().name())
                .containsExactly("questions", "crawl", "people");
        assertThat(manifest.teachers().listed())
                .extracting(teacher -> teacher.subject().name())
                .containsExactly("writer", "judge", "inherited");
        assertThat(manifest.teachers().listed().get(2).viaSources().listed())
                .extracting(References.Reference::id)
                .containsExactly("questions");
        assertThat(manifest.files())
                .extracting(file -> file.name())
                .containsExactly("data/train.jsonl", "data/people.jsonl", "shards/part-*.gz");
        assertThat(manifest.files().getFirst().bytes().value()).contains(2048L);
        assertThat(manifest.attestations()).hasSize(2);
    }

    private static Read read(String json) {
        return (Read) new NativeManifestReader().read("provenance.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
