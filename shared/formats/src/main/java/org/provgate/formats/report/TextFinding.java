package org.provgate.formats.report;

import java.io.IOException;
import java.util.Optional;
import org.provgate.core.facts.Evidence;
import org.provgate.core.finding.Finding;

/// One finding of the text report: place, code and subject, message, the line with a caret, evidence, remedy.
final class TextFinding {

    private static final String INDENT = " ".repeat(4);
    private static final String BODY = " ".repeat(8);

    private TextFinding() {}

    static void write(TextLines lines, Finding finding, SourceLines source) throws IOException {
        String place = finding.at().file().isEmpty()
                ? ""
                : finding.at().line() + ":" + finding.at().column() + "  ";
        lines.line(INDENT
                + lines.paint(Ink.FAINT, place)
                + lines.paint(Ink.of(finding.severity()), finding.code().value())
                + "  "
                + Printable.line(finding.subject().toString()));
        lines.labelled(BODY, finding.message());
        snippet(lines, finding, source);
        for (Evidence evidence : finding.evidence()) {
            lines.labelled(
                    Ink.FAINT, BODY + "seen    ", "%s: %s".formatted(Wording.where(evidence), Wording.sign(evidence)));
            lines.labelled(BODY + "        ", "“" + evidence.excerpt() + "”");
        }
        if (!finding.remedy().isEmpty()) {
            lines.labelled(Ink.FAINT, BODY + "remedy  ", finding.remedy());
        }
        if (!finding.fix().isEmpty()) {
            lines.labelled(Ink.FAINT, BODY + "fix     ", "provgate fix applies it");
        }
    }

    private static void snippet(TextLines lines, Finding finding, SourceLines source) throws IOException {
        if (finding.at().file().isEmpty()) {
            return;
        }
        Optional<String> text = source.line(finding.at().file(), finding.at().line());
        if (text.filter(line -> !line.isBlank()).isEmpty()) {
            return;
        }
        Snippet snippet = Snippet.of(text.get(), finding.at().column());
        lines.line(BODY + lines.paint(Ink.FAINT, Snippet.gutter(finding.at().line())) + snippet.text());
        lines.line(BODY
                + lines.paint(Ink.FAINT, Snippet.EMPTY_GUTTER)
                + " ".repeat(snippet.caret())
                + lines.paint(Ink.of(finding.severity()), "^"));
    }
}
