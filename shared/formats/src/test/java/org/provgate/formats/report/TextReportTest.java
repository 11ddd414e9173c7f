package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void aQuarantinedSubmissionIsReportedInFull() {
        String text = Samples.written(new TextReport(), Samples.quarantined(), Samples.context());

        assertThat(text).isEqualTo("""
                quarantined  demo/harbour/1
                Harbour phrasebook 1.0.0, CC-BY-4.0; provenance.yaml (native)

                2 errors

                  data/a b.jsonl
                    17:1  teacher-undeclared  file:data/a b.jsonl
                        data/a b.jsonl speaks for anthropic, which the manifest does not name
                        seen    line 17: anthropic claude-3-opus, conclusive, 3 times in 2 rows (self-naming)
                                “I am Claude, made by Anthropic”
                        remedy  Name the teacher, or take its rows out.
                        fix     provgate fix applies it

                  provenance.yaml
                    6:12  teacher-terms-forbid-training  teacher:judge
                        OpenAI's terms of 2023-03-14 forbid training other models on the output of gpt-4-0613
                            6 |     model: gpt-4-0613
                              |            ^
                        remedy  Name the teacher, or take its rows out.

                8 warnings

                  provenance.yaml
                    4:3  declaration-unused  source:forum
                        source forum is declared, but no file names it
                            4 | teachers:
                              |   ^
                        remedy  Name it where it is used, or take it out.
                        fix     provgate fix applies it

                Left out, as there are so many alike
                  7 more of declaration-unused

                Waived
                  file-unlisted  file:notes.bin
                    notes.bin has no entry in the manifest
                    by ops@example.org until 2027-01-31: agreed on the telephone

                Teachers
                  gpt-4-0613: gpt-4 of openai
                      prohibited-competing (no-competing-model)
                      OpenAI Terms of Use, 2(c)(iii), edition 2023-03-14
                      https://example.org/terms/2023-03-14
                  mystery-9b: not known to the registry
                      terms not known

                quarantined: 2 errors, 8 warnings, 1 waived; 5 rules ran over 3 files
                policy hub-default, edition 2026-11-01 (sha256:0123456789ab); registry of 2026-11-23
                More about a code: provgate explain teacher-terms-forbid-training
                """);
    }

    @Test
    void anAuditingPolicyIsSaidToAudit() {
        String text = Samples.written(new TextReport(), Samples.accepted(), Samples.context());

        assertThat(text).isEqualTo("""
                accepted  demo/harbour/1
                Harbour phrasebook 1.0.0, CC-BY-4.0; provenance.yaml (native)

                Teachers
                  gpt-4-0613: gpt-4 of openai
                      prohibited-competing (no-competing-model)
                      OpenAI Terms of Use, 2(c)(iii), edition 2023-03-14
                      https://example.org/terms/2023-03-14
                  mystery-9b: not known to the registry
                      terms not known

                accepted: nothing found; 5 rules ran over 3 files
                policy hub-default, edition 2026-11-01 (sha256:0123456789ab); registry of 2026-11-23
                The policy only audits: the outcome is recorded, and every file stays readable all the same.
                """);
    }

    @Test
    void aFindingAboutTheWholeSubmissionHasNoLine() {
        assertThat(Samples.written(new TextReport(), Samples.unreadable(), Samples.context()))
                .startsWith("""
                        quarantined  demo/harbour/1
                        no manifest

                        1 error

                          the submission as a whole
                            manifest-missing  submission:demo/harbour/1
                                there is no manifest
                                remedy  Write a provenance.yaml.
                        """);
    }

    @Test
    void colourComesOnlyWhenAskedFor() {
        String plain = Samples.written(new TextReport(), Samples.quarantined(), Samples.context());
        String coloured = Samples.written(
                new TextReport(), Samples.quarantined(), Samples.context().inColour(true));

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;31m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void nothingOfAContributorSteersTheTerminal() {
        String poison = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\r\nforged: line\u2029\ud800";
        ReportContext context = Samples.context().showing((file, line) -> Optional.of("x " + poison));
        String text = Samples.written(new TextReport(), Samples.poisoned(poison), context);

        assertThat(text.codePoints().filter(point -> point != '\n').filter(Printable::steers))
                .isEmpty();
        assertThat(text.lines()).noneMatch(line -> line.startsWith("forged"));
        assertThat(text).contains("␛[2J<U+009B>31m<U+202E>  forged: line<U+2029>\uFFFD");
    }

    @Test
    void theCaretStandsUnderItsColumnWhateverTheWidthOfTheCharacters() {
        assertThat(Snippet.of("name: 港町 phrase", 10)).isEqualTo(new Snippet("name: 港町 phrase", 11));
        assertThat(Snippet.of("e\u0301: x", 5)).isEqualTo(new Snippet("e\u0301: x", 3));
        assertThat(Snippet.of("\tname", 2)).isEqualTo(new Snippet(" name", 1));
        assertThat(Snippet.of("short", 99)).isEqualTo(new Snippet("short", 5));
    }

    @Test
    void aLongLineIsCutRoundItsPlaceAndNeverThroughACharacter() {
        Snippet snippet = Snippet.of("😀".repeat(2_000), 2_002);

        assertThat(snippet.text()).startsWith("…😀").endsWith("😀…").doesNotContain("\uFFFD");
        assertThat(Columns.of(snippet.text())).isLessThan(120);
    }

    @Test
    void longMessagesAreBrokenAtBlanks() {
        assertThat(Columns.wrapped("a bb ccc dddd", 6)).containsExactly("a bb", "ccc", "dddd");
        assertThat(Columns.wrapped("abcdefghij k", 4)).containsExactly("abcdefghij", "k");
        assertThat(Columns.wrapped("", 4)).containsExactly("");
    }
}
