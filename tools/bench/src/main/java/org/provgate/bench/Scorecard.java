package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.provgate.bench.Corpus.Payload;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.registry.BundledRegistry;

/// Inspects the evaluation corpus and writes how often evidence was found, and found where it should not be.
public final class Scorecard {

    private Scorecard() {}

    /// @param arguments the corpus's folder, and the file whose section is written
    public static void main(String... arguments) throws IOException {
        Sections.write(Path.of(arguments[1]), "detection", section(Corpus.in(Path.of(arguments[0]))));
    }

    static String section(Corpus corpus) throws IOException {
        return EvidenceTables.of(measure(corpus));
    }

    static List<Measured> measure(Corpus corpus) throws IOException {
        Registry registry = BundledRegistry.load();
        Inspector inspector =
                new Inspector(Fingerprints.shipped(model -> provider(registry, model)), Limits.standard());
        List<Measured> measured = new ArrayList<>();
        for (Payload payload : corpus.payloads()) {
            byte[] content = Files.readAllBytes(corpus.folder().resolve(payload.path()));
            ObjectFacts asItIs = inspector.inspect(payload.path(), new Held(content));
            Optional<byte[]> stripped = StrippedRows.of(payload, content);
            Optional<ObjectFacts> textOnly = stripped.isPresent()
                    ? Optional.of(inspector.inspect("rows.jsonl", new Held(stripped.get())))
                    : Optional.empty();
            Set<String> makers = payload.models().stream()
                    .flatMap(model -> provider(registry, model).stream())
                    .collect(Collectors.toUnmodifiableSet());
            measured.add(new Measured(payload, makers, asItIs, textOnly));
        }
        return measured;
    }

    private static Optional<String> provider(Registry registry, String model) {
        List<String> providers = registry.resolve(model).families().stream()
                .map(ModelFamily::provider)
                .distinct()
                .toList();
        return providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty();
    }
}
