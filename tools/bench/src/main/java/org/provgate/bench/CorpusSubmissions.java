package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes a folder of submissions from the evaluation corpus: each file of rows declared as written by people, and each
/// manifest by itself.
public final class CorpusSubmissions {

    private CorpusSubmissions() {}

    /// @param arguments the corpus's folder, and an empty one to fill
    public static void main(String... arguments) throws IOException {
        Path corpus = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        for (Corpus.Payload payload : Corpus.in(corpus).payloads()) {
            Path submission = submission(target, corpus, payload.path());
            Files.writeString(submission.resolve("provenance.yaml"), declared(name(payload.path())));
        }
        for (ManifestTruth manifest : ManifestTruth.in(corpus)) {
            submission(target, corpus, manifest.path());
        }
    }

    private static Path submission(Path target, Path corpus, String path) throws IOException {
        Path submission = Files.createDirectories(target.resolve(path.replace("/", "__")));
        Files.copy(corpus.resolve(path), submission.resolve(name(path)));
        return submission;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Names its file by a pattern, which needs no digest of it here and is a finding of its own, the same everywhere.
    static String declared(String file) {
        return """
                manifest: dataset-provenance/v1
                dataset:
                  name: corpus
                  version: "1"
                  description: One file of the evaluation corpus.
                  languages: [en]
                  license: CC-BY-4.0
                contributors:
                  - name: Ada Example
                    email: ada@example.org
                    roles: [submitter, creator]
                sources:
                  - id: writers
                    type: human-authored
                    name: Written by the contributors
                    license: CC-BY-4.0
                    rightsBasis: own-work
                    collectionPeriod: { start: "2026-01", end: "2026-02" }
                teachers: none
                files:
                  - glob: "%s"
                    sources: [writers]
                attestations:
                  - { type: complete-and-accurate, by: Ada Example, date: "2026-03-01" }
                  - { type: right-to-contribute, by: Ada Example, date: "2026-03-01" }
                  - { type: no-model-output, by: Ada Example, date: "2026-03-01" }
                """.formatted(file);
    }
}
