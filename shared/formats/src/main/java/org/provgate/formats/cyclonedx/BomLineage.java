package org.provgate.formats.cyclonedx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Ids;
import org.provgate.formats.community.ModelNames;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// Files, sources and teachers of a bill of materials, and what depends on what.
final class BomLineage {

    private final Mapping root;
    private final Mapping dataset;
    private final List<Mapping> components;
    private final CommunityManifest manifest;
    private final Ids ids = new Ids();
    private final Map<String, Mapping> sources = new LinkedHashMap<>();
    private final Map<String, Mapping> teachers = new LinkedHashMap<>();

    /// References of components to the ids of the sources and teachers they are.
    private final Map<String, String> sourceIds = new HashMap<>();

    private final Map<String, String> teacherIds = new HashMap<>();

    /// What each reference depends on, by dependencies and by workflows.
    private final Map<String, Set<String>> inputs = new HashMap<>();

    private final Map<String, Mapping> workflows = new HashMap<>();

    BomLineage(Mapping root, Mapping dataset, List<Mapping> components, CommunityManifest manifest) {
        this.root = root;
        this.dataset = dataset;
        this.components = components;
        this.manifest = manifest;
    }

    void into(Assembly assembly) {
        dependencies();
        workflows();
        ancestors(dataset).forEach(this::source);
        components.stream()
                .filter(it -> BomReader.isOf(it, "data") && !it.pointer().equals(dataset.pointer()))
                .filter(it -> isUsed(it) || Properties.of(it).containsKey("rightsBasis"))
                .forEach(this::source);
        components.stream()
                .filter(it -> BomReader.isOf(it, "machine-learning-model"))
                .forEach(this::model);
        for (Mapping file : components) {
            if (BomReader.isOf(file, "file")) {
                file(file, assembly);
            }
        }
        sources.values().forEach(assembly::source);
        teachers.values().forEach(assembly::teacher);
    }

    private void dependencies() {
        for (Mapping dependency : Texts.mappings(Texts.each(root, "dependencies"))) {
            Optional<Scalar> from = Texts.scalar(dependency, "ref");
            if (from.isPresent()) {
                Texts.scalars(Texts.each(dependency, "dependsOn"))
                        .forEach(on -> inputs.computeIfAbsent(from.get().text(), _ -> new LinkedHashSet<>())
                                .add(on.text()));
            }
        }
    }

    private void workflows() {
        for (Mapping formula : Texts.mappings(Texts.each(root, "formulation"))) {
            for (Mapping workflow : Texts.mappings(Texts.each(formula, "workflows"))) {
                Set<String> in = references(workflow, "inputs");
                for (String out : references(workflow, "outputs")) {
                    inputs.computeIfAbsent(out, _ -> new LinkedHashSet<>()).addAll(in);
                }
                in.forEach(it -> workflows.putIfAbsent(it, workflow));
            }
        }
    }

    private static Set<String> references(Mapping workflow, String name) {
        Set<String> references = new LinkedHashSet<>();
        for (Mapping each : Texts.mappings(Texts.each(workflow, name))) {
            if (each.get("resource").orElse(each) instanceof Mapping resource) {
                Texts.scalar(resource, "ref").ifPresent(it -> references.add(it.text()));
            }
        }
        return references;
    }

    private static List<Mapping> ancestors(Mapping component) {
        return component
                .get("pedigree")
                .filter(Mapping.class::isInstance)
                .map(it -> Texts.mappings(Texts.each((Mapping) it, "ancestors")))
                .orElse(List.of());
    }

    private boolean isUsed(Mapping component) {
        return BomReader.reference(component)
                .filter(reference -> inputs.values().stream().anyMatch(on -> on.contains(reference)))
                .isPresent();
    }

