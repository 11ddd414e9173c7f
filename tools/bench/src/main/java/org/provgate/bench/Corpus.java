package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;

/// The files of the evaluation corpus that hold rows, and what is known of each.
record Corpus(Path folder, List<Payload> payloads) {

    /// The corpus names some makers in its own way; the registry's ids stand on the right.
    private static final Map<String, String> PROVIDERS =
            Map.of("01-ai", "01ai", "lmsys", "community", "allenai", "ai2", "wizardlm", "microsoft");

    /// @param path below the corpus's folder
    /// @param maker the registry's id, or as the corpus says where there is none
    /// @param models that the source's own records name
    /// @param strip fields that name the model
    record Payload(
            String path,
            String kind,
            String format,
            String origin,
            String maker,
            Set<String> models,
            Set<String> strip) {

        boolean machine() {
            return origin.equals("machine") || origin.equals("mixed");
        }

        boolean trap() {
            return kind.equals("trap");
        }

        boolean mixed() {
            return kind.equals("mixed");
        }

        boolean log() {
            return kind.equals("api-log");
        }

        /// Whether the corpus names a single maker that the registry knows.
        boolean ofOneMaker() {
            return machine() && !maker.startsWith("host:") && !maker.equals("other-open");
        }
    }

    static Corpus in(Path folder) throws IOException {
        String index = Files.readString(folder.resolve("index.json"));
        if (!(JsonTree.read(SourceText.of("index.json", index)) instanceof TreeReading.Read(Mapping root, var _))) {
            throw new IOException("the corpus has no index that can be read: " + folder);
        }
        List<Payload> payloads = new ArrayList<>();
        for (Node entry : items(root, "entries")) {
            if (entry instanceof Mapping mapping && text(mapping, "category").equals("payload")) {
                payloads.add(payload(mapping));
            }
        }
        return new Corpus(folder, List.copyOf(payloads));
    }

    private static Payload payload(Mapping entry) {
        Mapping truth = entry.get("truth")
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElse(entry);
        String maker = text(truth, "provider");
        return new Payload(
                text(entry, "path"),
                text(entry, "kind"),
                text(entry, "format"),
                text(truth, "origin"),
                PROVIDERS.getOrDefault(maker, maker),
                truth.get("models_in_source").orElse(truth) instanceof Mapping models && models != truth
                        ? Set.copyOf(models.members().keySet())
                        : Set.of(),
                items(entry, "strip_fields").stream()
                        .filter(Scalar.class::isInstance)
                        .map(item -> ((Scalar) item).text())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Node> items(Mapping mapping, String key) {
        return mapping.get(key).orElse(mapping) instanceof Sequence sequence ? sequence.items() : List.of();
    }

    private static String text(Mapping mapping, String key) {
        return mapping.get(key).orElse(mapping) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }
}
