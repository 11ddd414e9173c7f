package org.provgate.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.References;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.recognition.SubmissionManifests;

/// Stored facts of submissions as decisions get them: a manifest that was read, objects that were inspected.
final class SampleSubmission {

    private static final String MANIFEST = "provenance.yaml";

    private static final long ROWS = 7;

    private static final String HEAD = """
            manifest: dataset-provenance/v1
            dataset: { name: Harbour dialogues, version: "1.0.0", description: Talk about harbours., license: CC-BY-4.0 }
            contributors:
              - { name: Jane Example, email: jane@example.org, roles: [submitter, creator] }
            sources:
              - id: writers
                type: human-authored
                name: Written from scratch by the contributors
                license: CC-BY-4.0
                rightsBasis: own-work
                collectionPeriod: { start: 2026-02, end: 2026-04 }
              - id: open
                type: dataset
                name: Open questions about harbours
                uri: https://example.org/datasets/open-harbours
                version: "2026-02"
                license: CC-BY-4.0
                rightsBasis: license
                collectionPeriod: { start: 2026-02, end: 2026-04 }
              - id: letters
                type: digitized
                name: Letters of a harbour master
                license: CC0-1.0
                rightsBasis: public-domain
                collectionPeriod: { start: 2025-02, end: 2025-04 }
            teachers:
              - id: writer
                provider: OpenAI
                model: openai/gpt-oss-120b
                uses: [generated]
                generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                accessChannel: self-hosted
                terms: { name: Apache License 2.0, version: "2.0", license: Apache-2.0 }
              - id: judge
                provider: Alibaba
                model: Qwen/Qwen3-32B
                uses: [judged]
                generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                accessChannel: self-hosted
                terms: { name: Apache License 2.0, version: "2.0", license: Apache-2.0 }
            attestations:
              - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
              - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
              - { type: terms-complied, by: Jane Example, date: 2026-05-04 }
            """;

    private SampleSubmission() {}

    /// Three sources, two teachers and so many files, which agree with their entries.
    static SubmissionFacts sound(int files) {
        return of(files, true);
    }

    /// The same, with another digest and another number of rows for each file.
    static SubmissionFacts faulty(int files) {
        return of(files, false);
    }

    /// A manifest of that many entries would be longer than one may be, so its entries are made here.
    private static SubmissionFacts of(int files, boolean sound) {
        List<ObjectFacts> objects = new ArrayList<>(files + 1);
        List<FileEntry> entries = new ArrayList<>(files);
        for (int i = 0; i < files; i++) {
            objects.add(object(path(i), path(i), sound ? ROWS : ROWS + 1));
            entries.add(entry(i, sound ? digest(i) : "0".repeat(64)));
        }
        objects.add(object(MANIFEST, "manifest", 1));
        SubmissionName name = new SubmissionName("jane", "harbour", "r1");
        return new SubmissionFacts(
                name.toString(),
                new Identity.Known(name),
                new ManifestReading.Read(with(entries), List.of(), List.of()),
                SubmissionFacts.byPath(objects),
                new TreeMap<>(),
                List.of());
    }

    private static Manifest with(List<FileEntry> entries) {
        TreeMap<String, byte[]> candidates = new TreeMap<>();
        candidates.put(MANIFEST, HEAD.getBytes(StandardCharsets.UTF_8));
        if (!(SubmissionManifests.choose(candidates) instanceof ManifestReading.Read(Manifest head, var _, var _))) {
            throw new IllegalStateException("the sample cannot be read");
        }
        return new Manifest(
                head.format(),
                head.file(),
                head.dataset(),
                head.contributors(),
                head.sources(),
                head.teachers(),
                head.filesAt(),
                entries,
                head.attestationsAt(),
                head.attestations());
    }

    private static FileEntry entry(int i, String digest) {
        Place at = Place.startOf(MANIFEST).child("files").child(i);
        return new FileEntry(
                at,
                new FileEntry.Target.Path(path(i), at.child("path"), Field.stated(digest, at.child("sha256"))),
                Field.absent(at.child("bytes")),
                Field.stated(ROWS, at.child("rows")),
                Field.absent(at.child("mediaType")),
                Field.absent(at.child("split")),
                Field.absent(at.child("license")),
                ids(at.child("sources"), "writers", "open", "letters"),
                ids(at.child("teachers"), "writer", "judge"),
                Field.absent(at.child("description")));
    }

    private static References ids(Place at, String... ids) {
        return new References.Listed(
                at, Stream.of(ids).map(id -> new References.Reference(id, at)).toList());
    }

    private static ObjectFacts object(String path, String content, long rows) {
        return new ObjectFacts(
                path,
                4_096,
                Digests.sha256(content),
                path.endsWith(".jsonl") ? "application/jsonl" : "application/yaml",
                new Rows.Counted(rows),
                new Coverage(4_096, rows, true),
                List.of(),
                List.of(),
                1);
    }

    private static String digest(int i) {
        return Digests.sha256(path(i)).hex();
    }

    private static String path(int i) {
        return "data/part-%02d/%06d.jsonl".formatted(i % 100, i);
    }
}
