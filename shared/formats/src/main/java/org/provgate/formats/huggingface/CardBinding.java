package org.provgate.formats.huggingface;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Extension;
import org.provgate.formats.community.Ids;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.fields.Spelling;
import org.provgate.formats.manifest.NativeManifestReader;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.Shown;

/// What a card's front matter says of a dataset, and the native fields under `x-provenance`.
final class CardBinding {

    private static final String EXTENSION = "x-provenance";
    private static final String HUB = "https://huggingface.co/datasets/";

    /// Words that say a model had a hand in the data, without saying which.
    private static final Set<String> SUSPICIONS =
            Set.of("synthetic", "distilabel", "rlaif", "datadreamer", "synthetic-data", "model-generated");

    private final Mapping root;
    private final CommunityManifest manifest;
    private final Map<String, Node> stated;

    CardBinding(Mapping root, CommunityManifest manifest) {
        this.root = root;
        this.manifest = manifest;
        this.stated = stated(root, manifest);
    }

    private static Map<String, Node> stated(Mapping root, CommunityManifest manifest) {
        Map<String, Node> fields = new LinkedHashMap<>();
        Optional<Node> extension = root.get(EXTENSION);
        if (extension.isPresent() && !(extension.get() instanceof Mapping)) {
            manifest.fault(
                    extension.get(),
                    "`x-provenance` is %s; a mapping is wanted"
                            .formatted(extension.get().inWords()),
                    "Write the native fields under it, such as `teachers`.");
        }
        if (extension.isPresent() && extension.get() instanceof Mapping mapping) {
            mapping.members().forEach((name, node) -> {
                if (Extension.ofManifest().contains(name)) {
                    fields.put(name, node);
                } else if (!name.startsWith("x-")) {
                    manifest.fault(
                            node,
                            "%s is no field of the manifest%s"
                                    .formatted(
                                            Shown.code(name),
                                            Spelling.meant(name, Extension.ofManifest())
                                                    .map("; did you mean `%s`?"::formatted)
                                                    .orElse("")),
                            "Rename it, or put it under `dataset` if it belongs there.");
                }
            });
        }
        Node version = fields.get("manifest");
        if (version != null
                && Texts.scalar(version)
                        .filter(it -> it.text().equals(NativeManifestReader.VERSION))
                        .isEmpty()) {
            manifest.fault(
                    version,
                    "`manifest` is %s, which names no version that is read here".formatted(version.inWords()),
                    "Write `manifest: %s`.".formatted(NativeManifestReader.VERSION));
        }
        return fields;
    }

    /// @param ofModel whether the card describes a model
    ManifestReading read(boolean ofModel) {
        if (ofModel) {
            manifest.fault(
                    root,
                    "This is the card of a model; of the dataset it says nothing",
                    "Write a dataset card, or a provenance.yaml beside the data.");
        }
        Assembly assembly = new Assembly(root, stated, manifest);
        Parts dataset = assembly.dataset();
        dataset.put("name", Texts.scalar(root, "pretty_name").map(Texts::line));
        dataset.put("license", license());
        dataset.put(
                "licenseLink",
                Texts.scalar(root, "license_link")
                        .map(it -> Texts.text(it, it.text().strip())));
        dataset.all(
                "languages",
                Texts.scalars(Texts.each(root, "language")).stream()
                        .flatMap(it -> Texts.language(it).stream())
                        .toList());
        if (!ofModel) {
            sources(assembly);
        }
        suspicions();
        return manifest.bind(assembly.build());
    }

    private Optional<Scalar> license() {
        List<Scalar> ids = new ArrayList<>();
        for (Scalar id : Texts.scalars(Texts.each(root, "license"))) {
            ids.add(id.text().strip().toLowerCase(Locale.ROOT).equals("other") ? other(id) : id);
        }
        if (ids.size() > 1) {
            manifest.notice(
                    root.get("license").orElse(root),
                    "Several licences are listed without saying how they combine; they are read as all of them",
                    "State one SPDX expression under `x-provenance`: `dataset: {license: \"A OR B\"}`.");
        }
        return Texts.licenses(ids);
    }

    /// A licence of the contributor's own, known by the name the card gives it.
    private Scalar other(Scalar id) {
        String name = Texts.scalar(root, "license_name").map(Scalar::text).orElse("other");
        String plain = name.strip().replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^-+|-+$", "");
        return Texts.text(id, "LicenseRef-" + (plain.isEmpty() ? "other" : plain));
    }

    private void sources(Assembly assembly) {
        Ids ids = new Ids();
        for (Scalar written : Texts.scalars(Texts.each(root, "source_datasets"))) {
            String name = written.text().strip().replaceFirst("^(?:extended|original)\\|", "");
            if (name.isEmpty() || name.equals("original") || name.equals("extended")) {
                continue;
            }
            boolean address = name.startsWith("http://") || name.startsWith("https://");
            Parts source = Parts.at(written)
                    .text("id", written, ids.of(name, name))
                    .text("type", written, "dataset")
                    .put("name", Texts.line(Texts.text(written, name)));
            if (address || name.matches("[A-Za-z0-9._/-]+")) {
                source.text("uri", written, address ? name : HUB + name);
            }
            assembly.source(source.mapping());
        }
    }

    private void suspicions() {
        List<Scalar> signs = new ArrayList<>();
        for (String key : List.of("annotations_creators", "language_creators")) {
            Texts.scalars(Texts.each(root, key)).stream()
                    .filter(it -> it.text().equals("machine-generated"))
                    .forEach(signs::add);
        }
        Texts.scalars(Texts.each(root, "tags")).stream()
                .filter(it -> SUSPICIONS.contains(it.text().toLowerCase(Locale.ROOT)))
                .forEach(signs::add);
        boolean listed = stated.get("teachers") instanceof Sequence;
        for (Scalar sign : signs) {
            if (stated.containsKey("teachers") && !listed) {
                manifest.fault(
                        sign,
                        "`%s` says that a model had a hand in the data, and `x-provenance.teachers` names none"
                                .formatted(Shown.clipped(sign.text())),
                        "List the model as a teacher, or take the word out.");
            } else if (!listed) {
                manifest.notice(
                        sign,
                        "`%s` says that a model had a hand in the data; which one, the card does not say"
                                .formatted(Shown.clipped(sign.text())),
                        "List it under `x-provenance: {teachers: [...]}`.");
            }
        }
        if (!listed) {
            Texts.scalars(Texts.each(root, "base_model")).stream()
                    .limit(1)
                    .filter(_ -> !stated.containsKey("teachers"))
                    .forEach(base -> manifest.notice(
                            base,
                            "`base_model` in a dataset's card is not read as a teacher",
                            "If the model made the data, list it under `x-provenance: {teachers: [...]}`."));
        }
    }
}
