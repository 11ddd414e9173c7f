package org.provgate.registry.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.registry.Facts;
import org.provgate.registry.FactsFormat;

/// The build's step from the folder of facts to the resource in the jar.
public final class CompileRegistry {

    private CompileRegistry() {}

    /// @param args the folder of facts, and the folder the resource goes to
    public static void main(String[] args) throws IOException, UnsoundFacts, NoSuchAlgorithmException {
        Path into = Path.of(args[1]);
        byte[] bytes = FactsWriter.write(compile(Path.of(args[0])));
        Files.createDirectories(into);
        Files.write(into.resolve(FactsFormat.RESOURCE), bytes);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Files.writeString(into.resolve(FactsFormat.DIGEST), digest + "\n", StandardCharsets.US_ASCII);
    }

    /// @throws UnsoundFacts with every fault found
    static Facts compile(Path folder) throws IOException, UnsoundFacts {
        List<Fault> faults = new ArrayList<>();
        Optional<Entry> vocabulary = Yaml.read(folder.resolve("vocabulary.yaml"), faults);
        Optional<Entry> datasets = Yaml.read(folder.resolve("datasets.yaml"), faults);
        List<Entry> providers = new ArrayList<>();
        for (Path file : files(folder.resolve("providers"))) {
            Yaml.read(file, faults).ifPresent(providers::add);
        }
        if (vocabulary.isEmpty() || datasets.isEmpty()) {
            throw new UnsoundFacts(faults);
        }
        Vocabulary words = Vocabulary.read(vocabulary.get());
        List<ProviderFile> files =
                providers.stream().map(root -> ProviderFile.read(root, words)).toList();
        Facts facts = Assembly.of(words, files, datasets.get());
        if (faults.isEmpty()) {
            new Soundness(facts, files, datasets.get()).check();
        }
        if (!faults.isEmpty()) {
            throw new UnsoundFacts(faults);
        }
        return facts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
