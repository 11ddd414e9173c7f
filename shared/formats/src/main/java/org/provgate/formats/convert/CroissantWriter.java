package org.provgate.formats.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.Use;
import org.provgate.formats.community.Extension;

/// Croissant 1.1. What it has words for stands in them; every native field stands beside them with the prefix `dpm:`.
final class CroissantWriter {

    private static final Set<Use> WRITING = Set.of(Use.GENERATED, Use.REWRITTEN, Use.TRANSLATED);

    private final Manifest manifest;
    private final NativeParts parts;
    private final List<String> notCarried;

    CroissantWriter(Manifest manifest, NativeParts parts, List<String> notCarried) {
        this.manifest = manifest;
        this.parts = parts;
        this.notCarried = notCarried;
    }

    String write() {
        Json root = new Json();
        root.put("@context", context());
        root.text("@type", "sc:Dataset");
        root.texts(
                "conformsTo", List.of("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"));
        dataset(root);
        root.list("creator", creators());
        literal(
                root,
                "contributors",
                items(manifest.contributors().stream().map(parts::contributor).toList()));
        lineage(root);
        root.list("distribution", distribution());
        literal(
                root,
                "attestations",
                items(manifest.attestations().stream().map(parts::attestation).toList()));
        wanted();
        return Json.document(root.value());
    }

    private static Json context() {
        Json context = new Json()
                .text("@language", "en")
                .text("@vocab", "https://schema.org/")
                .text("sc", "https://schema.org/")
                .text("cr", "http://mlcommons.org/croissant/")
                .text("rai", "http://mlcommons.org/croissant/RAI/")
                .text("dct", "http://purl.org/dc/terms/")
                .text("prov", "http://www.w3.org/ns/prov#")
                .text("xsd", "http://www.w3.org/2001/XMLSchema#")
                .text("dpm", Extension.NAMESPACE)
                .text("conformsTo", "dct:conformsTo");
        for (String term : List.of("citeAs", "excludes", "fileObject", "fileSet", "includes", "recordSet")) {
            context.text(term, "cr:" + term);
        }
        return context;
    }

    private void dataset(Json root) {
        var dataset = manifest.dataset();
        root.text("name", dataset.name().value());
        root.text("description", dataset.description().value());
        root.text("version", dataset.version().value());
        root.text("url", dataset.url().value());
        root.text("license", dataset.license().value().map(CroissantWriter::address));
        root.texts("inLanguage", dataset.languages().value().orElse(List.of()));
        root.text("dateCreated", dataset.created().value().map(Object::toString));
        root.text("rai:dataUseCases", dataset.intendedUse().value());
        root.texts("rai:dataPreprocessingProtocol", dataset.processing().value().orElse(List.of()));
        prefixed(root, parts.dataset(dataset).value());
    }

    /// A single licence of the SPDX list by its address, as Croissant has it; else as it is.
    private static String address(String license) {
        return license.matches("[A-Za-z0-9.+-]+")
                        && !license.startsWith("LicenseRef-")
                        && LicenseText.read(license) instanceof LicenseText.Expression
                ? "https://spdx.org/licenses/" + license
                : license;
    }

    private List<JsonValue> creators() {
        List<JsonValue> creators = new ArrayList<>();
        for (Contributor each : manifest.contributors()) {
            boolean creator = each.roles().value().orElse(List.of()).contains("creator");
            if (creator && each.name().value().isPresent()) {
                creators.add(new Json()
                        .text("name", each.name().value())
                        .text("email", each.email().value())
                        .value());
            }
        }
        return creators;
    }

