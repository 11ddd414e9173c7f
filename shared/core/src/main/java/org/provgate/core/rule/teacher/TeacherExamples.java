package org.provgate.core.rule.teacher;

import java.util.Map;
import org.provgate.core.rule.Example;

/// Manifests that declare one teacher, for the examples of this package.
final class TeacherExamples {

    /// Open weights without a limit on output.
    static final Example OPEN_WEIGHTS = of("""
            provider: OpenAI
            model: gpt-oss-20b
            uses: [generated]
            generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
            accessChannel: self-hosted
            terms: { name: Apache License 2.0, version: "2.0", license: Apache-2.0 }
            """);

    private TeacherExamples() {}

    /// The same, with a permission of its maker that nobody needed to ask for.
    static Example permitted(String term) {
        Example declared = of("""
                provider: OpenAI
                model: gpt-oss-20b
                uses: [generated]
                generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                accessChannel: self-hosted
                terms: { name: Apache License 2.0, version: "2.0", license: Apache-2.0 }
                authorization:
                  grantedBy: OpenAI
                  grantedTo: Jane Example
                  date: 2026-01-15
                  %s
                  document: { path: evidence/permission.txt, sha256: SHA256(evidence/permission.txt) }
                """.formatted(term));
        return declared.holding(Map.of(
                Example.BASE_FILE,
                Example.BASE_TEXT,
                "evidence/permission.txt",
                "Jane Example may use what the model writes to train other models.\n"));
    }

    /// A source that is a public dataset written by a model.
    ///
    /// @param model the teacher that is declared; none when empty
    static Example upstream(String model) {
        String sources = """
                sources:
                  - id: writers
                    type: dataset
                    name: OpenThoughts-114k
                    uri: https://huggingface.co/datasets/open-thoughts/OpenThoughts-114k
                    license: Apache-2.0
                    rightsBasis: license
                    collectionPeriod: { start: 2026-02, end: 2026-04 }
                """;
        return model.isEmpty()
                ? Example.with(sources)
                : Example.with(sources + of("""
                                provider: DeepSeek
                                model: %s
                                uses: [generated]
                                generationPeriod: { start: 2025-02, end: 2025-02 }
                                accessChannel: upstream-dataset
                                viaSources: [writers]
                                terms: unknown
                                """.formatted(model)).manifest());
    }

    static Example of(String teacher) {
        return Example.with("""
                teachers:
                  - id: writer
                %sfiles:
                  - path: data/train.jsonl
                    sha256: SHA256(data/train.jsonl)
                    sources: [writers]
                    teachers: [writer]
                attestations:
                  - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
                  - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
                  - { type: terms-complied, by: Jane Example, date: 2026-05-04 }
                """.formatted(teacher.indent(4)));
    }
}
