package org.provgate.formats.convert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.formats.community.Extension;

/// SPDX 3.0.1. Native fields that the format has no place for stand in annotations, as JSON.
final class SpdxWriter {

    private static final String SPACE = Extension.OWN_NAMES;
    private static final String CREATION = "_:creation";
    private static final String DATASET = SPACE + "dataset";
    private static final String NO_ASSERTION = "noAssertion";
    private static final Predicate<String> MEDIA_TYPE =
            Pattern.compile("[^/]+/[^/]+").asMatchPredicate();

    private final Manifest manifest;
    private final NativeParts parts;
    private final List<String> notCarried;
    private final LocalDate today;
    private final List<JsonValue> graph = new ArrayList<>();
    private int relations;
    private int annotations;
    private int licenses;

    SpdxWriter(Manifest manifest, NativeParts parts, List<String> notCarried, LocalDate today) {
        this.manifest = manifest;
        this.parts = parts;
        this.notCarried = notCarried;
        this.today = today;
    }

    String write() {
        List<String> people = new ArrayList<>();
        int nth = 0;
        for (Contributor contributor : manifest.contributors()) {
            Optional<String> name = contributor.name().value();
            if (name.isPresent()) {
                String id = SPACE + "contributor-" + ++nth;
                people.add(id);
                graph.add(element("Agent", id).text("name", name.get()).value());
            }
        }
        List<String> makers = new ArrayList<>(people);
        if (people.isEmpty()) {
            String writer = SPACE + "writer";
            makers.add(writer);
            graph.add(element("SoftwareAgent", writer).text("name", "provgate").value());
        }
        graph.addFirst(new Json()
                .text("type", "CreationInfo")
                .text("@id", CREATION)
                .text("specVersion", "3.0.1")
                .text("created", today + "T00:00:00Z")
                .texts("createdBy", makers)
                .value());
        dataset(people);
        for (DataSource source : manifest.sources().listed()) {
            source(source);
        }
        List<String> contained = new ArrayList<>();
        for (FileEntry entry : manifest.files()) {
            String id = SPACE + "file-" + (contained.size() + 1);
            contained.add(id);
            file(entry, id);
        }
        if (!contained.isEmpty()) {
            relate(DATASET, "contains", contained, Optional.empty());
        }
        for (TeacherModel teacher : manifest.teachers().listed()) {
            teacher(teacher);
        }
        graph.add(element("SpdxDocument", SPACE + "document")
                .texts("profileConformance", List.of("core", "software", "simpleLicensing"))
                .texts("rootElement", List.of(DATASET))
                .value());
        notCarried.add(
                "`releaseTime` and `suppliedBy`, and for sources and models `builtTime` and `originatedBy`, which"
                        + " the dataset and AI profiles want and the manifest does not say; so the document claims neither");
        if (manifest.dataset().modalities().value().isEmpty()) {
            notCarried.add("the modalities, which SPDX wants and the manifest does not say; the document says"
                    + " `noAssertion`");
        }
        return Json.document(new Json()
                .text("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld")
                .list("@graph", graph)
                .value());
    }

    private static Json element(String type, String id) {
        return new Json().text("type", type).text("spdxId", id).text("creationInfo", CREATION);
    }

    private void dataset(List<String> people) {
        var dataset = manifest.dataset();
        graph.add(element("dataset_DatasetPackage", DATASET)
                .text("name", dataset.name().value())
                .text("description", dataset.description().value())
                .text("software_packageVersion", dataset.version().value())
                .text("software_homePage", dataset.url().value())
                .text("software_primaryPurpose", "data")
                .texts("originatedBy", people)
                .text("builtTime", dataset.created().value().map(day -> day + "T00:00:00Z"))
                .texts("dataset_datasetType", types(dataset.modalities()))
                .text("dataset_intendedUse", dataset.intendedUse().value())
                .texts("dataset_dataPreprocessing", dataset.processing().value().orElse(List.of()))
                .value());
        license(DATASET, dataset.license());
        Json stated = parts.dataset(dataset);
        parts.sources(manifest.sources())
                .filter(JsonValue.Text.class::isInstance)
                .ifPresent(said -> stated.put("sources", said));
        parts.teachers(manifest.teachers())
                .filter(JsonValue.Text.class::isInstance)
                .ifPresent(said -> stated.put("teachers", said));
        stated.list(
                "contributors",
                manifest.contributors().stream()
                        .map(it -> parts.contributor(it).value())
                        .toList());
        stated.list(
                "attestations",
                manifest.attestations().stream()
                        .map(it -> parts.attestation(it).value())
                        .toList());
        annotate(DATASET, stated);
    }

