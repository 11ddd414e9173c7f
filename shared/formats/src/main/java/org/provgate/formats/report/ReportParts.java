package org.provgate.formats.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a look-up shows of a JSON report that was written earlier.
///
/// @param codes of all findings, each once, in the report's order
/// @param errors the codes among them that keep readers out
/// @param findings as JSON, as they stand in the report; so are the others
/// @param files the first [#FILES] of them
/// @param waived findings that somebody let pass
/// @param declared the manifest's name and format, and what it says of the dataset
/// @param providers of the teachers, sorted; [#UNRECOGNIZED] stands for those of nobody known
public record ReportParts(
        List<String> codes,
        List<String> errors,
        String findings,
        String counts,
        String teachers,
        String files,
        int fileCount,
        String waived,
        String declared,
        String policy,
        List<String> providers) {

    /// In place of a provider's name where the registry knew none.
    public static final String UNRECOGNIZED = "-";

    /// How many files are shown; the report has all.
    public static final int FILES = 500;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .characterEscapes(new SteeringEscapes())
                    .build())
            .build();

    public ReportParts {
        codes = List.copyOf(codes);
        errors = List.copyOf(errors);
        providers = List.copyOf(providers);
    }

    /// Before there is a report.
    public static ReportParts none() {
        return new ReportParts(List.of(), List.of(), "[]", "null", "[]", "[]", 0, "[]", "null", "null", List.of());
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
                files.size(),
                MAPPER.writeValueAsString(tree.path("waived")),
                MAPPER.writeValueAsString(tree.path("submission")),
                MAPPER.writeValueAsString(tree.path("policy")),
                tree.path("teachers").values().stream()
                        .map(teacher -> teacher.path("provider"))
                        .map(name -> name.isString() ? name.stringValue() : UNRECOGNIZED)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
