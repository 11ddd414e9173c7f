package org.provgate.formats.convert;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.formats.community.Extension;

/// OpenLineage: the job that made the dataset, with sources and teachers as its inputs and files as its outputs.
/// It is an event about a job and not about a run: nobody observed one, the contributor declares it.
final class LineageEvent {

    private static final String PRODUCER = "urn:dataset-provenance:producer:provgate";
    private static final String SPEC = "https://openlineage.io/spec/";
    private static final String FACETS = SPEC + "facets/";
    private static final String OWN_FACET = "urn:dataset-provenance:openlineage:v1#declared";
    private static final String NAMESPACE = Extension.OWN_NAMES + "openlineage";

    private final Manifest manifest;
    private final NativeParts parts;
    private final List<String> notCarried;
    private final LocalDate today;

    LineageEvent(Manifest manifest, NativeParts parts, List<String> notCarried, LocalDate today) {
        this.manifest = manifest;
        this.parts = parts;
        this.notCarried = notCarried;
        this.today = today;
    }

    String write() {
        Json event = new Json()
                .text("eventTime", today + "T00:00:00Z")
                .text("producer", PRODUCER)
                .text("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/JobEvent")
                .put("job", job());
        event.put("inputs", NativeParts.items(inputs()));
        event.put("outputs", NativeParts.items(outputs()));
        if (!manifest.attestations().isEmpty()) {
            notCarried.add("attestations: an event has no place for them");
        }
        if (manifest.dataset().name().value().isEmpty()) {
            notCarried.add("job.name: the manifest names no dataset, so the job is called after its file");
        }
        return Json.document(event.value());
    }

    private Json job() {
        Json facets = new Json();
        manifest.dataset()
                .description()
                .value()
                .ifPresent(text -> facets.put(
                        "documentation",
                        facet("1-0-1/DocumentationJobFacet.json").text("description", text.toString())));
        List<JsonValue> owners = new ArrayList<>();
        for (Contributor contributor : manifest.contributors()) {
            contributor
                    .name()
                    .value()
                    .ifPresent(name -> owners.add(new Json()
                            .text("name", name)
                            .text(
                                    "type",
                                    String.join(" ", contributor.roles().value().orElse(List.of())))
                            .value()));
        }
        if (!owners.isEmpty()) {
            facets.put("ownership", facet("1-0-1/OwnershipJobFacet.json").list("owners", owners));
        }
        facets.put(
                "datasetProvenance_dataset",
                own().put("declared", parts.dataset(manifest.dataset()).value()));
        return new Json()
                .text("namespace", NAMESPACE)
                .text("name", "produce " + manifest.dataset().name().value().orElse(manifest.file()))
                .put("facets", facets);
    }

    private List<Json> inputs() {
        List<Json> inputs = new ArrayList<>();
        for (DataSource source : manifest.sources().listed()) {
            Json facets = new Json();
            type(facets, "DATASET");
            version(facets, source.version().value());
            facets.put("datasetProvenance_source", own().put("declared", parts.source(source)));
            inputs.add(named(
                    source.uri().value().map(Object::toString),
                    source.id().value().map(Object::toString).orElse("source"),
                    facets));
        }
        for (TeacherModel teacher : manifest.teachers().listed()) {
            Json facets = new Json();
            type(facets, "MODEL");
            version(facets, teacher.revision().value());
            facets.put("datasetProvenance_teacher", own().put("declared", parts.teacher(teacher)));
            inputs.add(named(
                    teacher.uri().value().map(Object::toString),
                    teacher.model().value().map(Object::toString).orElse("teacher"),
                    facets));
        }
        return inputs;
    }

    private List<Json> outputs() {
        List<Json> outputs = new ArrayList<>();
        for (FileEntry entry : manifest.files()) {
            Optional<String> name = switch (entry.target()) {
                case Target.Path(String path, var _, var _) -> Optional.of(path);
                case Target.Glob(String glob, var _, var _) -> Optional.of(glob);
                case Target.Unusable _ -> Optional.empty();
            };
            name.ifPresent(it -> {
                Json facets = new Json();
                version(facets, manifest.dataset().version().value());
                facets.put("datasetProvenance_file", own().put("declared", parts.file(entry)));
                outputs.add(named(Optional.empty(), it, facets));
            });
        }
        return outputs;
    }

    private static void type(Json facets, String type) {
        facets.put("datasetType", facet("1-0-0/DatasetTypeDatasetFacet.json").text("datasetType", type));
    }

    private static void version(Json facets, Optional<?> version) {
        version.ifPresent(it -> facets.put(
                "version", facet("1-0-1/DatasetVersionDatasetFacet.json").text("datasetVersion", it.toString())));
    }

    private static Json facet(String schema) {
        return new Json().text("_producer", PRODUCER).text("_schemaURL", FACETS + schema);
    }

    private static Json own() {
        return new Json().text("_producer", PRODUCER).text("_schemaURL", OWN_FACET);
    }

    /// By scheme and host, and the path; without an address by its own name.
    private static Json named(Optional<String> address, String otherwise, Json facets) {
        String namespace = NAMESPACE;
        String name = otherwise;
        Optional<URI> uri = address.flatMap(LineageEvent::uri);
        if (uri.isPresent()) {
            namespace = "%s://%s".formatted(uri.get().getScheme(), uri.get().getRawAuthority());
            name = uri.get().getRawPath().substring(1);
        }
        return new Json().text("namespace", namespace).text("name", name).put("facets", facets);
    }

    /// An address with a host and a path; others have no form of their own here.
    private static Optional<URI> uri(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getRawAuthority() != null
                            && uri.getRawPath() != null
                            && uri.getRawPath().length() > 1
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
