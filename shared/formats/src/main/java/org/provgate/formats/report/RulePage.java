package org.provgate.formats.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.RuleSpec;

/// The page of one rule, always in the same order: code, severity, since, fault, why, rejected, accepted, remedy.
public final class RulePage {

    private static final String FENCE = "```";

    private RulePage() {}

    /// For `docs/rules/CODE.md`.
    public static String file(RuleSpec rule) {
        return "<!-- Made from the rule itself: change the rule, not this page. -->\n\n" + markdown(rule);
    }

    /// The page without the note for its editors.
    public static String markdown(RuleSpec rule) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(rule.code()).append("\n\n");
        page.append("**")
                .append(rule.severity().word())
                .append("** by default, since ")
                .append(rule.since())
                .append(". ")
                .append(rule.fault())
                .append(".\n\n");
        page.append(rule.why()).append("\n\n## Rejected\n\n");
        example(page, rule.rejected());
        page.append("## Accepted\n\n");
        example(page, rule.accepted());
        return page.append("## Remedy\n\n").append(rule.remedy()).append('\n').toString();
    }

    /// For `provgate explain CODE`.
    public static String text(RuleSpec rule, boolean colour) {
        StringBuilder page = new StringBuilder();
        TextLines lines = new TextLines(page, colour);
        try {
            lines.line(lines.paint(Ink.STRONG, rule.code().value()));
            lines.line("%s by default, since %s"
                    .formatted(
                            lines.paint(Ink.of(rule.severity()), rule.severity().word()), rule.since()));
            lines.blank();
            lines.wrapped(0, rule.fault() + ".");
            lines.wrapped(0, rule.why());
            example(lines, "Rejected", rule.rejected());
            example(lines, "Accepted", rule.accepted());
            lines.blank();
            lines.line(lines.paint(Ink.STRONG, "Remedy"));
            lines.wrapped(2, rule.remedy());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return page.toString();
    }

    /// What is special about an example, in a sentence.
    private static String shape(Example example) {
        return example.quarantined().isEmpty()
                ? manifest(example)
                : "The hub has quarantined %s. ".formatted(example.quarantined()) + manifest(example);
    }

    private static String manifest(Example example) {
        return switch (example.shape()) {
            case NONE -> "There is no manifest.";
            case WHOLE -> "The whole manifest:";
            case OVERLAY ->
                example.manifest().isBlank()
                        ? "The manifest is the one that all examples start from."
                        : "In the manifest that all examples start from, these keys are:";
        };
    }

    private static boolean showsManifest(Example example) {
        return example.shape() != Example.Shape.NONE && !example.manifest().isBlank();
    }

    private static void example(StringBuilder page, Example example) {
        page.append(shape(example)).append("\n\n");
        if (showsManifest(example)) {
            fenced(page, "yaml", example.manifest());
        }
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            page.append("With the file `").append(file.getKey()).append("`:\n\n");
            fenced(page, "text", file.getValue());
        }
        if (!example.policy().isEmpty()) {
            page.append("Under the policy:\n\n");
            fenced(page, "yaml", example.policy());
        }
    }

    private static void fenced(StringBuilder page, String language, String text) {
        String fence = FENCE;
        while (text.contains(fence)) {
            fence += "`";
        }
        page.append(fence).append(language).append('\n').append(text);
        if (!text.endsWith("\n")) {
            page.append('\n');
        }
        page.append(fence).append("\n\n");
    }

    private static void example(TextLines lines, String title, Example example) throws IOException {
        lines.blank();
        lines.line(lines.paint(Ink.STRONG, title));
        lines.wrapped(2, shape(example));
        if (showsManifest(example)) {
            quoted(lines, example.manifest());
        }
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            lines.wrapped(2, "With the file " + file.getKey() + ":");
            quoted(lines, file.getValue());
        }
        if (!example.policy().isEmpty()) {
            lines.wrapped(2, "Under the policy:");
            quoted(lines, example.policy());
        }
    }

    private static void quoted(TextLines lines, String text) throws IOException {
        for (String line : text.stripTrailing().split("\n", -1)) {
            lines.line(("    " + Printable.line(line)).stripTrailing());
        }
    }
}
