package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    @Test
    void theReportHasTheMembersOfTheContract() {
        JsonNode json = read(Samples.written(JsonReport.pretty(), Samples.quarantined(), Samples.context()));

        assertThat(json.propertyNames())
                .containsExactly(
                        "tool",
                        "outcome",
                        "policy",
                        "registry",
                        "submission",
                        "counts",
                        "checked",
                        "findings",
                        "omitted",
                        "waived",
                        "teachers",
                        "files");
        assertThat(json.get("tool").toString()).isEqualTo("""
                {"name":"provgate","version":"0.1.0"}""");
        assertThat(json.get("outcome").stringValue()).isEqualTo("quarantined");
        assertThat(json.get("policy").get("audit").booleanValue()).isFalse();
        assertThat(json.get("submission").toString()).isEqualTo("""
                {"name":"demo/harbour/1","manifest":"provenance.yaml","format":"native",\
                "dataset":{"name":"Harbour phrasebook","version":"1.0.0","license":"CC-BY-4.0"}}""");
        assertThat(json.get("counts").toString()).isEqualTo("""
                {"error":2,"warning":8,"note":0,"waived":1}""");
        assertThat(json.get("omitted").toString()).isEqualTo("""
                {"declaration-unused":7}""");
    }

    @Test
    void aFindingHasItsPlaceItsEvidenceAndItsFix() {
        JsonNode json = read(Samples.written(JsonReport.pretty(), Samples.quarantined(), Samples.context()));

        assertThat(json.get("findings").get(1).toString()).isEqualTo("""
                {"code":"teacher-undeclared","severity":"error",\
                "subject":{"kind":"file","name":"data/a b.jsonl"},\
                "message":"data/a b.jsonl speaks for anthropic, which the manifest does not name",\
                "remedy":"Name the teacher, or take its rows out.",\
                "file":"data/a b.jsonl","line":17,"column":1,"pointer":"",\
                "evidence":[{"provider":"anthropic","model":"claude-3-opus","strength":"conclusive",\
                "fingerprint":"self-naming","count":3,"rows":2,"line":17,\
                "excerpt":"I am Claude, made by Anthropic"}],\
                "fix":[{"op":"add","path":"/teachers/-",\
                "value":{"id":"claude","uses":["generated"],"rows":3}}]}""");
        assertThat(json.get("findings").get(2).get("fix").toString()).isEqualTo("""
                [{"op":"remove","path":"/sources/1"},{"op":"replace","path":"/teachers","value":"none"}]""");
    }

    @Test
    void aWaivedFindingNamesItsWaiver() {
        JsonNode waived = read(Samples.written(JsonReport.pretty(), Samples.quarantined(), Samples.context()))
                .get("waived")
                .get(0);

        assertThat(waived.get("code").stringValue()).isEqualTo("file-unlisted");
        assertThat(waived.get("waiver").toString()).isEqualTo("""
                {"dataset":"demo/harbour","subject":"file:notes.bin","reason":"agreed on the telephone",\
                "approver":"ops@example.org","expires":"2027-01-31"}""");
    }

    @Test
    void teachersCiteTheGoverningTerms() {
        JsonNode teachers = read(Samples.written(JsonReport.pretty(), Samples.quarantined(), Samples.context()))
                .get("teachers");

        assertThat(teachers.get(0).toString()).isEqualTo("""
                {"declared":"gpt-4-0613","id":"judge","provider":"openai","family":"gpt-4","candidates":[],\
                "terms":{"category":"prohibited-competing","conditions":["no-competing-model"],\
                "document":"openai-terms","title":"OpenAI Terms of Use","section":"2(c)(iii)",\
                "edition":"2023-03-14","source":"https://example.org/terms/2023-03-14","channel":"provider-api",\
                "family":"gpt-4","verified":true}}""");
        assertThat(teachers.get(1).get("provider").isNull()).isTrue();
        assertThat(teachers.get(1).get("terms").get("category").stringValue()).isEqualTo("unknown");
        assertThat(teachers.get(1).get("terms").get("document").isNull()).isTrue();
    }

    @Test
    void rowsAreNullWhereThereAreNoneToCountOrTheyAreUnknown() {
        JsonNode files = read(Samples.written(JsonReport.pretty(), Samples.accepted(), Samples.context()))
                .get("files");

        assertThat(files.get(0).get("rows").longValue()).isEqualTo(1_234);
        assertThat(files.get(1).get("rows").isNull()).isTrue();
        assertThat(files.get(2).get("rows").isNull()).isTrue();
        assertThat(files.get(0).get("coverage").toString()).isEqualTo("""
                {"bytesRead":1200,"rowsRead":1234,"complete":true}""");
    }

    @Test
    void withoutAManifestFormatAndDatasetAreNull() {
        JsonNode submission = read(Samples.written(JsonReport.pretty(), Samples.unreadable(), Samples.context()))
                .get("submission");

        assertThat(submission.toString()).isEqualTo("""
                {"name":"demo/harbour/1","manifest":null,"format":null,\
                "dataset":{"name":null,"version":null,"license":null}}""");
    }

    @Test
    void anAuditingPolicyIsSaidToAudit() {
        JsonNode json = read(Samples.written(JsonReport.pretty(), Samples.accepted(), Samples.context()));

        assertThat(json.get("outcome").stringValue()).isEqualTo("accepted");
        assertThat(json.get("policy").get("audit").booleanValue()).isTrue();
    }

    @Test
    void theIndentedFormIsLaidOutInTwoSpaces() {
        String json = Samples.written(JsonReport.pretty(), Samples.accepted(), Samples.context());

        assertThat(json)
                .startsWith("""
                {
                  "tool": {
                    "name": "provgate",
                    "version": "0.1.0"
                  },
                  "outcome": "accepted",
                """)
                .contains("\n  \"findings\": [],\n  \"omitted\": {},\n")
                .endsWith("}\n");
    }

    @Test
    void theOneLineFormIsOneLineOfTheSameReport() {
        String line = Samples.written(JsonReport.oneLine(), Samples.quarantined(), Samples.context());

        assertThat(line).endsWith("}\n");
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(read(line))
                .isEqualTo(read(Samples.written(JsonReport.pretty(), Samples.quarantined(), Samples.context())));
    }

    @Test
    void nothingButTheToolsVersionComesFromTheContext() {
        String here = Samples.written(JsonReport.pretty(), Samples.quarantined(), Samples.context());
        ReportContext elsewhere = ReportContext.of("0.1.0", Samples.DAY.plusDays(1), List.of())
                .inColour(true)
                .linkingTo("https://example.org/rules/")
                .rootedAt("s3://bucket/demo/harbour/1/");

        assertThat(Samples.written(JsonReport.pretty(), Samples.quarantined(), elsewhere))
                .isEqualTo(here);
    }

    @Test
    void whatSteersATerminalIsEscapedAndReadsBackTheSame() {
        String poison = "\u001b[31m\u009b2J\u007f\u202egnp\u2028\u0000 København 😀";
        String json = Samples.written(JsonReport.pretty(), Samples.poisoned(poison), Samples.context());

        assertThat(json.codePoints().filter(point -> point != '\n').filter(Printable::steers))
                .isEmpty();
        assertThat(json).contains("København 😀");
        assertThat(read(json).get("findings").get(0).get("message").stringValue())
                .isEqualTo("message " + poison);
    }

    @Test
    void halfASurrogatePairBecomesAReplacementCharacter() {
        String json = Samples.written(JsonReport.pretty(), Samples.poisoned("a\ud800b"), Samples.context());

        assertThat(read(json).get("submission").get("name").stringValue()).isEqualTo("a\ufffdb");
    }

    @Test
    void aStreamThatFailsIsAnIoFault() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> JsonReport.pretty().write(Samples.accepted(), Samples.context(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }
}
