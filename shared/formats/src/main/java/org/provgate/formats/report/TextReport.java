package org.provgate.formats.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Report.Waived;
import org.provgate.core.verdict.Verdict;

/// The report that people read in a terminal: grave first, then file by file, each finding with its place, the
/// line it points at, what was seen and what to do.
final class TextReport implements ReportWriter {

    static final Comparator<Finding> IN_READING_ORDER =
            Comparator.comparing(Finding::at).thenComparing(Finding::code);

    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new Page(new TextLines(writer, context.colour()), context).report(verdict);
        writer.flush();
    }

    private record Page(TextLines lines, ReportContext context) {

        void report(Verdict verdict) throws IOException {
            Report report = verdict.report();
            heading(verdict, report);
            for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
                severity(report, severity);
            }
            omitted(report);
            waived(report);
            TextTerms.teachers(lines, report.teachers());
            summary(verdict, report);
        }

        private void heading(Verdict verdict, Report report) throws IOException {
            Ink ink = switch (verdict) {
                case Verdict.Accepted _ -> Ink.GOOD;
                case Verdict.Quarantined _ -> Ink.ERROR;
            };
            lines.line(lines.paint(ink, verdict.outcome()) + "  "
                    + lines.paint(Ink.STRONG, Printable.line(report.submission())));
            lines.line(what(report.manifest()));
        }

        private static String what(ManifestReading manifest) {
            String format = manifest.formatFound().map(Word::word).orElse("of no known format");
            return switch (manifest) {
                case ManifestReading.Read(var read, var _, var _) ->
                    "%s%s, %s; %s (%s)"
                            .formatted(
                                    stated(read.dataset().name(), "a dataset without a name"),
                                    read.dataset().version().value().isPresent()
                                            ? " " + stated(read.dataset().version(), "")
                                            : ", without a version",
                                    stated(read.dataset().license(), "without a licence"),
                                    Printable.line(read.file()),
                                    format);
                case ManifestReading.Unreadable unreadable ->
                    "%s (%s) could not be read".formatted(Printable.line(unreadable.file()), format);
                case ManifestReading.UnsupportedVersion newer ->
                    "%s (%s) is of a version that is not known here".formatted(Printable.line(newer.file()), format);
                case ManifestReading.Several(var files) ->
                    "more than one manifest: " + Printable.line(String.join(", ", files));
                case ManifestReading.Missing _ -> "no manifest";
            };
        }

        private static String stated(Field<String> field, String otherwise) {
            return Printable.line(field.value().orElse(otherwise));
        }

        private void severity(Report report, Severity severity) throws IOException {
            Map<String, List<Finding>> byFile = report.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .collect(Collectors.groupingBy(finding -> finding.at().file(), TreeMap::new, Collectors.toList()));
            if (byFile.isEmpty()) {
                return;
            }
            lines.blank();
            lines.line(lines.paint(
                    Ink.of(severity), Wording.counted(report.counts().of(severity), severity.word())));
            for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
                lines.blank();
                lines.line("  "
                        + lines.paint(
                                Ink.STRONG,
                                file.getKey().isEmpty() ? "the submission as a whole" : Printable.line(file.getKey())));
                for (Finding finding :
                        file.getValue().stream().sorted(IN_READING_ORDER).toList()) {
                    TextFinding.write(lines, finding, context.lines());
                }
            }
        }

        private void omitted(Report report) throws IOException {
            if (report.omitted().isEmpty()) {
                return;
            }
            lines.blank();
            lines.line("Left out, as there are so many alike");
            for (Map.Entry<RuleCode, Integer> code : report.omitted().entrySet()) {
                lines.line("  %s more of %s".formatted(Wording.number(code.getValue()), code.getKey()));
            }
        }

        private void waived(Report report) throws IOException {
            if (report.waived().isEmpty()) {
                return;
            }
            lines.blank();
            lines.line(lines.paint(Ink.STRONG, "Waived"));
            for (Waived waived : report.waived()) {
                lines.wrapped(
                        2,
                        "%s  %s"
                                .formatted(
                                        waived.finding().code(),
                                        waived.finding().subject()));
                lines.wrapped(4, waived.finding().message());
                lines.wrapped(
                        4,
                        "by %s until %s: %s"
                                .formatted(
                                        waived.by().approver(),
                                        waived.by().expires(),
                                        waived.by().reason()));
            }
        }

        private void summary(Verdict verdict, Report report) throws IOException {
            lines.blank();
            lines.line("%s: %s; %s".formatted(verdict.outcome(), Wording.counts(report.counts()), Wording.ran(report)));
            lines.wrapped(0, Wording.basis(report));
            if (report.policy().mode() == Policy.Mode.AUDIT) {
                lines.wrapped(0, Wording.ONLY_AUDITS);
            }
            if (!report.findings().isEmpty()) {
                lines.line("More about a code: provgate explain %s"
                        .formatted(report.findings().getFirst().code()));
            }
        }
    }
}
