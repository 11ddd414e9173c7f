package org.provgate.formats.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Waiver;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Report.Waived;
import org.provgate.core.verdict.Verdict;

/// JUnit XML, for build servers: one test case for each rule and subject, and one for each rule that found nothing.
/// Errors fail; warnings and notes pass and are told; waived findings are skipped, with the waiver's reason.
final class JUnitReport implements ReportWriter {

    /// Beyond these, the rest is told in one case, so that no build server chokes.
    static final int CASES = 10_000;

    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        document(writer, verdict, context, cases(verdict.report(), context));
        writer.flush();
    }

    private sealed interface Outcome {
        record Passed() implements Outcome {}

        record Told(String text) implements Outcome {}

        record Failed(String message, String text) implements Outcome {}

        record Skipped(String message) implements Outcome {}
    }

    private record Case(RuleCode rule, String name, Outcome outcome) {}

    private static List<Case> cases(Report report, ReportContext context) {
        SequencedMap<RuleCode, List<Case>> byRule = new LinkedHashMap<>();
        report.checked().forEach(code -> byRule.put(code, new ArrayList<>()));
        SequencedMap<RuleCode, SequencedMap<Subject, List<Finding>>> open = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            open.computeIfAbsent(finding.code(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(finding.subject(), _ -> new ArrayList<>())
                    .add(finding);
        }
        open.forEach((code, subjects) -> subjects.forEach((subject, findings) ->
                add(byRule, new Case(code, subject + ": " + fault(code, context), outcome(findings)))));
        report.omitted().forEach((code, count) -> add(byRule, left(code, count, report)));
        for (Waived waived : report.waived()) {
            Finding finding = waived.finding();
            Waiver by = waived.by();
            add(
                    byRule,
                    new Case(
                            finding.code(),
                            finding.subject() + ": " + fault(finding.code(), context),
                            new Outcome.Skipped(
                                    "waived by %s until %s: %s".formatted(by.approver(), by.expires(), by.reason()))));
        }
        List<Case> cases = new ArrayList<>();
        byRule.forEach((code, found) -> {
            if (found.isEmpty()) {
                cases.add(new Case(code, "nothing found: " + fault(code, context), new Outcome.Passed()));
            }
            cases.addAll(found);
        });
        return cases.size() <= CASES ? cases : shortened(cases);
    }

    private static void add(SequencedMap<RuleCode, List<Case>> byRule, Case one) {
        byRule.computeIfAbsent(one.rule(), _ -> new ArrayList<>()).add(one);
    }

    private static String fault(RuleCode code, ReportContext context) {
        return context.rule(code).map(RuleSpec::fault).orElse("a condition of the policy");
    }

    private static Case left(RuleCode code, int count, Report report) {
        String text = "%s more findings of %s are left out".formatted(Wording.number(count), code);
        boolean fails = report.findings().stream()
                .anyMatch(finding -> finding.code().equals(code) && finding.severity() == Severity.ERROR);
        return new Case(code, text, fails ? new Outcome.Failed(text, text) : new Outcome.Told(text));
    }

    private static List<Case> shortened(List<Case> cases) {
        List<Case> first = new ArrayList<>(cases.subList(0, CASES - 1));
        List<Case> rest = cases.subList(CASES - 1, cases.size());
        String text = "%s more cases are left out".formatted(Wording.number(rest.size()));
        boolean fails = rest.stream().anyMatch(one -> one.outcome() instanceof Outcome.Failed);
        first.add(new Case(
                rest.getFirst().rule(), text, fails ? new Outcome.Failed(text, text) : new Outcome.Told(text)));
        return first;
    }

    private static Outcome outcome(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(place(finding.at()))
                    .append('\n')
                    .append(finding.severity().word())
                    .append(": ")
                    .append(Printable.line(finding.message()))
                    .append('\n')
                    .append(Printable.line(finding.remedy()))
                    .append('\n');
            finding.evidence()
                    .forEach(evidence -> text.append(evidence.where())
                            .append(": ")
                            .append(Wording.sign(evidence))
                            .append(": ")
                            .append(Printable.line(evidence.excerpt()))
                            .append('\n'));
        }
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .<Outcome>map(finding -> new Outcome.Failed(finding.message(), text.toString()))
                .orElseGet(() -> new Outcome.Told(text.toString()));
    }

    private static String place(Place at) {
        return at.file().isEmpty()
                ? "the submission as a whole"
                : Printable.line("%s:%s:%s %s".formatted(at.file(), at.line(), at.column(), at.pointer()))
                        .stripTrailing();
    }

    private static void document(Writer out, Verdict verdict, ReportContext context, List<Case> cases)
            throws IOException {
        Report report = verdict.report();
        long failures = cases.stream()
                .filter(one -> one.outcome() instanceof Outcome.Failed)
                .count();
        long skipped = cases.stream()
                .filter(one -> one.outcome() instanceof Outcome.Skipped)
                .count();
        String counts = "tests=\"%s\" failures=\"%s\" errors=\"0\" skipped=\"%s\" time=\"0\""
                .formatted(cases.size(), failures, skipped);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"provgate\" ").append(counts).append(">\n");
        out.append("  <testsuite name=\"")
                .append(Xml.escaped(report.submission()))
                .append("\" ")
                .append(counts)
                .append(" timestamp=\"")
                .append(context.day().toString())
                .append("T00:00:00\">\n");
        properties(out, verdict, context);
        for (Case one : cases) {
            testCase(out, one);
        }
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private static void properties(Writer out, Verdict verdict, ReportContext context) throws IOException {
        Report report = verdict.report();
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        properties.put("outcome", verdict.outcome());
        properties.put("version", context.toolVersion());
        properties.put("policy", report.policy().name());
        properties.put("policyDigest", report.policy().digest());
        properties.put("policyEdition", report.policy().edition());
        properties.put("policyOnlyAudits", String.valueOf(report.policy().mode() == Policy.Mode.AUDIT));
        properties.put("registryEdition", report.registryEdition());
        properties.put("registryDigest", report.registryDigest());
        out.append("    <properties>\n");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            out.append("      <property name=\"%s\" value=\"%s\"/>\n"
                    .formatted(property.getKey(), Xml.escaped(property.getValue())));
        }
        out.append("    </properties>\n");
    }

    private static void testCase(Writer out, Case one) throws IOException {
        out.append("    <testcase classname=\"%s\" name=\"%s\" time=\"0\""
                .formatted(Xml.escaped(one.rule().value()), Xml.escaped(one.name())));
        switch (one.outcome()) {
            case Outcome.Passed _ -> out.append("/>\n");
            case Outcome.Told(String text) ->
                out.append(">\n      <system-out>")
                        .append(Xml.escapedLines(text))
                        .append("</system-out>\n    </testcase>\n");
            case Outcome.Failed(String message, String text) ->
                out.append(">\n      <failure type=\"error\" message=\"%s\">".formatted(Xml.escaped(message)))
                        .append(Xml.escapedLines(text))
                        .append("</failure>\n    </testcase>\n");
            case Outcome.Skipped(String message) ->
                out.append(">\n      <skipped message=\"%s\"/>\n    </testcase>\n".formatted(Xml.escaped(message)));
        }
    }
}
