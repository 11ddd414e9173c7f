package org.provgate.formats.cyclonedx;

import java.util.List;
import java.util.Set;
import org.provgate.core.license.LicenseText;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Shown;

/// Words that CycloneDX does not have where they stand. Nothing is decided by them, but what other tools refuse is
/// worth a note.
final class BomWords {

    private static final Set<String> TYPES = Set.of(
            "application",
            "container",
            "cryptographic-asset",
            "data",
            "device",
            "device-driver",
            "file",
            "firmware",
            "framework",
            "library",
            "machine-learning-model",
            "operating-system",
            "platform");

    private final CommunityManifest manifest;

    BomWords(CommunityManifest manifest) {
        this.manifest = manifest;
    }

    void check(Mapping root, Mapping metadata, List<Mapping> components) {
        licenses(metadata);
        for (Mapping component : components) {
            Texts.scalar(component, "type")
                    .filter(it -> !TYPES.contains(it.text()))
                    .ifPresent(it -> manifest.notice(
                            it,
                            "CycloneDX has no type %s of components".formatted(Shown.code(it.text())),
                            "Write `data`, `file` or `machine-learning-model`."));
            licenses(component);
        }
        for (Mapping dependency : Texts.mappings(Texts.each(root, "dependencies"))) {
            if (Texts.scalar(dependency, "ref").isEmpty()) {
                manifest.notice(
                        dependency.get("ref").orElse(dependency),
                        "A dependency does not say whose it is",
                        "Add `ref` with the `bom-ref` of the component.");
            }
        }
    }

    private void licenses(Mapping holder) {
        for (Mapping choice : Texts.mappings(Texts.each(holder, "licenses"))) {
            for (Mapping license : Texts.mappings(Texts.each(choice, "license"))) {
                if (!license.has("id") && !license.has("name")) {
                    manifest.notice(license, "A licence has neither `id` nor `name`", "Add the SPDX id as `id`.");
                }
                Texts.scalar(license, "id")
                        .filter(it -> !(LicenseText.read(it.text()) instanceof LicenseText.Expression))
                        .ifPresent(it -> manifest.notice(
                                it,
                                "The SPDX list has no licence %s".formatted(Shown.code(it.text())),
                                "Correct the id, or write it as `name`."));
                encoding(license);
            }
        }
    }

    private void encoding(Mapping license) {
        for (Node text : Texts.each(license, "text")) {
            if (text instanceof Mapping attachment) {
                Texts.scalar(attachment, "encoding")
                        .filter(it -> !it.text().equals("base64"))
                        .ifPresent(it -> manifest.notice(
                                it,
                                "The text of a licence is in the encoding %s; CycloneDX has `base64` alone"
                                        .formatted(Shown.code(it.text())),
                                "Write it in Base64, or as it is without `encoding`."));
            }
        }
    }
}