    private void lineage(Json root) {
        Optional<JsonValue> sources = parts.sources(manifest.sources());
        if (sources.isPresent() && sources.get() instanceof JsonValue.Text(String said)) {
            root.text("dpm:sources", said);
        }
        root.list(
                "prov:wasDerivedFrom",
                manifest.sources().listed().stream()
                        .<JsonValue>map(source -> {
                            Json entity = new Json()
                                    .texts("@type", List.of("prov:Entity", "sc:Dataset"))
                                    .text(
                                            "@id",
                                            "#source-" + source.id().value().orElse("unnamed"))
                                    .text("name", source.name().value())
                                    .text("url", source.uri().value());
                            prefixed(entity, parts.source(source).value());
                            return entity.value();
                        })
                        .toList());
        Optional<JsonValue> teachers = parts.teachers(manifest.teachers());
        if (teachers.isPresent() && teachers.get() instanceof JsonValue.Text(String said)) {
            root.text("dpm:teachers", said);
        }
        root.list(
                "prov:wasGeneratedBy",
                manifest.teachers().listed().stream().map(this::activity).toList());
        boolean synthetic = manifest.teachers().listed().stream()
                .anyMatch(it -> it.uses().value().orElse(List.of()).stream().anyMatch(WRITING::contains));
        if (synthetic) {
            root.put("rai:hasSyntheticData", new Json().text("@value", "true").text("@type", "xsd:boolean"));
        }
    }

    private JsonValue activity(TeacherModel teacher) {
        String id = teacher.id().value().orElse("unnamed");
        Json agent = new Json()
                .texts("@type", List.of("prov:SoftwareAgent", "dpm:TeacherModel"))
                .text("@id", "#teacher-" + id)
                .text("prov:label", teacher.model().value());
        prefixed(agent, parts.teacher(teacher).value());
        Json activity = new Json().text("@type", "prov:Activity").text("@id", "#with-" + id);
        teacher.generationPeriod().value().ifPresent(period -> {
            activity.text("prov:startedAtTime", period.start().value().map(Object::toString));
            if (period.end() instanceof Period.End.On(var date)) {
                activity.text("prov:endedAtTime", date.value().map(Object::toString));
            }
        });
        return activity.put("prov:wasAssociatedWith", agent).value();
    }

    private List<JsonValue> distribution() {
        List<JsonValue> files = new ArrayList<>();
        for (FileEntry entry : manifest.files()) {
            Json json = new Json();
            switch (entry.target()) {
                case Target.Path(String path, var _, var sha256) ->
                    json.text("@type", "cr:FileObject")
                            .text("@id", "#file-" + (files.size() + 1))
                            .text("name", path.substring(path.lastIndexOf('/') + 1))
                            .text("contentUrl", path)
                            .text("sha256", sha256.value())
                            .text("contentSize", entry.bytes().value().map("%d B"::formatted));
                case Target.Glob(String glob, var _, var _) ->
                    json.text("@type", "cr:FileSet")
                            .text("@id", "#file-" + (files.size() + 1))
                            .text("includes", glob);
                case Target.Unusable _ -> {}
            }
            json.text("encodingFormat", entry.mediaType().value());
            prefixed(json, parts.file(entry).value());
            files.add(json.value());
        }
        return files;
    }

    /// Native fields with their prefix. Nested ones are JSON literals, which no JSON-LD tool looks into.
    private static void prefixed(Json into, JsonValue.Members fields) {
        for (Map.Entry<String, JsonValue> field : fields.values().entrySet()) {
            literal(into, field.getKey(), field.getValue());
        }
    }

    private static void literal(Json into, String name, JsonValue value) {
        switch (value) {
            case JsonValue.Text _, JsonValue.Whole _ -> into.put(Extension.PREFIX + name, value);
            case JsonValue.Items(List<JsonValue> items) when items.isEmpty() -> {}
            case JsonValue.Items _, JsonValue.Members _ ->
                into.put(
                        Extension.PREFIX + name,
                        new Json().text("@type", "@json").put("@value", value));
        }
    }

    private static JsonValue items(List<Json> list) {
        return NativeParts.items(list);
    }

    private void wanted() {
        if (manifest.dataset().url().value().isEmpty()) {
            notCarried.add("`url`, which Croissant wants and the manifest does not say");
        }
        notCarried.add("`datePublished`, which Croissant wants and the manifest has no field for");
    }
}
