package org.provgate.formats.convert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.formats.community.Extension;

/// CycloneDX 1.6 or 1.7. The dataset is the main component, what it was made from its ancestors; native fields that the
/// format has no place for are properties.
final class BomWriter {

    private static final String DATASET = "dataset";

    private final String version;
    private final Manifest manifest;
    private final NativeParts parts;
    private final List<String> notCarried;

    BomWriter(String version, Manifest manifest, NativeParts parts, List<String> notCarried) {
        this.version = version;
        this.manifest = manifest;
        this.parts = parts;
        this.notCarried = notCarried;
    }

    String write() {
        Json root = new Json()
                .text("$schema", "http://cyclonedx.org/schema/bom-%s.schema.json".formatted(version))
                .text("bomFormat", "CycloneDX")
                .text("specVersion", version)
                .put("version", new JsonValue.Whole(1));
        root.put("metadata", new Json().put("component", dataset()));
        List<JsonValue> components = new ArrayList<>();
        List<JsonValue> dependencies = new ArrayList<>();
        manifest.teachers().listed().forEach(teacher -> components.add(teacher(teacher)));
        Set<String> files = new LinkedHashSet<>();
        for (FileEntry entry : manifest.files()) {
            String reference = "file-" + (files.size() + 1);
            files.add(reference);
            components.add(file(entry, reference));
            dependencies.add(new Json()
                    .text("ref", reference)
                    .texts("dependsOn", dependsOn(entry))
                    .value());
        }
        root.list("components", components);
        dependencies.addFirst(new Json()
                .text("ref", DATASET)
                .texts("dependsOn", List.copyOf(files))
                .value());
        root.list("dependencies", dependencies);
        notCarried.add("the time of writing and a serial number, which would differ each time");
        return Json.document(root.value());
    }

    private Json dataset() {
        var dataset = manifest.dataset();
        Json component = new Json().text("bom-ref", DATASET).text("type", "data");
        component.text("name", dataset.name().value().orElse("unnamed"));
        component.text("version", dataset.version().value());
        component.text("description", dataset.description().value());
        component.put("licenses", licenses(dataset.license()));
        component.list(
                "authors",
                manifest.contributors().stream()
                        .filter(it -> it.name().value().isPresent())
                        .<JsonValue>map(it -> new Json()
                                .text("name", it.name().value())
                                .text("email", it.email().value())
                                .value())
                        .toList());
        dataset.url()
                .value()
                .ifPresent(url -> component.list(
                        "externalReferences",
                        List.of(new Json()
                                .text("type", "website")
                                .text("url", url)
                                .value())));
        List<JsonValue> ancestors = new ArrayList<>();
        manifest.sources().listed().forEach(source -> ancestors.add(source(source)));
        if (!ancestors.isEmpty()) {
            component.put("pedigree", new Json().list("ancestors", ancestors));
        }
        List<Json.Flat> fields = new ArrayList<>();
        parts.dataset(dataset)
                .value()
                .values()
                .forEach((name, value) -> fields.addAll(Json.flat(Extension.PREFIX + name, value)));
        word(parts.sources(manifest.sources()), "sources", fields);
        word(parts.teachers(manifest.teachers()), "teachers", fields);
        fields.addAll(Json.flat(
                Extension.PREFIX + "contributors",
                NativeParts.items(
                        manifest.contributors().stream().map(parts::contributor).toList())));
        fields.addAll(Json.flat(
                Extension.PREFIX + "attestations",
                NativeParts.items(
                        manifest.attestations().stream().map(parts::attestation).toList())));
        return component.list("properties", properties(fields));
    }

    private static void word(Optional<JsonValue> said, String name, List<Json.Flat> into) {
        if (said.isPresent() && said.get() instanceof JsonValue.Text(String word)) {
            into.add(new Json.Flat(Extension.PREFIX + name, word));
        }
    }

    private JsonValue source(DataSource source) {
        Json component = new Json()
                .text("bom-ref", "source-" + source.id().value().orElse("unnamed"))
                .text("type", "data")
                .text("name", source.name().value().orElse("unnamed"))
                .text("version", source.version().value())
                .put("licenses", licenses(source.license()))
                .put("hashes", hashes(source.sha256()));
        source.uri()
                .value()
                .ifPresent(uri -> component.list(
                        "externalReferences",
                        List.of(new Json()
                                .text("type", "distribution")
                                .text("url", uri)
                                .value())));
        return component
                .list("properties", properties(fields(parts.source(source))))
                .value();
    }

    private JsonValue teacher(TeacherModel teacher) {
        List<Json.Flat> fields = new ArrayList<>();
        fields.add(new Json.Flat(Extension.PREFIX + "role", "teacher"));
        fields.addAll(fields(parts.teacher(teacher)));
        return new Json()
                .text("bom-ref", "teacher-" + teacher.id().value().orElse("unnamed"))
                .text("type", "machine-learning-model")
                .text("publisher", teacher.provider().value())
                .text("name", teacher.model().value().orElse("unnamed"))
                .text("version", teacher.revision().value())
                .list("properties", properties(fields))
                .value();
    }

    private JsonValue file(FileEntry entry, String reference) {
        Json component =
                new Json().text("bom-ref", reference).text("type", "file").text("name", entry.name());
        component.text("mime-type", entry.mediaType().value());
        if (entry.target() instanceof Target.Path(var _, var _, Field<String> sha256)) {
            component.put("hashes", hashes(sha256));
        }
        return component
                .list("properties", properties(fields(parts.file(entry))))
                .value();
    }

    private static List<Json.Flat> fields(Json stated) {
        List<Json.Flat> fields = new ArrayList<>();
        stated.value().values().forEach((name, value) -> fields.addAll(Json.flat(Extension.PREFIX + name, value)));
        return fields;
    }

    private static List<JsonValue> properties(List<Json.Flat> fields) {
        return fields.stream()
                .<JsonValue>map(field -> new Json()
                        .text("name", field.name())
                        .text("value", field.value())
                        .value())
                .toList();
    }

    private static List<String> dependsOn(FileEntry entry) {
        List<String> on = new ArrayList<>();
        entry.sources().listed().stream().map(References.Reference::id).forEach(id -> on.add("source-" + id));
        entry.teachers().listed().stream().map(References.Reference::id).forEach(id -> on.add("teacher-" + id));
        return on;
    }

    private static Optional<JsonValue> hashes(Field<String> sha256) {
        return sha256.value()
                .map(digest -> new JsonValue.Items(List.of(new Json()
                        .text("alg", "SHA-256")
                        .text("content", digest)
                        .value())));
    }

    /// An expression; what is none stands as the name of a licence.
    private static Optional<JsonValue> licenses(Field<String> license) {
        return license.value()
                .map(text -> new JsonValue.Items(List.of(
                        LicenseText.read(text) instanceof LicenseText.Expression
                                ? new Json().text("expression", text).value()
                                : new Json()
                                        .put("license", new Json().text("name", text))
                                        .value())));
    }
}
