package org.provgate.formats.mend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.mend.Mending.Notation;

class MendingTest {

    private static final String YAML = """
            # ours
            manifest: x
            dataset:
              name: tides   # the name
              licence: MIT
            teachers:
              # one model
              - id: t1
                model: "a b"
                uses: generated
              - id: t2
                model: c
            files: [{path: a, bytes: 1}, {path: b}]
            """;

    private static Mending yaml(Fix... remedy) {
        return Mending.of(YAML, Notation.YAML, List.of(List.of(remedy)));
    }

    private static JsonValue text(String text) {
        return JsonValue.text(text);
    }

    private static JsonValue members(String... pairs) {
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put(pairs[i], text(pairs[i + 1]));
        }
        return new JsonValue.Members(members);
    }

    @Test
    void aValueIsReplacedAndItsCommentStays() {
        assertThat(yaml(new Fix.Replace("/dataset/name", text("low tides"))).text())
                .isEqualTo(YAML.replace("tides ", "\"low tides\" "));
    }

    @Test
    void aKeyIsRenamedInItsPlace() {
        Mending mending = yaml(new Fix.Remove("/dataset/licence"), new Fix.Add("/dataset/license", text("MIT")));

        assertThat(mending.text()).isEqualTo(YAML.replace("licence", "license"));
        assertThat(mending.applied()).hasSize(1);
    }

    @Test
    void aMemberIsAddedUnderTheLastOne() {
        assertThat(yaml(new Fix.Add("/dataset/version", text("1.0"))).text())
                .isEqualTo(YAML.replace("  licence: MIT\n", "  licence: MIT\n  version: \"1.0\"\n"));
    }

    @Test
    void anItemIsAddedUnderTheLastOne() {
        assertThat(yaml(new Fix.Add("/teachers/-", members("provider", "OpenAI", "model", "gpt-4")))
                        .text())
                .isEqualTo(YAML.replace("    model: c\n", "    model: c\n  - provider: OpenAI\n    model: gpt-4\n"));
    }

    @Test
    void aSingleValueBecomesAList() {
        assertThat(yaml(new Fix.Replace("/teachers/0/uses", new JsonValue.Items(List.of(text("generated")))))
                        .text())
                .isEqualTo(YAML.replace("uses: generated", "uses: [generated]"));
    }

    @Test
    void aMappingBecomesAListOfOne() {
        String yaml = """
                teachers:
                  # one
                  id: t1
                  model: c # c
                files: []
                """;

        assertThat(Mending.of(
                                yaml,
                                Notation.YAML,
                                List.of(List.of(new Fix.Replace(
                                        "/teachers", new JsonValue.Items(List.of(members("id", "t1", "model", "c")))))))
                        .text())
                .isEqualTo("""
                        teachers:
                          # one
                          - id: t1
                            model: c # c
                        files: []
                        """);
    }

    @Test
    void theFirstMemberOfAnItemIsRemoved() {
        assertThat(yaml(new Fix.Remove("/teachers/0/id")).text())
                .isEqualTo(YAML.replace("- id: t1\n    model", "- model"));
    }

    @Test
    void anItemIsRemovedWithItsLines() {
        assertThat(yaml(new Fix.Remove("/teachers/1")).text())
                .isEqualTo(YAML.replace("  - id: t2\n    model: c\n", ""));
    }

    @Test
    void membersInBracesAreAddedAndRemoved() {
        Mending mending = Mending.of(
                YAML,
                Notation.YAML,
                List.of(
                        List.of(new Fix.Add("/files/1/bytes", new JsonValue.Whole(7))),
                        List.of(new Fix.Remove("/files/0/bytes"))));

        assertThat(mending.text())
                .isEqualTo(YAML.replace("{path: a, bytes: 1}, {path: b}", "{path: a}, {path: b, bytes: 7}"));
    }

    @Test
    void theOnlyMemberIsLeft() {
        Mending mending = yaml(new Fix.Remove("/files/1/path"));

        assertThat(mending.text()).isEqualTo(YAML);
        assertThat(mending.left()).hasSize(1);
    }

    @Test
    void whatCannotBeAppliedAsAWholeIsLeftAsAWhole() {
        Mending mending = yaml(new Fix.Replace("/manifest", text("y")), new Fix.Remove("/nowhere/at/all"));

        assertThat(mending.text()).isEqualTo(YAML);
        assertThat(mending.applied()).isEmpty();
    }

    @Test
    void ofTwoThatMeetTheFirstIsApplied() {
        Mending mending = Mending.of(
                YAML,
                Notation.YAML,
                List.of(
                        List.of(new Fix.Remove("/teachers/1")),
                        List.of(new Fix.Replace("/teachers/1/model", text("d"))),
                        List.of(new Fix.Remove("/teachers/1"))));

        assertThat(mending.applied()).hasSize(1);
        assertThat(mending.left()).hasSize(1);
        assertThat(mending.text()).doesNotContain("t2");
    }

    @Test
    void anEmptyValueIsFilledIn() {
        assertThat(Mending.of("a:\nb: 1\n", Notation.YAML, List.of(List.of(new Fix.Replace("/a", text("word")))))
                        .text())
                .isEqualTo("a: word\nb: 1\n");
    }

    @Test
    void theLastLineNeedNotEnd() {
        assertThat(Mending.of("a: 1", Notation.YAML, List.of(List.of(new Fix.Add("/b", text("word")))))
                        .text())
                .isEqualTo("a: 1\nb: \"word\"".replace("\"word\"", "word"));
    }

    @Test
    void linesEndAsTheyDid() {
        assertThat(Mending.of("a: 1\r\nb: 2\r\n", Notation.YAML, List.of(List.of(new Fix.Add("/c", text("word")))))
                        .text())
                .isEqualTo("a: 1\r\nb: 2\r\nc: word\r\n");
    }

    @Test
    void charactersOutsideTheFirstPlaneCountOnce() {
        assertThat(Mending.of(
                                "a: \"😀😀\"\nb: 2\n",
                                Notation.YAML,
                                List.of(List.of(new Fix.Replace("/b", text("word")))))
                        .text())
                .isEqualTo("a: \"😀😀\"\nb: word\n");
    }

    @Test
    void jsonKeepsItsLayout() {
        String json = """
                {
                  "name": "tides",
                  "licence": "MIT",
                  "files": [
                    {"path": "a"}
                  ],
                  "none": []
                }
                """;

        assertThat(Mending.of(
                                json,
                                Notation.JSON,
                                List.of(
                                        List.of(new Fix.Remove("/licence"), new Fix.Add("/license", text("MIT"))),
                                        List.of(new Fix.Add("/files/-", members("path", "b"))),
                                        List.of(new Fix.Add("/none/-", text("x"))),
                                        List.of(new Fix.Add("/version", text("1"))),
                                        List.of(new Fix.Replace("/name", text("low \"tides\"")))))
                        .text())
                .isEqualTo("""
                        {
                          "name": "low \\"tides\\"",
                          "license": "MIT",
                          "files": [
                            {"path": "a"},
                            {"path": "b"}
                          ],
                          "none": ["x"],
                          "version": "1"
                        }
                        """);
    }
}
