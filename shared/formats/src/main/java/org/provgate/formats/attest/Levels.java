package org.provgate.formats.attest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Verdict;

/// What an accepted submission was found to be, in words others can ask for. A level is stated only when all of its
/// rules ran and found nothing at all, waived or not.
final class Levels {

    private static final String ACCEPTED = "DATASET_PROVENANCE_ACCEPTED";

    private static final Map<String, List<String>> RULES = rules();

    private Levels() {}

    private static Map<String, List<String>> rules() {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        rules.put(
                "DATASET_FILES_MATCH_MANIFEST",
                List.of(
                        "file-checksum-mismatch",
                        "file-checksum-missing",
                        "file-missing",
                        "file-unlisted",
                        "file-size-mismatch"));
        rules.put(
                "DATASET_LICENSES_COMPATIBLE",
                List.of("license-missing", "license-invalid", "license-forbidden", "license-incompatible"));
        rules.put(
                "DATASET_PROVENANCE_COMPLETE",
                List.of(
                        "manifest-missing",
                        "manifest-invalid",
                        "manifest-conflict",
                        "attestation-missing",
                        "reference-unknown",
                        "source-unresolved",
                        "teachers-unstated",
                        "teachers-unknown"));
        rules.put(
                "DATASET_TEACHER_TERMS_CHECKED",
                List.of(
                        "teachers-unstated",
                        "teachers-unknown",
                        "teacher-unrecognized",
                        "teacher-undeclared",
                        "teacher-terms-forbid-training",
                        "teacher-terms-conditions-unmet",
                        "teacher-terms-unknown"));
        return rules;
    }

    static List<String> of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Quarantined _ -> List.of("FAILED");
            case Verdict.Accepted(Report report) -> reached(report);
        };
    }

    private static List<String> reached(Report report) {
        Set<String> clean = new TreeSet<>();
        report.checked().forEach(code -> clean.add(code.value()));
        report.codes().keySet().stream().map(RuleCode::value).forEach(clean::remove);
        report.waived().forEach(waived -> clean.remove(waived.finding().code().value()));
        List<String> levels = new ArrayList<>(List.of(ACCEPTED));
        RULES.forEach((level, codes) -> {
            if (clean.containsAll(codes)) {
                levels.add(level);
            }
        });
        return levels;
    }
}
