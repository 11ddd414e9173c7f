package org.provgate.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.provgate.core.claim.Word;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Report.Waived;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.report.JsonStream.Layout;

/// SARIF 2.1.0, for code scanning and editors. Paths are relative to the root of the submission.
final class SarifReport implements ReportWriter {

    static final String ROOT = "DATASETROOT";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) throws IOException {
        JsonStream.write(out, Layout.INDENTED, json -> document(json, verdict, context));
    }

    private static void document(JsonStream json, Verdict verdict, ReportContext context) {
        Report report = verdict.report();
        SequencedMap<RuleCode, Integer> rules = indexed(rules(report));
        SequencedMap<String, Integer> files = indexed(filesPointedAt(report));
        json.object()
                .text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .array("runs")
                .object();
        tool(json, context, rules);
        json.object("automationDetails")
                .text("id", Printable.line(report.submission()) + "/")
                .end();
        json.array("invocations")
                .object()
                .flag("executionSuccessful", true)
                .end()
                .end();
        root(json, context);
        artifacts(json, report, files);
        SarifResult result = new SarifResult(json, rules, files, PointerNames.of(report.manifest()));
        json.array("results");
        report.findings().forEach(result::open);
        report.waived().forEach(result::waived);
        json.end();
        json.text("columnKind", "utf16CodeUnits");
        properties(json, verdict);
        json.end().end().end();
    }

    /// Every rule that ran, and any other that a finding names.
    private static SequencedSet<RuleCode> rules(Report report) {
        SequencedSet<RuleCode> rules = new LinkedHashSet<>(report.checked());
        findings(report).map(Finding::code).forEach(rules::add);
        return rules;
    }

    private static SequencedSet<String> filesPointedAt(Report report) {
        SequencedSet<String> files = new LinkedHashSet<>();
        findings(report)
                .map(finding -> finding.at().file())
                .filter(file -> !file.isEmpty())
                .sorted()
                .forEach(files::add);
        return files;
    }

    private static Stream<Finding> findings(Report report) {
        return Stream.concat(
                report.findings().stream(), report.waived().stream().map(Waived::finding));
    }

    private static <T> SequencedMap<T, Integer> indexed(SequencedSet<T> things) {
        SequencedMap<T, Integer> indexes = new LinkedHashMap<>();
        things.forEach(thing -> indexes.put(thing, indexes.size()));
        return indexes;
    }

    private static void tool(JsonStream json, ReportContext context, SequencedMap<RuleCode, Integer> rules) {
        json.object("tool")
                .object("driver")
                .text("name", "provgate")
                .text("fullName", "Provenance Gate " + context.toolVersion())
                .text("version", context.toolVersion())
                .text("semanticVersion", context.toolVersion())
                .array("rules");
        rules.keySet().forEach(code -> rule(json, code, context));
        json.end().end().end();
    }

    private static void rule(JsonStream json, RuleCode code, ReportContext context) {
        json.object().text("id", code.value()).text("name", name(code));
        context.rule(code)
                .ifPresentOrElse(
                        spec -> described(json, spec),
                        () -> json.object("shortDescription")
                                .text("text", "A condition of the policy in force: " + code)
                                .end());
        context.pageOf(code).ifPresent(page -> json.text("helpUri", page));
        json.end();
    }

    private static void described(JsonStream json, RuleSpec spec) {
        json.object("shortDescription")
                .text("text", spec.fault())
                .end()
                .object("fullDescription")
                .text("text", spec.fault() + ". " + spec.why())
                .end()
                .object("help")
                .text("text", spec.why() + "\n\n" + spec.remedy())
                .text("markdown", RulePage.markdown(spec))
                .end()
                .object("defaultConfiguration")
                .text("level", spec.severity().word())
                .end();
    }

    /// `file-missing` is `FileMissing`.
    private static String name(RuleCode code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.value().split("[-:]", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    private static void root(JsonStream json, ReportContext context) {
        json.object("originalUriBaseIds").object(ROOT);
        if (!context.root().isEmpty()) {
            json.text("uri", context.root());
        }
        json.object("description")
                .text("text", "The root of the submission")
                .end()
                .end()
                .end();
    }

    private static void artifacts(JsonStream json, Report report, SequencedMap<String, Integer> files) {
        TreeMap<String, ObjectFacts> measured = new TreeMap<>();
        report.files().forEach(facts -> measured.put(facts.path(), facts));
        json.array("artifacts");
        for (String file : files.keySet()) {
            json.object()
                    .object("location")
                    .text("uri", Uris.ofPath(file))
                    .text("uriBaseId", ROOT)
                    .end();
            ObjectFacts facts = measured.get(file);
            if (facts != null) {
                json.number("length", facts.bytes())
                        .text("mimeType", facts.mediaType())
                        .object("hashes")
                        .text("sha-256", facts.sha256().hex())
                        .end();
            }
            json.end();
        }
        json.end();
    }

    private static void properties(JsonStream json, Verdict verdict) {
        Report report = verdict.report();
        List<String> omitted = new ArrayList<>();
        report.omitted().forEach((code, count) -> omitted.add(code + ": " + count));
        json.object("properties")
                .text("outcome", verdict.outcome())
                .text("submission", report.submission())
                .textOrNull(
                        "format",
                        report.manifest().formatFound().map(Word::word).orElse(""))
                .text("policy", report.policy().name())
                .text("policyDigest", report.policy().digest())
                .text("policyEdition", report.policy().edition())
                .flag("policyOnlyAudits", report.policy().mode() == Policy.Mode.AUDIT)
                .text("registryEdition", report.registryEdition())
                .text("registryDigest", report.registryDigest())
                .texts("omitted", omitted)
                .end();
    }
}
