package org.provgate.core.rule.teacher;

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
