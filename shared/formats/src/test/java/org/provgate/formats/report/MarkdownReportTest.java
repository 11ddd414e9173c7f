package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.Finding;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Verdict;

class MarkdownReportTest {

    @Test
    void aQuarantinedSubmissionFitsAComment() {
        assertThat(Samples.written(
                        new MarkdownReport(),
                        Samples.quarantined(),
                        Samples.context().linkingTo("https://example.org/rules/")))
                .isEqualTo("""
                        ## Quarantined: demo/harbour/1

                        **2 errors, 8 warnings, 1 waived**; 5 rules ran over 3 files.

                        | | Finding | Where | What to do |
                        | --- | --- | --- | --- |
                        | error | \
                        [`teacher-terms-forbid-training`](https://example.org/rules/teacher-terms-forbid-training.md)<br>OpenAI's terms of 2023-03-14 forbid training other models on the output of gpt-4-0613 | `provenance.yaml:6:12` | Name the teacher, or take its rows out. |
                        | error | \
                        [`teacher-undeclared`](https://example.org/rules/teacher-undeclared.md)<br>data/a \
                        b.jsonl speaks for anthropic, which the manifest does not name | `data/a \
                        b.jsonl:17:1` | Name the teacher, or take its rows out. |
                        | warning | \
                        [`declaration-unused`](https://example.org/rules/declaration-unused.md)<br>source \
                        forum is declared, but no file names it | `provenance.yaml:4:3` | Name it where \
                        it is used, or take it out. |

                        7 more are in the full report.

                        | Waived | Subject | Until | Reason |
                        | --- | --- | --- | --- |
                        | `file-unlisted` | file:notes.bin | 2027-01-31 | agreed on the telephone \
                        (ops@&#8203;example.org) |

                        | Teacher | Terms | Cited |
                        | --- | --- | --- |
                        | `gpt-4-0613`, gpt-4 of openai | prohibited-competing (no-competing-model) | \
                        OpenAI Terms of Use, 2(c)(iii), edition 2023-03-14; \
                        https://example.org/terms/2023-03-14 |
                        | `mystery-9b`, not known to the registry | terms not known |  |

                        <sub>policy hub-default, edition 2026-11-01 (sha256:0123456789ab); registry of \
                        2026-11-23; provgate 0.1.0</sub>
                        """);
    }

    @Test
    void nothingOfAContributorIsMarkupOrAMention() {
        String poison = "a|b `c` <img src=x> @team #12 [x](http://evil.example) **d**\n| e \\|";
        String text = Samples.written(new MarkdownReport(), Samples.poisoned(poison), Samples.context());

        assertThat(text)
                .doesNotContain("<img")
                .doesNotContain("@team")
                .doesNotContain("#12")
                .doesNotContain("[x](")
                .contains(
                        "message a\\|b \\`c\\` &lt;img src=x&gt; @&#8203;team \\#&#8203;12 \\[x\\](http://evil.example)"
                                + " \\*\\*d\\*\\* \\| e \\\\\\|");
        assertThat(text.lines().filter(line -> line.startsWith("| error")))
                .singleElement()
                .satisfies(row -> assertThat(row.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(5));
    }

    @Test
    void whatIsLeftOutIsCounted() {
        List<Finding> many = new ArrayList<>(Collections.nCopies(45, Samples.forbidden()));
        String text = Samples.written(
                new MarkdownReport(),
                Verdict.of(Samples.report(Samples.read(), Policy.Mode.ENFORCE, many, List.of(), 10)),
                Samples.context());

        assertThat(text).contains("\n25 more are in the full report.\n");
    }

    @Test
    void anAuditingPolicyIsSaidToAudit() {
        assertThat(Samples.written(new MarkdownReport(), Samples.accepted(), Samples.context()))
                .startsWith("## Accepted: demo/harbour/1\n")
                .contains(Wording.ONLY_AUDITS);
    }
}
