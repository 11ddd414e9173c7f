package org.provgate.formats.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a look-up shows of a JSON report that was written earlier.
///
/// @param codes of all findings, each once, in the report's order
/// @param errors the codes among them that keep readers out
/// @param findings as JSON, as they stand in the report; so are the others
/// @param files the first [#FILES] of them
public record ReportParts(
        List<String> codes,
        List<String> errors,
        String findings,
        String counts,
        String teachers,
        String files,
        int fileCount) {

    /// How many files are shown; the report has all.
    public static final int FILES = 500;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public ReportParts {
        codes = List.copyOf(codes);
        errors = List.copyOf(errors);
    }

    /// Before there is a report.
    public static ReportParts none() {
        return new ReportParts(List.of(), List.of(), "[]", "null", "[]", "[]", 0);
    }

    /// @param report as [JsonReport] wrote it
    public static ReportParts read(String report) {
        JsonNode tree = MAPPER.readTree(report);
        JsonNode findings = tree.path("findings");
        Set<String> codes = new LinkedHashSet<>();
        Set<String> errors = new LinkedHashSet<>();
        for (JsonNode finding : findings.values()) {
            String code = finding.path("code").asString("");
            codes.add(code);
            if (finding.path("severity").asString("").equals("error")) {
                errors.add(code);
            }
        }
        JsonNode files = tree.path("files");
        return new ReportParts(
                List.copyOf(codes),
                List.copyOf(errors),
                MAPPER.writeValueAsString(findings),
                MAPPER.writeValueAsString(tree.path("counts")),
                MAPPER.writeValueAsString(tree.path("teachers")),
                MAPPER.writeValueAsString(files.values().stream().limit(FILES).toList()),
                files.size());
    }
}
