package org.provgate.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Strength;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.facts.FactsCodec;

/// Submissions as a ledger keeps them, made from a seed in a mix as hubs have it: most are small, some have many files,
/// one in four has something wrong with it.
final class StoredHub {

    private static final String MANIFEST = "provenance.yaml";

    private static final List<String> TEACHERS = List.of(
            "OpenAI|openai/gpt-oss-120b|self-hosted",
            "Alibaba|Qwen/Qwen3-32B|self-hosted",
            "Anthropic|claude-3-opus-20240229|api",
            "DeepSeek|deepseek-ai/DeepSeek-R1|self-hosted");

    private StoredHub() {}

    /// @param facts of each object, as stored
    /// @param manifest compressed, as stored
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(SubmissionName name, List<byte[]> facts, byte[] manifest) {

        long bytes() {
            return manifest.length
                    + facts.stream().mapToLong(each -> each.length).sum();
        }
    }

    static List<Stored> of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Stored> hub = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hub.add(one(random, i));
        }
        return hub;
    }

    private static Stored one(SplittableRandom random, int number) {
        int files = files(random.nextInt(100));
        int fault = random.nextInt(16);
        SubmissionName name = new SubmissionName("contributor" + number % 97, "set" + number, "r1");
        List<byte[]> facts = new ArrayList<>(files + 1);
        StringBuilder manifest = new StringBuilder(head(random, number, fault));
        manifest.append("files:\n");
        for (int i = 0; i < files; i++) {
            String path = "data/part-%04d.jsonl".formatted(i);
            String digest = Digests.sha256(number + path).hex();
            long rows = 100L + random.nextInt(10_000);
            facts.add(FactsCodec.write(object(path, digest, rows, evidence(fault, i))));
            if (fault != 1 || i > 0) {
                manifest.append("  - { path: %s, sha256: %s, rows: %d, sources: [own], teachers: [t0] }\n"
                        .formatted(path, fault == 2 && i == 0 ? "0".repeat(64) : digest, rows));
            }
        }
        manifest.append("""
            attestations:
              - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
              - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
              - { type: terms-complied, by: Jane Example, date: 2026-05-04 }
            """);
        byte[] text = manifest.toString().getBytes(StandardCharsets.UTF_8);
        facts.add(FactsCodec.write(object(MANIFEST, Digests.sha256(text).hex(), 1, List.of())));
        return new Stored(name, facts, gzip(text));
    }

    /// Beside the manifest.
    private static int files(int dice) {
        return dice < 55 ? 1 : dice < 75 ? 3 : dice < 92 ? 12 : dice < 99 ? 40 : 200;
    }

    private static String head(SplittableRandom random, int number, int fault) {
        String[] teacher = TEACHERS.get(fault == 3 ? 2 : random.nextInt(2)).split("\\|", -1);
        return """
            manifest: dataset-provenance/v1
            dataset: { name: Set %d, version: "1.0.0", description: Generated for a measurement.%s }
            contributors:
              - { name: Jane Example, email: jane@example.org, roles: [submitter, creator] }
            sources:
              - id: own
                type: human-authored
                name: Written from scratch by the contributors
                license: CC-BY-4.0
                rightsBasis: own-work
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            teachers:
              - id: t0
                provider: %s
                model: %s
                uses: [generated]
                generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                accessChannel: %s
                terms: { name: Terms, version: "2.0", license: Apache-2.0 }
            """.formatted(number, fault == 0 ? "" : ", license: CC-BY-4.0", teacher[0], teacher[1], teacher[2]);
    }

    /// Now and then the rows speak for a teacher that nobody declared.
    private static List<Evidence> evidence(int fault, int file) {
        return fault == 4 && file == 0
                ? List.of(new Evidence(
                        new Maker.Provider("anthropic"),
                        Strength.CONCLUSIVE,
                        "self-naming",
                        12,
                        12,
                        3,
                        "I am Claude, made by Anthropic"))
                : List.of();
    }

    private static ObjectFacts object(String path, String digest, long rows, List<Evidence> evidence) {
        return new ObjectFacts(
                path,
                rows * 400,
                new Sha256(digest),
                path.equals(MANIFEST) ? "application/yaml" : "application/jsonl",
                new Rows.Counted(rows),
                new Coverage(rows * 400, rows, true),
                evidence,
                List.of(),
                1);
    }

    private static byte[] gzip(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
