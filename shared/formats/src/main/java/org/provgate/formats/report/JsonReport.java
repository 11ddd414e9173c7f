package org.provgate.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Waiver;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Report.Waived;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.report.JsonStream.Layout;

/// The report that programs read. Members may be added, none is ever renamed.
public final class JsonReport implements ReportWriter {

    private final Layout layout;

    private JsonReport(Layout layout) {
        this.layout = layout;
    }

    public static JsonReport pretty() {
        return new JsonReport(Layout.INDENTED);
    }

    /// One report a line, for many submissions in one stream.
    public static JsonReport oneLine() {
        return new JsonReport(Layout.ONE_LINE);
    }

    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) throws IOException {
        JsonStream.write(out, layout, json -> document(json, verdict, context));
    }

    private static void document(JsonStream json, Verdict verdict, ReportContext context) {
        Report report = verdict.report();
        json.object();
        json.object("tool")
                .text("name", "provgate")
                .text("version", context.toolVersion())
                .end();
        json.text("outcome", verdict.outcome());
        json.object("policy")
                .text("name", report.policy().name())
                .text("digest", report.policy().digest())
                .text("edition", report.policy().edition())
                .flag("audit", report.policy().mode() == Policy.Mode.AUDIT)
                .end();
        json.object("registry")
                .text("edition", report.registryEdition())
                .text("digest", report.registryDigest())
                .end();
        submission(json, report);
        json.object("counts")
                .number("error", report.counts().error())
                .number("warning", report.counts().warning())
                .number("note", report.counts().note())
                .number("waived", report.counts().waived())
                .end();
        json.array("checked");
        report.checked().forEach(code -> json.item(code.value()));
        json.end();
        json.array("findings");
        report.findings().forEach(finding -> {
            json.object();
            finding(json, finding);
            json.end();
        });
        json.end();
        json.object("omitted");
        report.omitted().forEach((code, count) -> json.number(code.value(), count));
        json.end();
        json.array("waived");
        report.waived().forEach(waived -> waived(json, waived));
        json.end();
        json.array("teachers");
        report.teachers().forEach(teacher -> TermsJson.teacher(json, teacher));
        json.end();
        json.array("files");
        report.files().forEach(facts -> {
            json.object();
            FactsJson.measured(json, facts);
            json.end();
        });
        json.end();
        json.end();
    }

    private static void submission(JsonStream json, Report report) {
        ManifestReading manifest = report.manifest();
        json.object("submission")
                .text("name", report.submission())
                .textOrNull("manifest", manifest.foundIn().orElse(""))
                .textOrNull("format", manifest.formatFound().map(Word::word).orElse(""));
        Optional<Dataset> dataset = manifest instanceof ManifestReading.Read(var read, var _, var _)
                ? Optional.of(read.dataset())
                : Optional.empty();
        json.object("dataset")
                .textOrNull(
                        "name", dataset.map(Dataset::name).flatMap(Field::value).orElse(""))
                .textOrNull(
                        "version",
                        dataset.map(Dataset::version).flatMap(Field::value).orElse(""))
                .textOrNull(
                        "license",
                        dataset.map(Dataset::license).flatMap(Field::value).orElse(""))
                .end();
        json.end();
    }

    private static void finding(JsonStream json, Finding finding) {
        json.text("code", finding.code().value())
                .text("severity", finding.severity().word())
                .object("subject")
                .text("kind", finding.subject().kind())
                .text("name", finding.subject().name())
                .end()
                .text("message", finding.message())
                .text("remedy", finding.remedy())
                .text("file", finding.at().file())
                .number("line", finding.at().line())
                .number("column", finding.at().column())
                .text("pointer", finding.at().pointer())
                .array("evidence");
        finding.evidence().forEach(evidence -> FactsJson.evidence(json, evidence, "line"));
        json.end().array("fix");
        finding.fix().forEach(fix -> fix(json, fix));
        json.end();
    }

    private static void waived(JsonStream json, Waived waived) {
        Waiver waiver = waived.by();
        json.object();
        finding(json, waived.finding());
        json.object("waiver")
                .text("dataset", waiver.dataset())
                .text("subject", waiver.subject())
                .text("reason", waiver.reason())
                .text("approver", waiver.approver())
                .text("expires", waiver.expires().toString())
                .end();
        json.end();
    }

    static void fix(JsonStream json, Fix fix) {
        json.object();
        switch (fix) {
            case Fix.Add(String path, JsonValue value) -> {
                json.text("op", "add").text("path", path).name("value");
                value(json, value);
            }
            case Fix.Replace(String path, JsonValue value) -> {
                json.text("op", "replace").text("path", path).name("value");
                value(json, value);
            }
            case Fix.Remove(String path) -> json.text("op", "remove").text("path", path);
        }
        json.end();
    }

    private static void value(JsonStream json, JsonValue value) {
        switch (value) {
            case JsonValue.Text(String text) -> json.item(text);
            case JsonValue.Whole(long number) -> json.item(number);
            case JsonValue.Items(var values) -> {
                json.array();
                values.forEach(item -> value(json, item));
                json.end();
            }
            case JsonValue.Members(var values) -> {
                json.object();
                values.forEach((name, member) -> value(json.name(Printable.wellFormed(name)), member));
                json.end();
            }
        }
    }
}
