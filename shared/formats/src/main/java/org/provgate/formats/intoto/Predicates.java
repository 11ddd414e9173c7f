package org.provgate.formats.intoto;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Ids;
import org.provgate.formats.community.ModelNames;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.manifest.ManifestCandidates;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// What a statement says of its subjects: that they were declared, or how they were built.
record Predicates(Mapping statement, CommunityManifest manifest) {

    private static final String ANNOTATION = "dpm_";
    private static final Pattern PACKAGE = Pattern.compile("^pkg:huggingface/");

    Mapping assembled() {
        Mapping predicate = mapping(statement, "predicate");
        Assembly assembly = new Assembly(predicate, annotations(predicate), manifest);
        Texts.scalar(predicate, "declaredBy")
                .ifPresent(it -> assembly.contributor(it, Optional.of(it), Optional.of(it), "submitter"));
        Mapping definition = mapping(predicate, "buildDefinition");
        List<Node> materials = definition.has("resolvedDependencies")
                ? Texts.each(definition, "resolvedDependencies")
                : Texts.each(predicate, "materials");
        Ids ids = new Ids();
        for (Mapping material : Texts.mappings(materials)) {
            material(material, mapping(mapping(predicate, "runDetails"), "metadata"), ids, assembly);
        }
        subjects(assembly);
        return assembly.build();
    }

    private static Mapping mapping(Mapping holder, String name) {
        return holder.get(name).orElse(holder) instanceof Mapping mapping ? mapping : holder;
    }

    private void subjects(Assembly assembly) {
        for (Mapping subject : Texts.mappings(Texts.each(statement, "subject"))) {
            Optional<Scalar> name = Texts.scalar(subject, "name");
            boolean digested = subject.get("digest")
                    .filter(it ->
                            it instanceof Mapping digest && !digest.members().isEmpty())
                    .isPresent();
            if (!digested) {
                manifest.fault(subject, "A subject has no digest, so that nobody can tell what it is", "Add `digest`.");
            }
            if (name.isPresent() && !ManifestCandidates.isNative(name.get().text())) {
                assembly.file(subject)
                        .fields(annotations(subject))
                        .put("path", name.get())
                        .put("sha256", sha256(subject));
            }
        }
    }

    private void material(Mapping material, Mapping run, Ids ids, Assembly assembly) {
        Optional<Scalar> address = Texts.scalar(material, "uri");
        Optional<Scalar> name = Texts.scalar(material, "name").or(() -> address);
        if (name.isEmpty()) {
            return;
        }
        Map<String, Node> stated = annotations(material);
        boolean teacher = Optional.ofNullable(stated.remove("role"))
                        .flatMap(Texts::scalar)
                        .filter(role -> role.text().equals("teacher"))
                        .isPresent()
                || name.filter(it -> ModelNames.resembles(it.text())).isPresent()
                || stated.containsKey("model");
        String id = ids.of(address.orElse(name.get()).text(), name.get().text());
        Parts parts = Parts.at(material)
                .fields(stated)
                .text("id", name.get(), id)
                .put("uri", address.flatMap(Texts::address));
        if (teacher) {
            assembly.teacher(parts.put("model", Texts.line(model(name.get(), address)))
                    .put("revision", digest(material, "gitCommit"))
                    .put("generationPeriod", period(run))
                    .mapping());
        } else {
            assembly.source(parts.text("type", name.get(), "dataset")
                    .put("name", Texts.line(name.get()))
                    .put("sha256", sha256(material))
                    .mapping());
        }
    }

    /// A name is often only a label of the document; then the address says more.
    private static Scalar model(Scalar name, Optional<Scalar> address) {
        return ModelNames.resembles(name.text())
                ? name
                : address.map(it -> Texts.text(it, PACKAGE.matcher(it.text()).replaceFirst("")))
                        .map(it -> Texts.text(
                                it,
                                it.text().matches("[a-z][a-z0-9+.-]*:.*")
                                        ? it.text().substring(it.text().lastIndexOf('/') + 1)
                                        : it.text()))
                        .map(it -> Texts.text(it, it.text().replaceFirst("@.*", "")))
                        .filter(it -> !it.text().isBlank())
                        .orElse(name);
    }

    private static Optional<Node> period(Mapping run) {
        Optional<Scalar> start = Texts.scalar(run, "startedOn").map(Texts::date);
        Optional<Scalar> end = Texts.scalar(run, "finishedOn").map(Texts::date);
        return Parts.period(start, end);
    }

    private static Optional<Scalar> sha256(Mapping resource) {
        return digest(resource, "sha256");
    }

    private static Optional<Scalar> digest(Mapping resource, String algorithm) {
        return resource.get("digest")
                .filter(Mapping.class::isInstance)
                .flatMap(it -> Texts.scalar((Mapping) it, algorithm));
    }

    /// Native fields in `annotations`, whose names begin with `dpm_`.
    private static Map<String, Node> annotations(Mapping resource) {
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping(resource, "annotations").members().forEach((name, value) -> {
            if (name.startsWith(ANNOTATION)) {
                fields.put(name.substring(ANNOTATION.length()), value);
            }
        });
        return fields;
    }
}
