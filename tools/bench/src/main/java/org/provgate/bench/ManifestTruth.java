package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;

/// What the evaluation corpus knows of one of its manifests.
///
/// @param path below the corpus's folder
/// @param manifest whether it is a manifest at all; some files are parts of one, or broken on purpose
/// @param licenses as the file has them
/// @param signs words of a card that say a model had a hand in the data
/// @param faulty whether its publisher calls it faulty
/// @param expected what the publisher's own validator says of it
record ManifestTruth(
        String path,
        String kind,
        boolean manifest,
        Optional<String> name,
        List<String> licenses,
        List<String> sources,
        List<String> signs,
        boolean faulty,
        List<String> expected) {

    private static final List<String> KINDS =
            List.of("croissant", "hf-card", "frictionless", "cyclonedx", "spdx3", "data-provenance-standards");

    static List<ManifestTruth> in(Path folder) throws IOException {
        String index = Files.readString(folder.resolve("index.json"));
        if (!(JsonTree.read(SourceText.of("index.json", index)) instanceof TreeReading.Read(Mapping root, var _))) {
            throw new IOException("the corpus has no index that can be read: " + folder);
        }
        List<ManifestTruth> all = new ArrayList<>();
        for (Node node : each(root.get("entries"))) {
            if (node instanceof Mapping entry
                    && KINDS.contains(text(entry, "kind").orElse(""))) {
                all.add(of(entry));
            }
        }
        return all;
    }

    private static ManifestTruth of(Mapping entry) {
        Mapping truth = mapping(entry, "truth").orElse(entry);
        Mapping known = mapping(truth, "extracted").orElse(truth);
        String kind = text(entry, "kind").orElse("");
        Optional<Node> license = known.get("licenses").filter(it -> !isNull(it)).or(() -> known.get("license"));
        return new ManifestTruth(
                text(entry, "path").orElse(""),
                kind,
                isManifest(kind, truth, known),
                text(known, "pretty_name")
                        .or(() -> text(known, "name"))
                        .map(it -> it.strip().replaceAll("\\s++", " ")),
                each(license).stream()
                        .flatMap(it -> it instanceof Mapping own ? text(own, "name").stream() : text(it).stream())
                        .toList(),
                sources(known),
                Stream.of("annotations_creators", "language_creators")
                        .flatMap(key -> each(known.get(key)).stream())
                        .flatMap(it -> text(it).stream())
                        .filter("machine-generated"::equals)
                        .toList(),
                text(truth, "valid").filter("false"::equals).isPresent(),
                each(truth.get("expected_errors")).stream()
                        .flatMap(it -> text(it).stream())
                        .toList());
    }

    private static boolean isManifest(String kind, Mapping truth, Mapping known) {
        boolean plain = text(truth, "front_matter").filter("false"::equals).isPresent();
        boolean broken = text(known, "json_parses").filter("false"::equals).isPresent();
        boolean part = kind.equals("frictionless")
                && known.get("resources").filter(it -> !isNull(it)).isEmpty();
        boolean keyless = truth.has("keys") && known.members().isEmpty();
        return !plain && !broken && !part && !keyless;
    }

    /// Names of datasets that this one was made from, as the file has them.
    private static List<String> sources(Mapping known) {
        List<String> names = new ArrayList<>();
        for (Node node : each(known.get("source_datasets"))) {
            text(node)
                    .map(it -> it.strip().replaceFirst("^(?:extended|original)\\|", ""))
                    .filter(it -> !it.equals("original") && !it.equals("extended") && !it.isEmpty())
                    .ifPresent(names::add);
        }
        for (Node node : each(known.get("sources"))) {
            if (node instanceof Mapping source) {
                text(source, "title")
                        .or(() -> text(source, "name"))
                        .or(() -> text(source, "path"))
                        .ifPresent(it -> names.add(it.strip()));
            }
        }
        return names;
    }

    private static Optional<Mapping> mapping(Mapping mapping, String key) {
        return mapping.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    private static List<Node> each(Optional<Node> node) {
        return node.filter(it -> !isNull(it))
                .map(it -> it instanceof Sequence list ? list.items() : List.of(it))
                .orElse(List.of());
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    private static Optional<String> text(Mapping mapping, String key) {
        return mapping.get(key).flatMap(ManifestTruth::text);
    }

    private static Optional<String> text(Node node) {
        return node instanceof Scalar scalar
                        && !scalar.isNull()
                        && !scalar.text().isBlank()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }
}