    /// SPDX names structures, the manifest kinds of content.
    private static List<String> types(Field<List<String>> modalities) {
        List<String> stated = modalities.value().orElse(List.of());
        return stated.isEmpty()
                ? List.of(NO_ASSERTION)
                : stated.stream()
                        .map(word -> switch (word) {
                            case "text", "image", "audio", "video", "timeseries", "graph" -> word;
                            case "code" -> "text";
                            case "tabular" -> "structured";
                            default -> "other";
                        })
                        .distinct()
                        .toList();
    }

    private void source(DataSource source) {
        String id = SPACE + "source-" + source.id().value().orElse("unnamed");
        graph.add(element("dataset_DatasetPackage", id)
                .text("name", source.name().value())
                .text("software_packageVersion", source.version().value())
                .text("software_downloadLocation", source.uri().value())
                .text("software_primaryPurpose", "data")
                .texts("dataset_datasetType", List.of(NO_ASSERTION))
                .put("verifiedUsing", hash(source.sha256()))
                .value());
        license(id, source.license());
        relate(DATASET, "descendantOf", List.of(id), Optional.empty());
        annotate(id, parts.source(source));
    }

    private void file(FileEntry entry, String id) {
        Json file = element("software_File", id).text("name", entry.name());
        file.text("contentType", entry.mediaType().value().filter(MEDIA_TYPE)).text("software_primaryPurpose", "data");
        if (entry.target() instanceof Target.Path(var _, var _, Field<String> sha256)) {
            file.put("verifiedUsing", hash(sha256));
        }
        graph.add(file.value());
        List<String> from = entry.sources().listed().stream()
                .map(it -> SPACE + "source-" + it.id())
                .toList();
        if (!from.isEmpty()) {
            relate(id, "descendantOf", from, Optional.empty());
        }
        annotate(id, parts.file(entry));
    }

    private void teacher(TeacherModel teacher) {
        String own = teacher.id().value().orElse("unnamed");
        String id = SPACE + "teacher-" + own;
        graph.add(element("ai_AIPackage", id)
                .text("name", teacher.model().value())
                .text("software_packageVersion", teacher.revision().value())
                .text("software_downloadLocation", teacher.uri().value())
                .text("software_primaryPurpose", "model")
                .value());
        List<String> made = new ArrayList<>();
        int nth = 0;
        for (FileEntry entry : manifest.files()) {
            nth++;
            if (entry.teachers().listed().stream().map(References.Reference::id).anyMatch(own::equals)) {
                made.add(SPACE + "file-" + nth);
            }
        }
        relate(id, "generates", made.isEmpty() ? List.of(DATASET) : made, Optional.of(teacher));
        annotate(id, parts.teacher(teacher));
    }

    private void relate(String from, String type, List<String> to, Optional<TeacherModel> teacher) {
        Json relation = element("Relationship", SPACE + "relation-" + ++relations)
                .text("from", from)
                .text("relationshipType", type)
                .texts("to", to);
        Optional<Period> period = teacher.flatMap(it -> it.generationPeriod().value());
        period.flatMap(Period::firstDay).ifPresent(day -> relation.text("startTime", day + "T00:00:00Z"));
        if (period.isPresent() && period.get().end() instanceof Period.End.On(var date)) {
            date.value().ifPresent(day -> relation.text("endTime", day.last() + "T23:59:59Z"));
        }
        graph.add(relation.value());
    }

    private void license(String of, Field<String> license) {
        license.value().ifPresent(text -> {
            String id = SPACE + "license-" + ++licenses;
            graph.add(element("simplelicensing_LicenseExpression", id)
                    .text("simplelicensing_licenseExpression", text)
                    .value());
            relate(of, "hasDeclaredLicense", List.of(id), Optional.empty());
        });
    }

    private void annotate(String subject, Json fields) {
        if (!fields.isEmpty()) {
            graph.add(element("Annotation", SPACE + "annotation-" + ++annotations)
                    .text("annotationType", "other")
                    .text("subject", subject)
                    .text("contentType", "application/json")
                    .text("statement", Json.text(fields.value()))
                    .value());
        }
    }

    private static Optional<JsonValue> hash(Field<String> sha256) {
        return sha256.value()
                .map(digest -> new JsonValue.Items(List.of(new Json()
                        .text("type", "Hash")
                        .text("algorithm", "sha256")
                        .text("hashValue", digest)
                        .value())));
    }
}
