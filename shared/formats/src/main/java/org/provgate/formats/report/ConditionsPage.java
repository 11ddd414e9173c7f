package org.provgate.formats.report;

import java.util.List;
import org.provgate.core.condition.Struct;
import org.provgate.core.condition.Struct.Member;
import org.provgate.core.condition.Variables;

/// For `docs/custom-conditions.md`: what operators' own rules may look at, from the declarations themselves.
public final class ConditionsPage {

    /// @param asks in words
    public record Sample(String asks, String condition) {}

    /// Each compiles; a test sees to that.
    public static final List<Sample> SAMPLES = List.of(
            new Sample("The dataset is in other languages than English.", "dataset.languages != [\"en\"]"),
            new Sample("A teacher's weights are closed.", "teachers.exists(t, t.weights == \"closed\")"),
            new Sample(
                    "A teacher wrote text for the rows in a consumer app.",
                    "teachers.exists(t, \"generated\" in t.uses && t.accessChannel == \"consumer-app\")"),
            new Sample(
                    "A crawl ended before 2024.",
                    "sources.exists(s, s.crawled && has(s.collectionEnd) && s.collectionEnd < \"2024-01-01\")"),
            new Sample(
                    "A file of more than a gigabyte is no Parquet.",
                    "files.exists(f, f.bytes > 1000000000 && f.mediaType != \"application/vnd.apache.parquet\")"),
            new Sample("The licence is none of two.", "!license.ids.all(id, id in [\"CC-BY-4.0\", \"MIT\"])"),
            new Sample(
                    "Nobody of the organisation is among the contributors.",
                    "!contributors.exists(c, c.organization == \"Example AS\")"),
            new Sample(
                    "There are signs of a model, however weak, and no teachers.",
                    "size(evidence) > 0 && manifest.teachers == \"none\""));

    private ConditionsPage() {}

    /// @param bounds lines that say how much a condition may cost
    public static String markdown(List<String> bounds) {
        StringBuilder page = new StringBuilder("""
                <!-- Made from the declarations: change those, not this page. -->

                # Conditions of your own rules

                A policy may have rules of its own. Each asks one question about every submission, and finds a fault
                where the answer is yes:

                ```yaml
                custom:
                  - id: english-only
                    severity: warning
                    condition: dataset.languages != ["en"]
                    message: The dataset is not in English alone.
                    remedy: Ask the operators for another hub.
                ```

                Its code is `custom:english-only`. Like any other it may stand under `rules`, in tiers and in waivers;
                its subject is the submission, `submission:NAME`. `provgate policy check FILE` compiles all conditions,
                and a slip in one is a fault of the policy, with line and column: nothing is decided by such a policy.

                Conditions are written in the [Common Expression Language](https://cel.dev) with its standard functions
                and macros (`has`, `all`, `exists`, `exists_one`, `filter`, `map`), and see the facts that every rule
                sees, under the names below.

                * Days are texts, `YYYY-MM-DD`, and compare as days do.
                * What a submission does not say is `""`, `0`, `false` or an empty list. `has(teacher.family)` tells
                  whether it was said.
                * Where no manifest could be read, what it would have said is empty, and conditions are asked all the
                  same; `manifest.readable` tells.
                * A condition that faults, for instance by dividing by zero or by asking for the third file of two, is a
                  finding of its rule: "could not be evaluated" is neither yes nor no.
                """);
        bounds.forEach(bound -> page.append("* ").append(bound).append('\n'));
        page.append("\n## Variables\n\n");
        table(page, Variables.ALL);
        for (Struct<?> kind : Variables.kinds()) {
            page.append("\n## ").append(kind.name()).append("\n\n");
            page.append(kind.says()).append("\n\n");
            table(page, kind);
        }
        page.append("\n## Examples\n\n| finds a fault where | condition |\n| --- | --- |\n");
        SAMPLES.forEach(sample -> page.append(
                "| %s | `%s` |\n".formatted(sample.asks(), sample.condition().replace("|", "\\|"))));
        return page.toString();
    }

    private static <T> void table(StringBuilder page, Struct<T> kind) {
        page.append("| name | type | |\n| --- | --- | --- |\n");
        for (Member<T> member : kind.members().values()) {
            page.append("| `%s` | %s | %s |\n"
                    .formatted(member.name(), member.type().inWords(), member.says()));
        }
    }
}
