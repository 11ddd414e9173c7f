package org.provgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;

/// A small submission on disk, to be spoilt by a test.
record Submission(Path folder) {

    static final String HUMAN = Example.BASE_TEXT;

    static final String CLAUDE = """
            {"question": "Who are you?", "answer": "I am Claude, an AI assistant made by Anthropic."}
            """;

    /// One data file and a manifest that says people wrote it.
    static Submission of(Path folder, String rows) {
        return new Submission(folder)
                .with(Example.BASE_FILE, rows)
                .with(
                        "provenance.yaml",
                        Example.BASE_MANIFEST.replace(
                                "SHA256(" + Example.BASE_FILE + ")",
                                Digests.sha256(rows).hex()));
    }

    Submission with(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? folder : parent);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Submission replacing(String path, String old, String young) {
        try {
            String text = Files.readString(folder.resolve(path));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(path + " does not hold " + old);
            }
            return with(path, text.replace(old, young));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
