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
/// @param findings as JSON, as they stand in the report
public record ReportParts(List<String> codes, List<String> errors, String findings) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public ReportParts {
        codes = List.copyOf(codes);
        errors = List.copyOf(errors);
    }

    /// @param report as [JsonReport] wrote it
    public static ReportParts read(String report) {
        JsonNode findings = MAPPER.readTree(report).path("findings");
        Set<String> codes = new LinkedHashSet<>();
        Set<String> errors = new LinkedHashSet<>();
        for (JsonNode finding : findings.values()) {
            String code = finding.path("code").asString("");
            codes.add(code);
            if (finding.path("severity").asString("").equals("error")) {
                errors.add(code);
            }
        }
        return new ReportParts(List.copyOf(codes), List.copyOf(errors), MAPPER.writeValueAsString(findings));
    }
}
