package org.provgate.formats.croissant;

import static org.provgate.formats.jsonld.LdContext.CROISSANT;
import static org.provgate.formats.jsonld.LdContext.DCT;
import static org.provgate.formats.jsonld.LdContext.PROV;
import static org.provgate.formats.jsonld.LdContext.RAI;
import static org.provgate.formats.jsonld.LdContext.SCHEMA;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.CommunityReader;
import org.provgate.formats.community.ModelNames;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.jsonld.LdGraph;
import org.provgate.formats.jsonld.LdValues;
import org.provgate.formats.prov.ProvTrail;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText.Notice;

/// Reads Croissant in every version, however its JSON-LD is written.
public final class CroissantReader implements CommunityReader {

    @Override
    public ManifestFormat format() {
        return ManifestFormat.CROISSANT;
    }

    @Override
    public boolean recognises(Node root) {
        LdGraph graph = LdGraph.of(root, SCHEMA);
        return !graph.top().isEmpty()
                && (graph.context().speaks(CROISSANT)
                        || graph.top().stream()
                                .anyMatch(node -> conforms(graph, node) || speaksCroissant(graph, node)));
    }

    private static boolean conforms(LdGraph graph, Mapping node) {
        return graph.texts(node, DCT + "conformsTo", SCHEMA + "conformsTo").stream()
                .anyMatch(it -> it.text().contains("mlcommons.org/croissant"));
    }

    /// Before 1.0 nothing was conformed to; then its words tell.
    private static boolean speaksCroissant(LdGraph graph, Mapping node) {
        Stream<String> own = graph.members(node).keySet().stream();
        Stream<String> types = graph.types(node).stream();
        Stream<String> parts =
                graph.nodes(node, SCHEMA + "distribution").stream().flatMap(part -> graph.types(part).stream());
        return Stream.of(own, types, parts)
                .flatMap(names -> names)
                .anyMatch(name -> name.startsWith(CROISSANT) && !name.startsWith(RAI));
    }

    @Override
    public ManifestReading read(String file, Node root, List<Notice> notices) {
        CommunityManifest manifest = new CommunityManifest(format(), file, notices);
        LdGraph graph = LdGraph.of(root, SCHEMA);
        Mapping dataset = dataset(graph, manifest);
        remarks(graph, dataset, manifest);
        Assembly assembly = new Assembly(dataset, LdValues.extension(graph, dataset), manifest);
        ProvTrail trail = new ProvTrail(graph, manifest);
        describe(graph, dataset, assembly.dataset());
        contributors(graph, dataset, assembly);
        ProvTrail.Steps whole = trail.of(dataset);
        new CroissantFiles(graph, trail, whole, manifest).read(dataset, assembly);
        trail.sources().forEach(assembly::source);
        trail.teachers().forEach(assembly::teacher);
        new Tools(graph, dataset, manifest).into(assembly);
        new CroissantRecords(graph, manifest).check(dataset);
        return manifest.bind(assembly.build());
    }

    private static Mapping dataset(LdGraph graph, CommunityManifest manifest) {
        List<Mapping> datasets = graph.top().stream()
                .filter(node -> graph.hasType(node, SCHEMA + "Dataset"))
                .filter(node -> graph.top().size() == 1
                        || conforms(graph, node)
                        || !graph.values(node, SCHEMA + "distribution").isEmpty())
                .toList();
        if (datasets.size() > 1) {
            manifest.fault(
                    datasets.get(1),
                    "A second dataset stands here; the first is on line %d"
                            .formatted(datasets.getFirst().at().line()),
                    "Describe one dataset in a file.");
        }
        return datasets.stream()
                .findFirst()
                .or(() -> graph.top().stream()
                        .filter(node -> conforms(graph, node))
                        .findFirst())
                .orElseGet(() -> graph.top().getFirst());
    }

    private static void remarks(LdGraph graph, Mapping dataset, CommunityManifest manifest) {
        graph.context()
                .remote()
                .forEach(address -> manifest.fault(
                        address,
                        "The context %s stands elsewhere and is not fetched; terms that only it explains are not read"
                                .formatted(address.inWords()),
                        "Write the context out, as the Croissant specification does."));
        if (!graph.hasType(dataset, SCHEMA + "Dataset")) {
            manifest.fault(
                    dataset.get("@type").orElse(dataset),
                    "The document is not of type `sc:Dataset`",
                    "Write `\"@type\": \"sc:Dataset\"`.");
        }
        if (!conforms(graph, dataset)) {
            manifest.notice(
                    dataset,
                    "`conformsTo` does not name a version of Croissant; it is read as one from before 1.0",
                    "Add `\"conformsTo\": \"http://mlcommons.org/croissant/1.1\"`.");
        }
    }

