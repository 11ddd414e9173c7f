package org.provgate.formats.spdx;

import java.util.List;
import java.util.Optional;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.CommunityReader;
import org.provgate.formats.community.Extension;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText.Notice;

/// Reads SPDX 3.0 with its dataset and AI profiles. SPDX 2 has no place for datasets; it is recognised and said so.
public final class SpdxReader implements CommunityReader {

    private static final String CONTEXT = "https://spdx.org/rdf/3.";

    @Override
    public ManifestFormat format() {
        return ManifestFormat.SPDX;
    }

    @Override
    public boolean recognises(Node root) {
        return root instanceof Mapping mapping && (isThree(mapping) || mapping.has("spdxVersion"));
    }

    private static boolean isThree(Mapping root) {
        return Texts.scalars(Texts.each(root, "@context")).stream()
                .anyMatch(it -> it.text().startsWith(CONTEXT));
    }

    @Override
    public ManifestReading read(String file, Node node, List<Notice> notices) {
        Mapping root = (Mapping) node;
        if (!isThree(root)) {
            return new UnsupportedVersion(
                    file,
                    format(),
                    root.get("spdxVersion").orElse(root).at(),
                    "The document is of SPDX 2, which has no place for datasets, sources or models; 3.0 is read");
        }
        CommunityManifest manifest = new CommunityManifest(format(), file, notices);
        if (!(root.get("@context").orElse(root) instanceof Scalar)) {
            manifest.notice(
                    root.get("@context").orElse(root),
                    "`@context` is a list; other tools want the one address",
                    "Write the address alone.");
        }
        SpdxGraph graph = new SpdxGraph(root, manifest);
        Optional<Mapping> dataset = graph.dataset();
        if (dataset.isEmpty()) {
            manifest.fault(
                    root,
                    "The document describes no `dataset_DatasetPackage`",
                    "Describe the dataset as one, with its files and where it comes from.");
        }
        Mapping described = dataset.orElse(root);
        Assembly assembly = new Assembly(described, graph.stated(described), manifest);
        dataset.or(() -> graph.ofType("software_Package").stream().findFirst())
                .ifPresent(it -> describe(it, graph, assembly, manifest));
        new SpdxLineage(graph, described, manifest).into(assembly);
        return manifest.bind(assembly.build());
    }

    private static void describe(Mapping node, SpdxGraph graph, Assembly assembly, CommunityManifest manifest) {
        Parts dataset = assembly.dataset();
        dataset.put("name", Texts.scalar(node, "name").map(Texts::line));
        dataset.put("version", Texts.scalar(node, "software_packageVersion").flatMap(Texts::version));
        dataset.put(
                "description",
                Texts.scalar(node, "description")
                        .or(() -> Texts.scalar(node, "summary"))
                        .map(Texts::prose));
        dataset.put(
                "url",
                Texts.scalar(node, "software_homePage")
                        .or(() -> Texts.scalar(node, "software_downloadLocation"))
                        .flatMap(Texts::address));
        dataset.put(
                "identifier",
                Texts.scalar(node, "spdxId")
                        .filter(it -> !it.text().startsWith(Extension.OWN_NAMES))
                        .flatMap(Texts::address));
        dataset.put("created", Texts.scalar(node, "builtTime").flatMap(Texts::day));
        dataset.put("intendedUse", Texts.scalar(node, "dataset_intendedUse").map(Texts::prose));
        dataset.all(
                "processing",
                Texts.scalars(Texts.each(node, "dataset_dataPreprocessing")).stream()
                        .map(Texts::prose)
                        .toList());
        dataset.put("license", graph.license(node));
        for (Scalar type : Texts.scalars(Texts.each(node, "dataset_datasetType"))) {
            if (type.text().equals("synthetic")) {
                manifest.fault(
                        type,
                        "SPDX has no dataset type \"synthetic\"; the type says how data is built, not who made it",
                        "Name the type of the data, and the model by a relationship `generates`.");
            }
        }
        if (node.get("dataset_datasetType").filter(Scalar.class::isInstance).isPresent()) {
            manifest.fault(
                    node.get("dataset_datasetType").orElseThrow(),
                    "`dataset_datasetType` is a single value; a list is wanted",
                    "Put it between `[` and `]`.");
        }
        for (String name : List.of("packageVersion", "datasetType", "downloadLocation", "primaryPurpose")) {
            node.get(name)
                    .ifPresent(it -> manifest.fault(
                            it,
                            "`%s` has no prefix of its profile and is not read".formatted(name),
                            "Write it with its prefix, as in `software_packageVersion` or `dataset_datasetType`."));
        }
        graph.agents(node, "originatedBy")
                .forEach(it -> assembly.contributor(it, Texts.scalar(it, "name"), Optional.empty(), "creator"));
        graph.agents(node, "suppliedBy")
                .forEach(it -> assembly.contributor(it, Texts.scalar(it, "name"), Optional.empty(), "publisher"));
        graph.makers(node)
                .forEach(it -> assembly.contributor(it, Texts.scalar(it, "name"), Optional.empty(), "contact"));
    }
}
