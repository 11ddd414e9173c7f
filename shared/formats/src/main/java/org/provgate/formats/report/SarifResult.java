package org.provgate.formats.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.provgate.core.facts.Evidence;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.verdict.Report.Waived;

/// Findings as SARIF results.
///
/// @param rules index of each rule in the run
/// @param files index of each file in the run
record SarifResult(JsonStream json, Map<RuleCode, Integer> rules, Map<String, Integer> files, PointerNames names) {

    /// What SARIF writes for an index that is not known.
    private static final int NO_INDEX = -1;

    void open(Finding finding) {
        json.object();
        members(finding);
        json.end();
    }

    void waived(Waived waived) {
        Waiver waiver = waived.by();
        json.object();
        members(waived.finding());
        json.array("suppressions")
                .object()
                .text("kind", "external")
                .text("status", "accepted")
                .text(
                        "justification",
                        "%s (%s, until %s)".formatted(waiver.reason(), waiver.approver(), waiver.expires()))
                .end()
                .end();
        json.end();
    }

    private void members(Finding finding) {
        json.text("ruleId", finding.code().value())
                .number("ruleIndex", rules.getOrDefault(finding.code(), NO_INDEX))
                .text("level", finding.severity().word())
                .text("kind", "fail")
                .object("message")
                .text("text", finding.message() + "\n" + finding.remedy())
                .end();
        json.array("locations").object();
        physical(finding.at().file(), finding.at().line(), finding.at().column());
        if (!finding.at().pointer().isEmpty()) {
            json.array("logicalLocations")
                    .object()
                    .text("fullyQualifiedName", finding.at().pointer())
                    .end()
                    .end();
        }
        json.end().end();
        evidence(finding);
        fingerprints(finding);
        json.object("properties").text("subject", finding.subject().toString()).array("fix");
        finding.fix().forEach(fix -> JsonReport.fix(json, fix));
        json.end().end();
    }

    private void physical(String file, long line, int column) {
        json.object("physicalLocation")
                .object("artifactLocation")
                .text("uri", Uris.ofPath(file))
                .text("uriBaseId", SarifReport.ROOT);
        Integer index = files.get(file);
        if (index != null) {
            json.number("index", index);
        }
        json.end();
        if (!file.isEmpty() && line > 0) {
            json.object("region")
                    .number("startLine", line)
                    .number("startColumn", column)
                    .end();
        }
        json.end();
    }

    private void evidence(Finding finding) {
        if (finding.evidence().isEmpty()) {
            return;
        }
        json.array("relatedLocations");
        long id = 0;
        for (Evidence evidence : finding.evidence()) {
            json.object().number("id", ++id);
            physical(finding.at().file(), evidence.firstLine(), 1);
            json.object("message")
                    .text("text", "%s: %s".formatted(Wording.sign(evidence), evidence.excerpt()))
                    .end()
                    .end();
        }
        json.end();
    }

    private void fingerprints(Finding finding) {
        json.object("partialFingerprints");
        if (!finding.at().pointer().isEmpty()) {
            json.text(
                    "manifestPointer/v1",
                    digest(finding.code() + names.named(finding.at().pointer())));
        }
        json.text("subject/v1", digest(finding.code() + "\n" + finding.subject()));
        json.end();
    }

    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
