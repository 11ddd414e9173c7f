package org.provgate.formats.prov;

import static org.provgate.formats.jsonld.LdContext.DCT;
import static org.provgate.formats.jsonld.LdContext.PROV;
import static org.provgate.formats.jsonld.LdContext.SCHEMA;

import java.util.List;
import java.util.Optional;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.CommunityReader;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.jsonld.LdGraph;
import org.provgate.formats.jsonld.LdValues;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText.Notice;

/// Reads PROV in JSON-LD. An entity that was derived or generated is the dataset, or a file of it when it has a path.
public final class ProvReader implements CommunityReader {

    private static final String PATH = "[^#:?*\\s]+\\.[A-Za-z0-9.]{1,12}";

    @Override
    public ManifestFormat format() {
        return ManifestFormat.PROV;
    }

    @Override
    public boolean recognises(Node root) {
        if (isProvJson(root)) {
            return true;
        }
        LdGraph graph = LdGraph.of(root, "");
        return graph.top().stream()
                .anyMatch(node -> graph.members(node).keySet().stream().anyMatch(name -> name.startsWith(PROV))
                        || graph.types(node).stream().anyMatch(type -> type.startsWith(PROV)));
    }

    private static boolean isProvJson(Node root) {
        return root instanceof Mapping mapping
                && mapping.has("prefix")
                && (mapping.has("entity") || mapping.has("activity"));
    }

    @Override
    public ManifestReading read(String file, Node root, List<Notice> notices) {
        if (isProvJson(root)) {
            return new UnsupportedVersion(
                    file, format(), root.at(), "The file is PROV-JSON; of PROV only the JSON-LD form is read");
        }
        CommunityManifest manifest = new CommunityManifest(format(), file, notices);
        LdGraph graph = LdGraph.of(root, "");
        graph.context()
                .remote()
                .forEach(address -> manifest.notice(
                        address,
                        "The context %s stands elsewhere and is not fetched".formatted(address.inWords()),
                        "Write the context out."));
        List<Mapping> made = graph.top().stream()
                .filter(node -> !graph.values(node, PROV + "wasGeneratedBy", PROV + "wasDerivedFrom")
                        .isEmpty())
                .toList();
        for (Mapping node : graph.top()) {
            if (graph.hasType(node, PROV + "Entity")
                    && !graph.values(node, PROV + "wasAssociatedWith").isEmpty()) {
                manifest.fault(
                        node,
                        "An entity is associated with an agent; PROV says of entities `wasAttributedTo`",
                        "Write `prov:wasAttributedTo`, or associate the agent with the activity.");
            }
        }
        Mapping dataset = graph.top().stream()
                .filter(node -> graph.hasType(node, SCHEMA + "Dataset"))
                .findFirst()
                .or(() -> made.stream()
                        .filter(node -> path(graph, node).isEmpty())
                        .findFirst())
                .or(() -> graph.top().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("recognised without a node"));
        Assembly assembly = new Assembly(dataset, LdValues.extension(graph, dataset), manifest);
        describe(graph, dataset, assembly.dataset());
        ProvTrail trail = new ProvTrail(graph, manifest);
        trail.of(dataset);
        for (Mapping node : made) {
            ProvTrail.Steps steps = trail.of(node);
            path(graph, node).ifPresent(path -> {
                Parts entry = assembly.file(node)
                        .fields(LdValues.extension(graph, node))
                        .put("path", path);
                entry.all(
                        "sources",
                        steps.sources().stream().map(id -> Texts.text(node, id)).toList());
                entry.all(
                        "teachers",
                        steps.teachers().stream()
                                .map(id -> Texts.text(node, id))
                                .toList());
            });
        }
        for (Mapping agent : graph.nodes(dataset, PROV + "wasAttributedTo")) {
            if (graph.hasType(agent, PROV + "Person", PROV + "Organization")) {
                assembly.contributor(
                        agent,
                        graph.text(agent, ProvTrail.LABEL).or(() -> graph.text(agent, "@id")),
                        Optional.empty(),
                        "creator");
            }
        }
        trail.sources().forEach(assembly::source);
        trail.teachers().forEach(assembly::teacher);
        return manifest.bind(assembly.build());
    }

    private static void describe(LdGraph graph, Mapping node, Parts dataset) {
        dataset.put("name", graph.text(node, ProvTrail.LABEL).map(Texts::line));
        dataset.put(
                "description",
                graph.text(node, SCHEMA + "description", DCT + "description").map(Texts::prose));
        dataset.put("license", Texts.licenses(graph.texts(node, SCHEMA + "license", DCT + "license")));
        dataset.put("identifier", graph.text(node, "@id").flatMap(Texts::address));
    }

    private static Optional<Scalar> path(LdGraph graph, Mapping node) {
        return graph.text(node, PROV + "atLocation", "@id")
                .filter(it -> it.text().matches(PATH));
    }
}
