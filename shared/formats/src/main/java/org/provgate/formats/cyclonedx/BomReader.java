package org.provgate.formats.cyclonedx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.CommunityReader;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText.Notice;

/// Reads CycloneDX 1.4 to 1.7: a dataset as a component of type `data`, its files and its teachers as components.
public final class BomReader implements CommunityReader {

    private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6", "1.7");

    @Override
    public ManifestFormat format() {
        return ManifestFormat.CYCLONEDX;
    }

    @Override
    public boolean recognises(Node root) {
        return root instanceof Mapping mapping
                && Texts.scalar(mapping, "bomFormat")
                        .filter(it -> it.text().equals("CycloneDX"))
                        .isPresent();
    }

    @Override
    public ManifestReading read(String file, Node node, List<Notice> notices) {
        Mapping root = (Mapping) node;
        CommunityManifest manifest = new CommunityManifest(format(), file, notices);
        Optional<Scalar> version = Texts.scalar(root, "specVersion");
        if (version.isEmpty()) {
            manifest.fault(root, "The document has no `specVersion`", "Add it, for instance \"1.6\".");
        } else if (!VERSIONS.contains(version.get().text())) {
            return new UnsupportedVersion(
                    file,
                    format(),
                    version.get().at(),
                    "The document is of CycloneDX %s; versions 1.4 to 1.7 are read"
                            .formatted(version.get().inWords()));
        } else if (version.get().form() == Scalar.Form.NUMBER) {
            manifest.fault(
                    version.get(),
                    "`specVersion` is a number; a text is wanted",
                    "Write \"%s\".".formatted(version.get().text()));
        }
        return new Bom(root, manifest).read();
    }

    /// One document.
    private static final class Bom {

        private final Mapping root;
        private final CommunityManifest manifest;
        private final Mapping metadata;
        private final List<Mapping> components = new ArrayList<>();

        Bom(Mapping root, CommunityManifest manifest) {
            this.root = root;
            this.manifest = manifest;
            this.metadata = root.get("metadata").orElse(root) instanceof Mapping mapping ? mapping : root;
            collect(Texts.each(root, "components"), 0);
            metadata.get("component").ifPresent(it -> collectInside(it));
        }

        private void collectInside(Node component) {
            if (component instanceof Mapping mapping) {
                collect(Texts.each(mapping, "components"), 0);
            }
        }

        private void collect(List<Node> nodes, int depth) {
            for (Mapping component : Texts.mappings(nodes)) {
                components.add(component);
                if (depth < 16) {
                    collect(Texts.each(component, "components"), depth + 1);
                }
            }
        }

        ManifestReading read() {
            Optional<Mapping> dataset = dataset();
            Mapping described = dataset.orElse(root);
            Map<String, Node> stated = Properties.of(described);
            Properties.of(metadata).forEach(stated::putIfAbsent);
            Properties.of(root).forEach(stated::putIfAbsent);
            stated.remove("role");
            Assembly assembly = new Assembly(described, stated, manifest);
            if (dataset.isEmpty()) {
                manifest.fault(
                        metadata.get("component").orElse(root),
                        "The document describes no component of type `data`, which the dataset would be",
                        "Describe the dataset as `metadata.component` with the type `data`.");
            }
            new BomDataset(dataset.or(this::main).orElse(root), metadata).into(assembly);
            new BomLineage(root, described, components, manifest).into(assembly);
            new BomWords(manifest).check(root, metadata, components);
            return manifest.bind(assembly.build());
        }

        private Optional<Mapping> main() {
            return metadata.get("component").filter(Mapping.class::isInstance).map(Mapping.class::cast);
        }

        private Optional<Mapping> dataset() {
            Optional<Mapping> main = main().filter(it -> isOf(it, "data"));
            if (main.isPresent()) {
                return main;
            }
            List<Mapping> all = components.stream()
                    .filter(it -> isOf(it, "data"))
                    .filter(it -> !Properties.of(it).containsKey("rightsBasis"))
                    .toList();
            if (all.size() > 1) {
                manifest.fault(
                        all.get(1),
                        "Several components are of type `data`, and none is `metadata.component`; the first is taken"
                                + " for the dataset",
                        "Describe the dataset as `metadata.component`.");
            }
            return all.stream().findFirst();
        }
    }

    static boolean isOf(Mapping component, String type) {
        return Texts.scalar(component, "type")
                .filter(it -> it.text().equals(type))
                .isPresent();
    }

    static Optional<String> reference(Mapping component) {
        return Texts.scalar(component, "bom-ref").map(Scalar::text);
    }

    /// Licences of a component, of all forms that the versions have.
    static Optional<Scalar> license(Mapping component) {
        List<Scalar> all = new ArrayList<>();
        for (Mapping choice : Texts.mappings(Texts.each(component, "licenses"))) {
            Texts.scalar(choice, "expression").ifPresent(all::add);
            choice.get("license")
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .flatMap(it -> Texts.scalar(it, "id")
                            .or(() -> Texts.scalar(it, "name"))
                            .or(() -> Texts.scalar(it, "url")))
                    .ifPresent(all::add);
        }
        return Texts.licenses(all);
    }

    static Optional<Scalar> sha256(Mapping component, CommunityManifest manifest) {
        for (Mapping hash : Texts.mappings(Texts.each(component, "hashes"))) {
            Optional<Scalar> algorithm = Texts.scalar(hash, "alg");
            if (algorithm.isPresent() && algorithm.get().text().replace("-", "").equalsIgnoreCase("SHA256")) {
                if (!algorithm.get().text().equals("SHA-256")) {
                    manifest.fault(
                            algorithm.get(),
                            "The algorithm is %s; CycloneDX spells it `SHA-256`"
                                    .formatted(algorithm.get().inWords()),
                            "Write \"SHA-256\".");
                }
                return Texts.scalar(hash, "content")
                        .map(it -> Texts.text(it, it.text().strip()));
            }
        }
        return Optional.empty();
    }

    /// An address of one of the given kinds.
    static Optional<Scalar> address(Mapping component, String... kinds) {
        for (String kind : kinds) {
            Optional<Scalar> found = Texts.mappings(Texts.each(component, "externalReferences")).stream()
                    .filter(it -> isOf(it, kind))
                    .flatMap(it -> Texts.scalar(it, "url").flatMap(Texts::address).stream())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Texts.scalar(component, "purl").flatMap(Texts::address);
    }

    static Parts named(Parts parts, Mapping component) {
        return parts.put("name", Texts.scalar(component, "name").map(Texts::line));
    }
}
