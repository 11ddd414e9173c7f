package org.provgate.formats.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.provgate.core.facts.Evidence;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Report.Waived;
import org.provgate.formats.report.JsonStream.Layout;

/// Findings of the HTML report, grave first, then file by file.
record HtmlFindings(Html html, ReportContext context) {

    void open(Report report) throws IOException {
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            Map<String, List<Finding>> byFile = report.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .collect(Collectors.groupingBy(finding -> finding.at().file(), TreeMap::new, Collectors.toList()));
            if (byFile.isEmpty()) {
                continue;
            }
            html.raw("<section class=\"%s\">\n".formatted(severity.word()))
                    .element("h2", Wording.counted(report.counts().of(severity), severity.word()))
                    .raw("\n");
            for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
                html.element("h3", file.getKey().isEmpty() ? "the submission as a whole" : file.getKey())
                        .raw("\n");
                for (Finding finding : file.getValue().stream()
                        .sorted(TextReport.IN_READING_ORDER)
                        .toList()) {
                    finding(finding);
                }
            }
            html.raw("</section>\n");
        }
        omitted(report);
    }

    void waived(Report report) throws IOException {
        if (report.waived().isEmpty()) {
            return;
        }
        html.raw("<section>\n<h2>Waived</h2>\n<table>\n")
                .head("Code", "Subject", "Finding", "Reason", "Approved by", "Until")
                .raw("<tbody>\n");
        for (Waived waived : report.waived()) {
            html.raw("<tr>")
                    .cell("Code", "", waived.finding().code().value())
                    .cell("Subject", "long", waived.finding().subject().toString())
                    .cell("Finding", "long", waived.finding().message())
                    .cell("Reason", "long", waived.by().reason())
                    .cell("Approved by", "", waived.by().approver())
                    .cell("Until", "", waived.by().expires().toString())
                    .raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n</section>\n");
    }

    private void omitted(Report report) throws IOException {
        if (report.omitted().isEmpty()) {
            return;
        }
        html.raw("<section>\n<h2>Left out, as there are so many alike</h2>\n<ul>\n");
        for (Map.Entry<RuleCode, Integer> code : report.omitted().entrySet()) {
            html.element("li", "%s more of %s".formatted(Wording.number(code.getValue()), code.getKey()))
                    .raw("\n");
        }
        html.raw("</ul>\n</section>\n");
    }

    private void finding(Finding finding) throws IOException {
        html.raw("<article>\n<header><b>")
                .link(context.pageOf(finding.code()).orElse(""), finding.code().value())
                .raw("</b> ")
                .element("span", finding.subject().toString())
                .raw(" ")
                .element("span", "soft", place(finding))
                .raw("</header>\n")
                .element("p", "message", finding.message())
                .raw("\n");
        snippet(finding);
        if (!finding.evidence().isEmpty()) {
            html.raw("<ul class=\"evidence\">\n");
            for (Evidence evidence : finding.evidence()) {
                html.raw("<li>")
                        .text("%s: %s".formatted(Wording.sentence(Wording.where(evidence)), Wording.sign(evidence)))
                        .element("blockquote", evidence.excerpt())
                        .raw("</li>\n");
            }
            html.raw("</ul>\n");
        }
        html.raw("<p class=\"remedy\"><b>Remedy</b> ").text(finding.remedy()).raw("</p>\n");
        if (!finding.fix().isEmpty()) {
            html.raw("<p class=\"soft\">provgate fix applies this:</p>\n")
                    .element("pre", fix(finding))
                    .raw("\n");
        }
        html.raw("</article>\n");
    }

    private static String place(Finding finding) {
        String lines = "line %s, column %s"
                .formatted(Wording.number(finding.at().line()), finding.at().column());
        if (finding.at().file().isEmpty()) {
            return "";
        }
        return finding.at().pointer().isEmpty()
                ? lines
                : lines + ", " + finding.at().pointer();
    }

    private void snippet(Finding finding) throws IOException {
        Optional<String> line = finding.at().file().isEmpty()
                ? Optional.empty()
                : context.lines().line(finding.at().file(), finding.at().line()).filter(text -> !text.isBlank());
        if (line.isEmpty()) {
            return;
        }
        Snippet snippet = Snippet.of(line.get(), finding.at().column());
        html.raw("<pre class=\"source\">")
                .element("span", "gutter", Snippet.gutter(finding.at().line()))
                .text(snippet.text())
                .raw("\n")
                .element("span", "gutter", Snippet.EMPTY_GUTTER)
                .text(" ".repeat(snippet.caret()))
                .element("span", "caret", "^")
                .raw("</pre>\n");
    }

    private static String fix(Finding finding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonStream.write(bytes, Layout.ONE_LINE, json -> {
            json.array();
            finding.fix().forEach(step -> JsonReport.fix(json, step));
            json.end();
        });
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
