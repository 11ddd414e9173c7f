package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.RuleSpec;

class RulePageTest {

    private static final RuleSpec RULE = new RuleSpec(
            new RuleCode("teachers-unknown"),
            "0.1",
            Severity.ERROR,
            "The contributor does not know whether models wrote rows",
            "A hub cannot keep terms that nobody knows.",
            "Find out, then list the teachers or write `teachers: none`.",
            Example.with("teachers: unknown\n", Map.of("data/train.jsonl", "{\"a\": \"```\"}\n")),
            Example.base());

    @Test
    void thePageHasItsFixedOrder() {
        assertThat(RulePage.markdown(RULE)).isEqualTo("""
                # teachers-unknown

                **error** by default, since 0.1. The contributor does not know whether models wrote rows.

                A hub cannot keep terms that nobody knows.

                ## Rejected

                In the manifest that all examples start from, these keys are:

                ```yaml
                teachers: unknown
                ```

                With the file `data/train.jsonl`:

                ````text
                {"a": "```"}
                ````

                ## Accepted

                The manifest is the one that all examples start from.

                ## Remedy

                Find out, then list the teachers or write `teachers: none`.
                """);
        assertThat(RulePage.file(RULE)).startsWith("<!-- ").endsWith("-->\n\n" + RulePage.markdown(RULE));
    }

    @Test
    void theTerminalShowsTheSamePage() {
        assertThat(RulePage.text(RULE, false)).isEqualTo("""
                teachers-unknown
                error by default, since 0.1

                The contributor does not know whether models wrote rows.
                A hub cannot keep terms that nobody knows.

                Rejected
                  In the manifest that all examples start from, these keys are:
                    teachers: unknown
                  With the file data/train.jsonl:
                    {"a": "```"}

                Accepted
                  The manifest is the one that all examples start from.

                Remedy
                  Find out, then list the teachers or write `teachers: none`.
                """);
    }

    @Test
    void anExampleWithoutAManifestSaysSo() {
        RuleSpec missing = new RuleSpec(
                new RuleCode("manifest-missing"),
                "0.1",
                Severity.ERROR,
                "There is no manifest",
                "Nothing is declared.",
                "Write one.",
                Example.withoutManifest(),
                Example.whole("manifest: dataset-provenance/v1"));

        assertThat(RulePage.markdown(missing))
                .contains("## Rejected\n\nThere is no manifest.\n\n## Accepted")
                .contains("The whole manifest:\n\n```yaml\nmanifest: dataset-provenance/v1\n```\n");
    }

    @Test
    void theIndexListsEveryRuleInItsOrder() {
        assertThat(RuleIndex.text(List.of(RULE, Samples.RULES.get(2)), false)).isEqualTo("""
                teachers-unknown    error    The contributor does not know whether models wrote rows
                declaration-unused  warning  A declared source or teacher is used by no file

                2 rules; more about one: provgate explain CODE
                """);
        assertThat(RuleIndex.markdown(List.of(RULE)))
                .contains("| [teachers-unknown](teachers-unknown.md) | error | 0.1 | The contributor does not know")
                .contains("```yaml\nmanifest: dataset-provenance/v1\n")
                .contains("with `data/train.jsonl`:");
    }

    @Test
    void theIndexIsJsonToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RuleIndex.json(List.of(RULE), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "rules": [
                    {
                      "code": "teachers-unknown",
                      "severity": "error",
                      "since": "0.1",
                      "fault": "The contributor does not know whether models wrote rows",
                      "why": "A hub cannot keep terms that nobody knows.",
                      "remedy": "Find out, then list the teachers or write `teachers: none`."
                    }
                  ]
                }
                """);
    }
}
