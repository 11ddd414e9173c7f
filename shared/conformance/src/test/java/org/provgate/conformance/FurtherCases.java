package org.provgate.conformance;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;

/// Cases of the golden corpus that no single rule has as its example.
final class FurtherCases {

    private static final String ENGLISH_ONLY = """
            custom:
              - id: english-only
                severity: error
                condition: dataset.languages != ["en"]
                message: The dataset is not in English alone.
                remedy: Ask the operators for another hub.
            """;

    private FurtherCases() {}

    /// Folder to example.
    static SortedMap<String, Example> all() {
        SortedMap<String, Example> cases = new TreeMap<>();
        cases.put("custom/found", Example.base().under(ENGLISH_ONLY));
        cases.put("custom/absent", Example.with("""
                dataset:
                  name: Harbour phrasebook
                  version: "1.0.0"
                  description: Questions and answers about small harbours.
                  license: CC-BY-4.0
                  languages: [en]
                """).under(ENGLISH_ONLY));
        cases.put("custom/waived", Example.base().under(ENGLISH_ONLY + """
                waivers:
                  - code: custom:english-only
                    dataset: jane/harbour
                    subject: submission:jane/harbour/r1
                    reason: Agreed by mail.
                    approver: kari@example.com
                    expires: 2026-11-24
                """));
        cases.put("custom/unanswered", Example.base().under("""
                custom:
                  - id: third-source
                    severity: error
                    condition: sources[2].license == "MIT"
                    message: The third source is under MIT.
                    remedy: Replace it.
                """));
        cases.put("policy/audit", unstated("mode: audit\n"));
        cases.put("policy/off", unstated("rules: {teachers-unstated: {severity: off}}\n"));
        cases.put("policy/waiver-over", unstated("""
                waivers:
                  - code: teachers-unstated
                    dataset: jane/harbour
                    subject: manifest:provenance.yaml
                    reason: Agreed by mail.
                    approver: kari@example.com
                    expires: 2026-11-23
                """));
        cases.put("licence/either-of-two", Example.with("""
                dataset:
                  name: Harbour phrasebook
                  version: "1.0.0"
                  description: Questions and answers about small harbours.
                  license: CC-BY-NC-4.0 OR CC-BY-4.0
                """));
        cases.put("licence/small-letters", Example.with("""
                dataset:
                  name: Harbour phrasebook
                  version: "1.0.0"
                  description: Questions and answers about small harbours.
                  license: CC-BY-4.0 or MIT
                """));
        cases.put(
                "files/checksum-list-below",
                Example.with(
                        """
                files:
                  - glob: data/*.jsonl
                    checksums: data/SHA256SUMS
                    sources: [writers]
                """,
                        Map.of(
                                "data/a.jsonl",
                                Example.BASE_TEXT,
                                "data/SHA256SUMS",
                                Digests.sha256(Example.BASE_TEXT) + "  a.jsonl\n")));
        return cases;
    }

    private static Example unstated(String policy) {
        return Example.with("teachers: []\n").under(policy);
    }
}
