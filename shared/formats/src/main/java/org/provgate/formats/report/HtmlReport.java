package org.provgate.formats.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Verdict;

/// One page that needs nothing else: no script, no font, no image, nothing fetched. Its content policy lets only
/// its own style sheet count, so even a mistake in escaping could not run anything.
final class HtmlReport implements ReportWriter {

    private static final String STYLE = style();

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'".formatted(digest(STYLE));

    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page(new Html(writer), verdict, context);
        writer.flush();
    }

    private static void page(Html html, Verdict verdict, ReportContext context) throws IOException {
        Report report = verdict.report();
        html.raw("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <title>""".formatted(POLICY));
        html.text("%s: %s".formatted(report.submission(), verdict.outcome()));
        html.raw("</title>\n<style>").raw(STYLE).raw("</style>\n</head>\n<body>\n");
        heading(html, verdict, context);
        HtmlFindings findings = new HtmlFindings(html, context);
        findings.open(report);
        findings.waived(report);
        HtmlTables.teachers(html, report);
        HtmlTables.files(html, report);
        checked(html, report, context);
        footer(html, report, context);
        html.raw("</body>\n</html>\n");
    }

    private static void heading(Html html, Verdict verdict, ReportContext context) throws IOException {
        Report report = verdict.report();
        html.raw("<header>\n<p class=\"%s\">".formatted(verdict.outcome()))
                .element("span", "outcome", verdict.outcome())
                .raw("</p>\n")
                .element("h1", report.submission())
                .raw("\n<p class=\"soft\">")
                .text(dataset(report.manifest()))
                .raw("</p>\n<p class=\"soft\">")
                .text("Decided for %s by Provenance Gate %s; %s."
                        .formatted(context.day(), context.toolVersion(), Wording.ran(report)))
                .raw("</p>\n");
        if (report.policy().mode() == Policy.Mode.AUDIT) {
            html.element("p", "audit", Wording.ONLY_AUDITS).raw("\n");
        }
        html.raw("<ul class=\"counts\">\n");
        for (Severity severity : new Severity[] {Severity.ERROR, Severity.WARNING, Severity.NOTE}) {
            count(html, severity.word(), report.counts().of(severity), severity.word() + "s");
        }
        count(html, "", report.counts().waived(), "waived");
        html.raw("</ul>\n</header>\n");
    }

    private static void count(Html html, String style, int count, String noun) throws IOException {
        html.raw("<li%s><b>".formatted(style.isEmpty() || count == 0 ? "" : " class=\"" + style + "\""))
                .text(Wording.number(count))
                .raw("</b> ")
                .text(noun)
                .raw("</li>\n");
    }

    private static String dataset(ManifestReading reading) {
        String format = reading.formatFound().map(Word::word).orElse("of no known format");
        if (reading instanceof ManifestReading.Read(var manifest, var _, var _)) {
            Dataset dataset = manifest.dataset();
            return "%s %s, %s. Manifest: %s (%s)."
                    .formatted(
                            dataset.name().value().orElse("A dataset without a name"),
                            dataset.version().value().orElse("without a version"),
                            dataset.license().value().orElse("without a licence"),
                            manifest.file(),
                            format);
        }
        return reading.foundIn()
                .map(file -> "Manifest: %s (%s); it could not be read.".formatted(file, format))
                .orElse("No single manifest was found.");
    }

    private static void checked(Html html, Report report, ReportContext context) throws IOException {
        html.raw("<section>\n<h2>Rules that ran</h2>\n<ul class=\"codes\">\n");
        for (var code : report.checked()) {
            html.raw("<li>").link(context.pageOf(code).orElse(""), code.value()).raw("</li>\n");
        }
        html.raw("</ul>\n</section>\n");
    }

    private static void footer(Html html, Report report, ReportContext context) throws IOException {
        html.raw("<footer>\n<dl>\n");
        entry(
                html,
                "Policy",
                "%s, edition %s"
                        .formatted(report.policy().name(), report.policy().edition()));
        entry(html, "Policy digest", report.policy().digest());
        entry(html, "Registry", "edition " + report.registryEdition());
        entry(html, "Registry digest", report.registryDigest());
        entry(html, "Tool", "provgate " + context.toolVersion());
        html.raw("</dl>\n<p>Information for people who decide, not legal advice.</p>\n</footer>\n");
    }

    private static void entry(Html html, String term, String text) throws IOException {
        html.element("dt", term).element("dd", text).raw("\n");
    }

    private static String style() {
        try (InputStream sheet = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(sheet, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
