package org.provgate.formats.report;

import java.io.IOException;
import java.util.List;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.rule.TeacherCase;
import org.provgate.core.verdict.Report;

/// Teachers with their terms, and files with what was looked into.
final class HtmlTables {

    /// More would make the page slow to open; the JSON report has them all.
    static final int FILES_SHOWN = 2_000;

    private HtmlTables() {}

    static void teachers(Html html, Report report) throws IOException {
        if (report.teachers().isEmpty()) {
            return;
        }
        html.raw("<section>\n<h2>Teachers and their terms</h2>\n");
        for (TeacherCase teacher : report.teachers()) {
            html.raw("<article>\n<header><b>")
                    .text(teacher.declared())
                    .raw("</b> ")
                    .element("span", "soft", Wording.resolution(teacher.resolution()))
                    .raw("</header>\n")
                    .element("p", "message", Wording.category(teacher.terms()))
                    .raw("\n");
            if (!teacher.terms().editions().isEmpty()) {
                html.raw("<ul class=\"evidence\">\n");
                for (Citation citation : teacher.terms().editions()) {
                    citation(html, citation);
                }
                html.raw("</ul>\n");
            }
            html.raw("</article>\n");
        }
        html.raw("</section>\n");
    }

    private static void citation(Html html, Citation citation) throws IOException {
        html.raw("<li>")
                .link(citation.document().url(), Wording.citation(citation))
                .text(" (%s, %s, %s)"
                        .formatted(
                                citation.edition().category().word(),
                                citation.channel().word(),
                                citation.edition().verified() ? "clause read" : "not verified"));
        if (!citation.edition().says().isEmpty()) {
            html.element("blockquote", citation.edition().says());
        }
        html.raw("<span class=\"soft\">")
                .text("Source: ")
                .link(citation.edition().source(), citation.edition().source())
                .raw("</span></li>\n");
    }

    static void files(Html html, Report report) throws IOException {
        List<ObjectFacts> files = report.files();
        long incomplete =
                files.stream().filter(facts -> !facts.coverage().complete()).count();
        html.raw("<section>\n<h2>Files</h2>\n");
        html.element(
                        "p",
                        "soft",
                        incomplete == 0
                                ? "All %s were looked into in full.".formatted(Wording.counted(files.size(), "file"))
                                : "%s of %s were not looked into in full."
                                        .formatted(Wording.number(incomplete), Wording.counted(files.size(), "file")))
                .raw("\n<table>\n")
                .head("Path", "Bytes", "Type", "Rows", "Looked into", "SHA-256")
                .raw("<tbody>\n");
        for (ObjectFacts facts : files.subList(0, Math.min(files.size(), FILES_SHOWN))) {
            html.raw("<tr>")
                    .cell("Path", "long", facts.path())
                    .cell("Bytes", "number", Wording.number(facts.bytes()))
                    .cell("Type", "", facts.mediaType())
                    .cell("Rows", "number", Wording.rows(facts.rows()))
                    .cell("Looked into", "", Wording.coverage(facts))
                    .cell("SHA-256", "digest", facts.sha256().hex())
                    .raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
        if (files.size() > FILES_SHOWN) {
            html.element("p", "%s more are in the JSON report.".formatted(Wording.number(files.size() - FILES_SHOWN)));
        }
        html.raw("</section>\n");
    }
}
