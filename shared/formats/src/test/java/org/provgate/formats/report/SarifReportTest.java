package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Finding;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {

    private static final Schema SCHEMA = officialSchema();

    static final List<Verdict> verdicts = List.of(
            Samples.quarantined(),
            Samples.accepted(),
            Samples.unreadable(),
            Samples.poisoned("\u001b[2J\u202e <b>&\ud800 \u0000"));

    private static String written(Verdict verdict) {
        return Samples.written(
                new SarifReport(),
                verdict,
                Samples.context().linkingTo("https://example.org/rules/").rootedAt("s3://bucket/demo/harbour/1/"));
    }

    private static JsonNode run(Verdict verdict) {
        return new JsonMapper().readTree(written(verdict)).get("runs").get(0);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyReportKeepsToTheSchema(Verdict verdict) {
        assertThat(SCHEMA.validate(written(verdict), InputFormat.JSON)).isEmpty();
    }

    static List<Verdict> verdicts() {
        return verdicts;
    }

    @Test
    void theSchemaIsTheOfficialOneAndRejects() {
        String bent = written(Samples.quarantined()).replace("\"level\": \"error\"", "\"level\": \"grave\"");

        assertThat(SCHEMA.validate(bent, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void rulesAreThoseThatRanAndResultsPointAtThem() {
        JsonNode run = run(Samples.quarantined());
        JsonNode rules = run.get("tool").get("driver").get("rules");

        assertThat(rules.valueStream().map(rule -> rule.get("id").stringValue()))
                .containsExactly(
                        "teacher-terms-forbid-training",
                        "teacher-undeclared",
                        "declaration-unused",
                        "file-unlisted",
                        "custom:no-forum-rows");
        assertThat(rules.get(0).get("name").stringValue()).isEqualTo("TeacherTermsForbidTraining");
        assertThat(rules.get(0).get("helpUri").stringValue())
                .isEqualTo("https://example.org/rules/teacher-terms-forbid-training.md");
        assertThat(rules.get(2).get("defaultConfiguration").get("level").stringValue())
                .isEqualTo("warning");
        assertThat(rules.get(4).get("name").stringValue()).isEqualTo("CustomNoForumRows");
        for (JsonNode result : run.get("results")) {
            assertThat(rules.get(result.get("ruleIndex").intValue()).get("id")).isEqualTo(result.get("ruleId"));
        }
    }

    @Test
    void placesAreRelativeEncodedAndExact() {
        JsonNode run = run(Samples.quarantined());
        JsonNode inData = run.get("results").get(1).get("locations").get(0).get("physicalLocation");

        assertThat(inData.toString()).isEqualTo("""
                {"artifactLocation":{"uri":"data/a%20b.jsonl","uriBaseId":"DATASETROOT","index":0},\
                "region":{"startLine":17,"startColumn":1}}""");
        assertThat(run.get("artifacts").get(0).get("location").get("uri").stringValue())
                .isEqualTo("data/a%20b.jsonl");
        assertThat(run.get("results")
                        .get(0)
                        .get("locations")
                        .get(0)
                        .get("logicalLocations")
                        .toString())
                .isEqualTo("[{\"fullyQualifiedName\":\"/teachers/0/model\"}]");
        assertThat(run.get("originalUriBaseIds").get("DATASETROOT").get("uri").stringValue())
                .isEqualTo("s3://bucket/demo/harbour/1/");
        assertThat(run.get("columnKind").stringValue()).isEqualTo("utf16CodeUnits");
    }

    @Test
    void withoutAnAddressTheRootIsDescribedOnly() {
        String sarif = Samples.written(new SarifReport(), Samples.quarantined(), Samples.context());

        assertThat(new JsonMapper()
                        .readTree(sarif)
                        .get("runs")
                        .get(0)
                        .get("originalUriBaseIds")
                        .toString())
                .isEqualTo("{\"DATASETROOT\":{\"description\":{\"text\":\"The root of the submission\"}}}");
    }

    @Test
    void aPathIsNeverAnAbsoluteAddress() {
        assertThat(Uris.ofPath("")).isEqualTo(".");
        assertThat(Uris.ofPath("/etc/x")).isEqualTo("./etc/x");
        assertThat(Uris.ofPath("file:///x?#%")).isEqualTo("file%3A///x%3F%23%25");
        assertThat(Uris.ofPath("data/Å😀.jsonl")).isEqualTo("data/%C3%85%F0%9F%98%80.jsonl");
    }

    @Test
    void evidenceIsARelatedLocation() {
        JsonNode related = run(Samples.quarantined()).get("results").get(1).get("relatedLocations");

        assertThat(related).hasSize(1);
        assertThat(related.get(0).get("message").get("text").stringValue())
                .isEqualTo("anthropic claude-3-opus, conclusive, 3 times in 2 rows (self-naming): "
                        + "I am Claude, made by Anthropic");
    }

    @Test
    void aWaivedFindingIsASuppressedResult() {
        JsonNode waived = run(Samples.quarantined()).get("results").get(3);

        assertThat(waived.get("ruleId").stringValue()).isEqualTo("file-unlisted");
        assertThat(waived.get("suppressions").toString()).isEqualTo("""
                [{"kind":"external","status":"accepted",\
                "justification":"agreed on the telephone (ops@example.org, until 2027-01-31)"}]""");
        assertThat(run(Samples.quarantined()).get("results").get(0).has("suppressions"))
                .isFalse();
    }

    @Test
    void aFindingIsKnownAgainAfterAnEntryWasAddedBeforeIt() {
        Finding first = Samples.forbidden();
        Place moved = Samples.at("/teachers/1/model", 16, 12);
        Finding second = new Finding(
                first.code(),
                first.severity(),
                first.subject(),
                moved,
                first.message(),
                first.remedy(),
                List.of(),
                List.of());

        assertThat(fingerprint(second, "/teachers/1", "judge")).isEqualTo(fingerprint(first, "/teachers/0", "judge"));
        assertThat(fingerprint(first, "/teachers/0", "another"))
                .isNotEqualTo(fingerprint(first, "/teachers/0", "judge"));
    }

    private static String fingerprint(Finding finding, String pointer, String id) {
        TeacherModel named = Samples.teacher(id, "gpt-4-0613");
        Place at = Samples.at(pointer, 5, 5);
        TeacherModel teacher = new TeacherModel(
                at,
                Field.stated(id, at),
                named.provider(),
                named.model(),
                named.revision(),
                named.uri(),
                named.uses(),
                named.usesDescription(),
                named.generationPeriod(),
                named.accessChannel(),
                named.accessProvider(),
                named.viaSources(),
                named.terms(),
                named.authorization());
        Verdict verdict = Verdict.of(Samples.report(
                Samples.manifest("x", List.of(teacher)), Policy.Mode.ENFORCE, List.of(finding), List.of(), 0));
        return run(verdict)
                .get("results")
                .get(0)
                .get("partialFingerprints")
                .get("manifestPointer/v1")
                .stringValue();
    }

    private static Schema officialSchema() {
        try (InputStream schema =
                SarifReportTest.class.getClassLoader().getResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            String text = new String(
                    Objects.requireNonNull(schema, "the schema is a test dependency")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
