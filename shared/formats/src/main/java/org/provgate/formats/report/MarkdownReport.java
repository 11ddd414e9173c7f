package org.provgate.formats.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.provgate.core.finding.Finding;
import org.provgate.core.policy.Policy;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.rule.TeacherCase;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Report.Waived;
import org.provgate.core.verdict.Verdict;

/// A short report for comments and job summaries of build servers.
final class MarkdownReport implements ReportWriter {

    /// A comment is read, not searched; the other reports have the rest.
    static final int FINDINGS_SHOWN = 30;

    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        document(writer, verdict, context);
        writer.flush();
    }

    private static void document(Writer out, Verdict verdict, ReportContext context) throws IOException {
        Report report = verdict.report();
        String outcome = verdict.outcome();
        out.append("## %s%s: %s\n\n"
                .formatted(
                        outcome.substring(0, 1).toUpperCase(Locale.ROOT),
                        outcome.substring(1),
                        Markdown.escaped(report.submission())));
        out.append("**%s**; %s.\n".formatted(Wording.counts(report.counts()), Wording.ran(report)));
        if (report.policy().mode() == Policy.Mode.AUDIT) {
            out.append("\n").append(Wording.ONLY_AUDITS).append("\n");
        }
        findings(out, report, context);
        waived(out, report);
        teachers(out, report);
        out.append("\n<sub>%s; provgate %s</sub>\n"
                .formatted(Markdown.escaped(Wording.basis(report)), Markdown.escaped(context.toolVersion())));
    }

    private static void findings(Writer out, Report report, ReportContext context) throws IOException {
        if (report.findings().isEmpty()) {
            return;
        }
        out.append("\n| | Finding | Where | What to do |\n| --- | --- | --- | --- |\n");
        List<Finding> shown = report.findings().stream().limit(FINDINGS_SHOWN).toList();
        for (Finding finding : shown) {
            out.append("| %s | %s<br>%s | %s | %s |\n"
                    .formatted(
                            finding.severity().word(),
                            code(finding, context),
                            Markdown.escaped(finding.message()),
                            where(finding),
                            Markdown.escaped(finding.remedy())));
        }
        int all = report.counts().error()
                + report.counts().warning()
                + report.counts().note();
        if (all > shown.size()) {
            out.append("\n%s more are in the full report.\n".formatted(Wording.number(all - shown.size())));
        }
    }

    private static String code(Finding finding, ReportContext context) {
        String code = Markdown.code(finding.code().value());
        return context.pageOf(finding.code())
                .map(page -> "[%s](%s)".formatted(code, page))
                .orElse(code);
    }

    private static String where(Finding finding) {
        return finding.at().file().isEmpty()
                ? "the submission"
                : Markdown.code("%s:%s:%s"
                        .formatted(
                                finding.at().file(),
                                finding.at().line(),
                                finding.at().column()));
    }

    private static void waived(Writer out, Report report) throws IOException {
        if (report.waived().isEmpty()) {
            return;
        }
        out.append("\n| Waived | Subject | Until | Reason |\n| --- | --- | --- | --- |\n");
        for (Waived waived : report.waived().stream().limit(FINDINGS_SHOWN).toList()) {
            out.append("| %s | %s | %s | %s (%s) |\n"
                    .formatted(
                            Markdown.code(waived.finding().code().value()),
                            Markdown.escaped(waived.finding().subject().toString()),
                            waived.by().expires(),
                            Markdown.escaped(waived.by().reason()),
                            Markdown.escaped(waived.by().approver())));
        }
        if (report.waived().size() > FINDINGS_SHOWN) {
            out.append("\n%s more are waived.\n"
                    .formatted(Wording.number(report.waived().size() - FINDINGS_SHOWN)));
        }
    }

    private static void teachers(Writer out, Report report) throws IOException {
        if (report.teachers().isEmpty()) {
            return;
        }
        out.append("\n| Teacher | Terms | Cited |\n| --- | --- | --- |\n");
        for (TeacherCase teacher :
                report.teachers().stream().limit(FINDINGS_SHOWN).toList()) {
            out.append("| %s, %s | %s | %s |\n"
                    .formatted(
                            Markdown.code(teacher.declared()),
                            Markdown.escaped(Wording.resolution(teacher.resolution())),
                            Markdown.escaped(Wording.category(teacher.terms())),
                            teacher.terms()
                                    .governing()
                                    .map(MarkdownReport::cited)
                                    .orElse("")));
        }
        if (report.teachers().size() > FINDINGS_SHOWN) {
            out.append("\n%s more teachers are declared.\n"
                    .formatted(Wording.number(report.teachers().size() - FINDINGS_SHOWN)));
        }
    }

    private static String cited(Citation citation) {
        return Markdown.escaped(
                Wording.citation(citation) + "; " + citation.edition().source());
    }
}
