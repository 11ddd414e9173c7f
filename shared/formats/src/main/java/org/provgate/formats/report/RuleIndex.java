package org.provgate.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.provgate.core.finding.Severity;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.RuleSpec;
import org.provgate.formats.report.JsonStream.Layout;

/// The list of all rules, in the order they run.
public final class RuleIndex {

    private RuleIndex() {}

    /// For `provgate rules`.
    public static String text(List<RuleSpec> rules, boolean colour) {
        StringBuilder list = new StringBuilder();
        TextLines lines = new TextLines(list, colour);
        int codes = rules.stream()
                .mapToInt(rule -> rule.code().value().length())
                .max()
                .orElse(0);
        try {
            for (RuleSpec rule : rules) {
                lines.labelled(
                        Ink.of(rule.severity()),
                        Columns.padded(rule.code().value(), codes) + "  "
                                + Columns.padded(
                                        rule.severity().word(),
                                        Severity.WARNING.word().length()) + "  ",
                        rule.fault());
            }
            lines.blank();
            lines.line(Wording.counted(rules.size(), "rule") + "; more about one: provgate explain CODE");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return list.toString();
    }

    /// For `provgate rules --format json`.
    public static void json(List<RuleSpec> rules, OutputStream out) throws IOException {
        JsonStream.write(out, Layout.INDENTED, json -> {
            json.object().array("rules");
            for (RuleSpec rule : rules) {
                json.object()
                        .text("code", rule.code().value())
                        .text("severity", rule.severity().word())
                        .text("since", rule.since())
                        .text("fault", rule.fault())
                        .text("why", rule.why())
                        .text("remedy", rule.remedy())
                        .end();
            }
            json.end().end();
        });
    }

    /// For `docs/rules/README.md`.
    public static String markdown(List<RuleSpec> rules) {
        StringBuilder page = new StringBuilder("""
                <!-- Made from the rules themselves: change a rule, not this page. -->

                # Rules

                In the order they run. Severities are those without a word of the policy; a policy may change them,
                start them on a day, or switch them off. `provgate explain CODE` prints a page in the terminal.

                | Code | Severity | Since | Fault |
                | --- | --- | --- | --- |
                """);
        for (RuleSpec rule : rules) {
            page.append("| [%s](%s.md) | %s | %s | %s |\n"
                    .formatted(
                            rule.code(),
                            rule.code(),
                            rule.severity().word(),
                            rule.since(),
                            Markdown.escaped(rule.fault())));
        }
        page.append("""

                ## What the examples start from

                Each example shows only the keys of the manifest that it replaces, and its files where they differ.
                `SHA256(path)` stands for the digest of the example's file of that path. The rest is this manifest:

                ```yaml
                %s```

                with `%s`:

                ```text
                %s```
                """.formatted(Example.BASE_MANIFEST, Example.BASE_FILE, Example.BASE_TEXT));
        return page.toString();
    }
}