    private static void describe(LdGraph graph, Mapping node, Parts dataset) {
        dataset.put("name", graph.text(node, SCHEMA + "name").map(Texts::line));
        dataset.put("description", graph.text(node, SCHEMA + "description").map(Texts::prose));
        dataset.put("url", graph.text(node, SCHEMA + "url").flatMap(Texts::address));
        dataset.put("version", graph.text(node, SCHEMA + "version").flatMap(Texts::version));
        dataset.put(
                "identifier",
                Stream.of("@id", SCHEMA + "identifier", SCHEMA + "sameAs")
                        .flatMap(name -> graph.text(node, name).stream())
                        .filter(it -> !it.text().startsWith("_:"))
                        .flatMap(it -> Texts.address(it).stream())
                        .findFirst());
        dataset.put("license", Texts.licenses(licenses(graph, node)));
        dataset.put("licenseLink", Texts.licenseLink(licenses(graph, node)));
        dataset.all(
                "languages",
                graph.texts(node, SCHEMA + "inLanguage").stream()
                        .flatMap(it -> Texts.language(it).stream())
                        .toList());
        dataset.put(
                "created",
                Stream.of(SCHEMA + "dateCreated", SCHEMA + "datePublished")
                        .flatMap(name -> graph.text(node, name).stream())
                        .flatMap(it -> Texts.day(it).stream())
                        .findFirst());
        dataset.put("intendedUse", graph.text(node, RAI + "dataUseCases").map(Texts::prose));
        dataset.put("previousVersion", graph.text(node, PROV + "wasRevisionOf").map(Texts::line));
        dataset.all(
                "processing",
                Stream.of(
                                RAI + "dataPreprocessingProtocol",
                                RAI + "dataImputationProtocol",
                                RAI + "dataManipulationProtocol")
                        .flatMap(name -> graph.texts(node, name).stream())
                        .map(Texts::prose)
                        .toList());
    }

    /// An address, an id, or a work with an address and a name.
    private static List<Scalar> licenses(LdGraph graph, Mapping node) {
        return graph.values(node, SCHEMA + "license", DCT + "license").stream()
                .flatMap(value -> {
                    Optional<Scalar> work = value instanceof Mapping mapping
                            ? graph.text(graph.resolved(mapping), SCHEMA + "url", SCHEMA + "identifier", "@id")
                                    .or(() -> graph.text(graph.resolved(mapping), SCHEMA + "name"))
                            : Optional.empty();
                    return work.or(() -> LdValues.scalar(value)).stream();
                })
                .toList();
    }

    private static void contributors(LdGraph graph, Mapping node, Assembly assembly) {
        record Part(String term, String role) {}
        List<Part> parts = List.of(
                new Part(SCHEMA + "creator", "creator"),
                new Part(SCHEMA + "author", "creator"),
                new Part(SCHEMA + "publisher", "publisher"),
                new Part(SCHEMA + "contributor", "curator"));
        for (Part part : parts) {
            for (Node value : graph.values(node, part.term)) {
                if (value instanceof Mapping mapping) {
                    Mapping person = graph.resolved(mapping);
                    assembly.contributor(
                            person,
                            graph.text(person, SCHEMA + "name", PROV + "label", "@value", "@id"),
                            graph.text(person, SCHEMA + "email"),
                            part.role);
                } else {
                    assembly.contributor(value, Texts.scalar(value), Optional.empty(), part.role);
                }
            }
        }
    }

    /// What the responsible-AI terms say about models without naming them as agents.
    private record Tools(LdGraph graph, Mapping dataset, CommunityManifest manifest) {

        void into(Assembly assembly) {
            for (Scalar tool : graph.texts(dataset, RAI + "machineAnnotationTools")) {
                if (ModelNames.resembles(tool.text()) && !named(assembly, tool)) {
                    assembly.teacher(Parts.at(tool)
                            .text(
                                    "id",
                                    tool,
                                    "annotator-" + (assembly.teachers().size() + 1))
                            .put("model", Texts.line(tool))
                            .all("uses", List.of(Texts.text(tool, "annotated")))
                            .mapping());
                } else if (!named(assembly, tool)) {
                    manifest.notice(
                            tool,
                            "%s is named as a tool that annotated the data".formatted(tool.inWords()),
                            "If it is a model, list it as a teacher with the use `annotated`.");
                }
            }
            graph.text(dataset, RAI + "hasSyntheticData").ifPresent(said -> synthetic(said, assembly));
        }

        private static boolean named(Assembly assembly, Scalar tool) {
            return assembly.teachers().stream()
                    .flatMap(teacher -> Texts.scalar(teacher, "model").stream())
                    .anyMatch(model -> tool.text().contains(model.text()));
        }

        private void synthetic(Scalar said, Assembly assembly) {
            boolean yes = said.text().equalsIgnoreCase("true");
            boolean listed = !assembly.teachers().isEmpty()
                    || LdValues.extension(graph, dataset).get("teachers") instanceof Sequence;
            if (yes && !listed) {
                manifest.fault(
                        said,
                        "`rai:hasSyntheticData` is true, and no model is named that made the rows",
                        "Name the model as an agent of `prov:wasGeneratedBy` with `dpm:provider` and `dpm:model`, or"
                                + " list it under `dpm:teachers`.");
            } else if (said.text().equalsIgnoreCase("false") && listed) {
                manifest.fault(
                        said,
                        "`rai:hasSyntheticData` is false, and yet a model is named as a teacher",
                        "Correct one of the two.");
            }
        }
    }
}