    private Optional<String> source(Mapping component) {
        if (BomReader.isOf(component, "machine-learning-model")) {
            return model(component);
        }
        Optional<Scalar> name = Texts.scalar(component, "name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Node> stated = Properties.of(component);
        String key = "source " + BomReader.reference(component).orElse(component.pointer());
        String id = ids.of(key, stated, name.get());
        Optional<Scalar> address = BomReader.address(component, "distribution", "website", "vcs");
        BomReader.reference(component).ifPresent(it -> sourceIds.put(it, id));
        sources.computeIfAbsent(
                id,
                _ -> BomReader.named(Parts.at(component).fields(stated), component)
                        .text("id", name.get(), id)
                        .text("type", name.get(), "dataset")
                        .put("uri", address)
                        .put("version", Texts.scalar(component, "version"))
                        .put(
                                "description",
                                Texts.scalar(component, "description").map(Texts::prose))
                        .put("license", BomReader.license(component))
                        .put("sha256", BomReader.sha256(component, manifest))
                        .mapping());
        return Optional.of(id);
    }

    /// A model is a teacher when it says so, or when files or the dataset depend on it. Models that were trained with
    /// the dataset are described too, and are none.
    private Optional<String> model(Mapping component) {
        Map<String, Node> stated = Properties.of(component);
        Optional<Scalar> name = Texts.scalar(component, "name");
        boolean teacher = Optional.ofNullable(stated.remove("role"))
                .flatMap(Texts::scalar)
                .map(role -> role.text().equals("teacher"))
                .orElseGet(() -> isUsed(component) || isAncestor(component));
        if (name.isEmpty() || !teacher) {
            name.filter(it -> ModelNames.resembles(it.text()) && !stated.isEmpty())
                    .ifPresent(it -> manifest.notice(
                            it,
                            "The model %s is described, and nothing says that it made any of the data"
                                    .formatted(it.inWords()),
                            "If it did, give it the property `dpm:role` with the value `teacher`."));
            return Optional.empty();
        }
        String key = "model " + BomReader.reference(component).orElse(component.pointer());
        String id = ids.of(key, stated, name.get());
        BomReader.reference(component).ifPresent(it -> teacherIds.put(it, id));
        String group =
                Texts.scalar(component, "group").map(it -> it.text() + "/").orElse("");
        teachers.computeIfAbsent(
                id,
                _ -> Parts.at(component)
                        .fields(stated)
                        .text("id", name.get(), id)
                        .put(
                                "provider",
                                Texts.scalar(component, "publisher")
                                        .or(() -> supplier(component))
                                        .map(Texts::line))
                        .text("model", name.get(), group + name.get().text().strip())
                        .put("revision", Texts.scalar(component, "version"))
                        .put("uri", BomReader.address(component, "distribution", "website", "vcs"))
                        .put("generationPeriod", period(component))
                        .mapping());
        return Optional.of(id);
    }

    private boolean isAncestor(Mapping component) {
        return ancestors(dataset).stream().anyMatch(it -> it.pointer().equals(component.pointer()));
    }

    private static Optional<Scalar> supplier(Mapping component) {
        return component
                .get("supplier")
                .or(() -> component.get("manufacturer"))
                .filter(Mapping.class::isInstance)
                .flatMap(it -> Texts.scalar((Mapping) it, "name"));
    }

    private Optional<Node> period(Mapping component) {
        Optional<Mapping> workflow = BomReader.reference(component).map(workflows::get);
        Optional<Scalar> start =
                workflow.flatMap(it -> Texts.scalar(it, "timeStart")).map(Texts::date);
        Optional<Scalar> end =
                workflow.flatMap(it -> Texts.scalar(it, "timeEnd")).map(Texts::date);
        return Parts.period(start, end);
    }

    private void file(Mapping component, Assembly assembly) {
        Optional<Scalar> name = Texts.scalar(component, "name");
        if (name.isEmpty()) {
            return;
        }
        Map<String, Node> stated = Properties.of(component);
        Parts entry = assembly.file(component).fields(stated);
        boolean glob = name.get().text().indexOf('*') >= 0;
        if (!entry.has("glob")) {
            entry.put(
                    glob ? "glob" : "path",
                    Texts.text(name.get(), name.get().text().strip()));
        }
        if (!glob) {
            entry.put("sha256", BomReader.sha256(component, manifest));
        }
        entry.put("mediaType", Texts.scalar(component, "mime-type"));
        entry.put("license", BomReader.license(component));
        Set<String> on = new HashSet<>();
        BomReader.reference(component).ifPresent(it -> reach(it, on, 0));
        for (Mapping ancestor : ancestors(component)) {
            source(ancestor);
            BomReader.reference(ancestor).ifPresent(on::add);
        }
        entry.all("sources", referred(component, on, sourceIds));
        entry.all("teachers", referred(component, on, teacherIds));
    }

    private void reach(String reference, Set<String> seen, int depth) {
        if (depth < 16) {
            for (String on : inputs.getOrDefault(reference, Set.of())) {
                if (seen.add(on)) {
                    reach(on, seen, depth + 1);
                }
            }
        }
    }

    private static List<Scalar> referred(Mapping at, Set<String> on, Map<String, String> known) {
        return on.stream()
                .filter(known::containsKey)
                .map(known::get)
                .distinct()
                .sorted()
                .map(id -> Texts.text(at, id))
                .toList();
    }
}
