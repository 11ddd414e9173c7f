package org.provgate.formats.spdx;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Ids;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.spdx.SpdxGraph.Relation;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// Files, sources and teachers of an SPDX document, by its relationships.
final class SpdxLineage {

    private final SpdxGraph graph;
    private final Mapping dataset;
    private final CommunityManifest manifest;
    private final Ids ids = new Ids();
    private final Map<String, Mapping> sources = new LinkedHashMap<>();
    private final Map<String, Mapping> teachers = new LinkedHashMap<>();

    /// Ids of sources and teachers, by the element that was made from or by them.
    private final Map<String, Set<String>> madeFrom = new LinkedHashMap<>();

    private final Map<String, Set<String>> madeBy = new LinkedHashMap<>();

    SpdxLineage(SpdxGraph graph, Mapping dataset, CommunityManifest manifest) {
        this.graph = graph;
        this.dataset = dataset;
        this.manifest = manifest;
    }

    void into(Assembly assembly) {
        graph.relations("descendantOf").forEach(it -> it.to().forEach(to -> derived(it.from(), to)));
        graph.relations("ancestorOf").forEach(it -> it.to().forEach(to -> derived(to, it.from())));
        graph.relations("generates").forEach(it -> it.to().forEach(to -> generated(to, it.from(), it)));
        builds();
        String own = SpdxGraph.id(dataset).orElse("");
        Set<String> contained = new LinkedHashSet<>();
        graph.relations("contains").filter(it -> it.from().equals(own)).forEach(it -> contained.addAll(it.to()));
        for (Mapping file : graph.ofType(SpdxGraph.FILE)) {
            String id = SpdxGraph.id(file).orElse("");
            if (contained.isEmpty() || contained.contains(id)) {
                file(file, id, own, assembly);
            }
        }
        sources.values().forEach(assembly::source);
        teachers.values().forEach(assembly::teacher);
    }

    private void builds() {
        for (Mapping build : graph.ofType(SpdxGraph.BUILD)) {
            String id = SpdxGraph.id(build).orElse("");
            List<String> outputs = Stream.of("hasOutput", "hasOutputs")
                    .flatMap(graph::relations)
                    .filter(it -> it.from().equals(id))
                    .flatMap(it -> it.to().stream())
                    .toList();
            List<Relation> inputs = Stream.of("hasInput", "hasInputs", "usesTool")
                    .flatMap(graph::relations)
                    .filter(it -> it.from().equals(id))
                    .toList();
            for (String output : outputs) {
                inputs.forEach(input -> input.to().forEach(from -> {
                    if (isOf(from, SpdxGraph.MODEL)) {
                        generated(output, from, input);
                    } else {
                        derived(output, from);
                    }
                }));
            }
        }
    }

    private boolean isOf(String id, String type) {
        return graph.element(id).filter(it -> SpdxGraph.type(it).equals(type)).isPresent();
    }

    private void derived(String what, String from) {
        if (isOf(from, SpdxGraph.DATASET) && !from.equals(SpdxGraph.id(dataset).orElse(""))) {
            madeFrom.computeIfAbsent(what, _ -> new LinkedHashSet<>())
                    .add(source(from, graph.element(from).orElseThrow()));
        }
    }

    private String source(String key, Mapping element) {
        Map<String, Node> stated = graph.stated(element);
        Scalar name = Texts.scalar(element, "name").orElseGet(() -> Texts.text(element, key));
        String id = ids.of("source " + key, stated, name);
        sources.computeIfAbsent(
                id,
                _ -> Parts.at(element)
                        .fields(stated)
                        .text("id", name, id)
                        .text("type", name, "dataset")
                        .put("name", Texts.line(name))
                        .put(
                                "uri",
                                Texts.scalar(element, "software_downloadLocation")
                                        .or(() -> Texts.scalar(element, "software_homePage"))
                                        .flatMap(Texts::address))
                        .put("version", Texts.scalar(element, "software_packageVersion"))
                        .put(
                                "description",
                                Texts.scalar(element, "dataset_dataCollectionProcess")
                                        .map(Texts::prose))
                        .put("license", graph.license(element))
                        .put("sha256", sha256(element))
                        .mapping());
        return id;
    }

    private void generated(String what, String by, Relation relation) {
        Optional<Mapping> model =
                graph.element(by).filter(it -> SpdxGraph.type(it).equals(SpdxGraph.MODEL));
        model.ifPresent(
                it -> madeBy.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(teacher(by, it, relation)));
    }

    private String teacher(String key, Mapping element, Relation relation) {
        Map<String, Node> stated = graph.stated(element);
        graph.stated(relation.at()).forEach(stated::putIfAbsent);
        Scalar name = Texts.scalar(element, "name").orElseGet(() -> Texts.text(element, key));
        String id = ids.of("model " + key, stated, name);
        Optional<Scalar> provider = Stream.of("suppliedBy", "originatedBy")
                .flatMap(it -> graph.agents(element, it).stream())
                .flatMap(it -> Texts.scalar(it, "name").stream())
                .findFirst();
        teachers.computeIfAbsent(
                id,
                _ -> Parts.at(element)
                        .fields(stated)
                        .text("id", name, id)
                        .put("provider", provider.map(Texts::line))
                        .put("model", Texts.line(name))
                        .put("revision", Texts.scalar(element, "software_packageVersion"))
                        .put(
                                "uri",
                                Texts.scalar(element, "software_downloadLocation")
                                        .flatMap(Texts::address))
                        .put("generationPeriod", period(relation.at()))
                        .mapping());
        return id;
    }

    private static Optional<Node> period(Mapping relation) {
        Optional<Scalar> start = Texts.scalar(relation, "startTime").map(Texts::date);
        Optional<Scalar> end = Texts.scalar(relation, "endTime").map(Texts::date);
        return Parts.period(start, end);
    }

    private void file(Mapping file, String id, String own, Assembly assembly) {
        Optional<Scalar> name = Texts.scalar(file, "name");
        if (name.isEmpty()) {
            manifest.fault(file, "A file has no name, so that nobody can tell which it is", "Give its path as `name`.");
            return;
        }
        Parts entry = assembly.file(file).fields(graph.stated(file));
        boolean glob = entry.has("glob") || name.get().text().indexOf('*') >= 0;
        String path = name.get().text().strip();
        entry.put(glob ? "glob" : "path", Texts.text(name.get(), path.startsWith("./") ? path.substring(2) : path));
        if (!glob) {
            entry.put("sha256", sha256(file));
        }
        entry.put("mediaType", Texts.scalar(file, "contentType"));
        entry.all("sources", referred(file, madeFrom.getOrDefault(id, madeFrom.getOrDefault(own, Set.of()))));
        entry.all("teachers", referred(file, madeBy.getOrDefault(id, madeBy.getOrDefault(own, Set.of()))));
    }

    private static List<Scalar> referred(Mapping at, Set<String> ids) {
        return ids.stream().map(id -> Texts.text(at, id)).toList();
    }

    private static Optional<Scalar> sha256(Mapping element) {
        return Texts.mappings(Texts.each(element, "verifiedUsing")).stream()
                .filter(it -> Texts.scalar(it, "algorithm")
                        .filter(algorithm -> algorithm.text().equals("sha256"))
                        .isPresent())
                .flatMap(it -> Texts.scalar(it, "hashValue").stream())
                .findFirst();
    }
}
