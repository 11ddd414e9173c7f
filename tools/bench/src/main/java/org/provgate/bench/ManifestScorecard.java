package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.provgate.formats.recognition.SubmissionManifests;

/// Reads the manifests of the evaluation corpus and writes how much of what is known of them was read.
public final class ManifestScorecard {

    private ManifestScorecard() {}

    /// @param arguments the corpus's folder, and the page whose section is written
    public static void main(String... arguments) throws IOException {
        Sections.write(Path.of(arguments[1]), "manifests", ManifestTables.of(measure(Path.of(arguments[0]))));
    }

    static List<ManifestMeasured> measure(Path corpus) throws IOException {
        List<ManifestMeasured> measured = new ArrayList<>();
        for (ManifestTruth truth : ManifestTruth.in(corpus)) {
            Path file = corpus.resolve(truth.path());
            String name = truth.path().substring(truth.path().lastIndexOf('/') + 1);
            measured.add(new ManifestMeasured(truth, SubmissionManifests.read(name, Files.readAllBytes(file))));
        }
        return measured;
    }
}
