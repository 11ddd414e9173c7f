package org.provgate.core.rule;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A small submission that shows a rule: a base that would be accepted, with these parts replaced.
///
/// The base is [Example#BASE_MANIFEST] with one file, [Example#BASE_FILE]. `SHA256(path)` in a manifest stands for
/// the digest of the example's file of that path.
///
/// @param manifest native YAML whose top-level keys replace those of the base
/// @param files path to text; replaces the base's file when not empty
/// @param shape how the manifest is taken
public record Example(String manifest, Map<String, String> files, Shape shape) {

    public static final String BASE_FILE = "data/train.jsonl";

    public static final String BASE_TEXT = """
            {"question": "Where do the ferries moor?", "answer": "At the north quay, in summer also at the mole."}
            {"question": "Who sells tide tables?", "answer": "The chandler beside the harbour office."}
            """;

    public static final String BASE_MANIFEST = """
            manifest: dataset-provenance/v1
            dataset:
              name: Harbour phrasebook
              version: "1.0.0"
              description: Questions and answers about small harbours.
              license: CC-BY-4.0
            contributors:
              - name: Jane Example
                email: jane@example.org
                roles: [submitter, creator]
            sources:
              - id: writers
                type: human-authored
                name: Written from scratch by the contributors
                license: CC-BY-4.0
                rightsBasis: own-work
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            teachers: none
            files:
              - path: data/train.jsonl
                sha256: SHA256(data/train.jsonl)
                sources: [writers]
            attestations:
              - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
              - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
              - { type: no-model-output, by: Jane Example, date: 2026-05-04 }
            """;

    public enum Shape {
        /// Top-level keys replace those of the base.
        OVERLAY,
        /// The text is the whole manifest.
        WHOLE,
        /// There is no manifest.
        NONE
    }

    public Example {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /// The base, untouched.
    public static Example base() {
        return new Example("", Map.of(), Shape.OVERLAY);
    }

    public static Example with(String manifest) {
        return new Example(manifest, Map.of(), Shape.OVERLAY);
    }

    public static Example with(String manifest, Map<String, String> files) {
        return new Example(manifest, files, Shape.OVERLAY);
    }

    public static Example whole(String manifest) {
        return new Example(manifest, Map.of(), Shape.WHOLE);
    }

    public static Example withoutManifest() {
        return new Example("", Map.of(), Shape.NONE);
    }
}
