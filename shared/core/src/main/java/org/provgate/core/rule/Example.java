package org.provgate.core.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// A small submission that shows a rule: a base that would be accepted, with these parts replaced.
///
/// The base is [Example#BASE_MANIFEST] with one file, [Example#BASE_FILE]. `SHA256(path)` in a manifest stands for
/// the digest of the example's file of that path.
///
/// @param manifest native YAML whose top-level keys replace those of the base
/// @param files path to text, see [#bytes(String)]; replaces the base's file when not empty
/// @param shape how the manifest is taken
/// @param policy text of a policy; empty for the shipped one
/// @param quarantined another submission, which the hub has quarantined; empty when that does not matter
public record Example(String manifest, Map<String, String> files, Shape shape, String policy, String quarantined) {

    private static final Pattern GZIP = Pattern.compile("GZIP\\((\\d{1,9})\\)");

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

    public Example(String manifest, Map<String, String> files, Shape shape) {
        this(manifest, files, shape, "", "");
    }

    /// The same, with other files.
    public Example holding(Map<String, String> texts) {
        return new Example(manifest, texts, shape, policy, quarantined);
    }

    /// The same, decided under a policy of its own.
    public Example under(String text) {
        return new Example(manifest, files, shape, text, quarantined);
    }

    /// The same, in a hub that has quarantined another submission.
    public Example besides(String other) {
        return new Example(manifest, files, shape, policy, other);
    }

    /// What the file of a text holds: the text in UTF-8, but for `GZIP(n)`, which is n line feeds, packed.
    public static byte[] bytes(String text) {
        Matcher packed = GZIP.matcher(text);
        if (!packed.matches()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) '\n');
            for (int left = Integer.parseInt(packed.group(1)); left > 0; left -= block.length) {
                gzip.write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
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
