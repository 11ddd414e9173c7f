package org.provgate.formats.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Sighting;
import org.provgate.core.facts.Strength;
import org.provgate.formats.report.ExplainedFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactsReportTest {

    private static final List<ObjectFacts> FILES = List.of(
            new ObjectFacts(
                    "data/a.jsonl",
                    1_200_000,
                    new Sha256("0f".repeat(32)),
                    "application/jsonl",
                    new Rows.Counted(4_000),
                    new Coverage(1_200_000, 4_000, true),
                    List.of(new Evidence(new Maker.Unknown(), Strength.STRONG, "refusal", 7, 6, 12, "As an AI \u202e")),
                    List.of(),
                    1),
            new ObjectFacts(
                    "b\u001b[2J.zip",
                    10,
                    new Sha256("a0".repeat(32)),
                    "application/zip",
                    new Rows.Unknown(),
                    new Coverage(0, 0, false),
                    List.of(),
                    List.of(new Concern(Concern.Kind.UNREADABLE, "the archive is encrypted", 1)),
                    1));

    private static final ExplainedFacts EXPLAINED = new ExplainedFacts(
            FILES.getFirst(),
            List.of(
                    new Sighting("", new Maker.Unknown(), Strength.STRONG, "refusal", 12, "As an AI \u202e"),
                    new Sighting(
                            "in b.zip: in c.jsonl", new Maker.Unknown(), Strength.STRONG, "refusal", 1300, "I cannot")),
            5);

    @Test
    void filesHaveTheMembersOfTheContract() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FactsReport.json(FILES.subList(0, 1), out);

        assertThat(new JsonMapper().readTree(out.toByteArray()).toString()).isEqualTo("""
                {"files":[{"path":"data/a.jsonl","bytes":1200000,\
                "sha256":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",\
                "mediaType":"application/jsonl","rows":4000,\
                "coverage":{"bytesRead":1200000,"rowsRead":4000,"complete":true},\
                "evidence":[{"provider":null,"model":null,"strength":"strong","fingerprint":"refusal","count":7,\
                "rows":6,"firstLine":12,"excerpt":"As an AI \u202e"}],"concerns":[]}]}""");
    }

    @Test
    void theTableShowsConcernsAndEvidenceBelowTheirFile() {
        assertThat(FactsReport.text(FILES, false)).isEqualTo("""
                file                    bytes  type                        rows  looked into  sha256
                data/a.jsonl        1,200,000  application/jsonl          4,000  all          0f0f0f0f0f0f
                    evidence  line 12: a model of an unnamed maker, strong, 7 times in 6 rows (refusal)
                              “As an AI <U+202E>”
                b␛[2J.zip                  10  application/zip        not known  nothing      a0a0a0a0a0a0
                    concern   line 1: the archive is encrypted
                """);
    }

    @Test
    void anExplanationShowsEveryHitBelowTheEvidenceThatCountsIt() {
        assertThat(FactsReport.explainedText(List.of(EXPLAINED), false)).isEqualTo("""
                file                    bytes  type                        rows  looked into  sha256
                data/a.jsonl        1,200,000  application/jsonl          4,000  all          0f0f0f0f0f0f
                    evidence  a model of an unnamed maker, strong, 7 times in 6 rows (refusal)
                              line 12: “As an AI <U+202E>”
                              in b.zip: in c.jsonl, line 1,300: “I cannot”
                              5 hits more
                """);
    }

    @Test
    void hitsStandBesideTheEvidenceInJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FactsReport.explainedJson(List.of(EXPLAINED), out);

        JsonNode file = new JsonMapper().readTree(out.toByteArray()).at("/files/0");
        assertThat(file.at("/evidence")).hasSize(1);
        assertThat(file.at("/hitsLeftOut").asInt()).isEqualTo(5);
        assertThat(file.at("/hits/1").toString()).isEqualTo("""
                {"provider":null,"model":null,"strength":"strong","fingerprint":"refusal",\
                "within":"in b.zip: in c.jsonl","line":1300,"excerpt":"I cannot"}""");
    }
}
