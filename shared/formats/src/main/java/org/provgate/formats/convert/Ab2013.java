package org.provgate.formats.convert;

import java.util.List;
import java.util.Optional;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.manifest.Teachers;

/// What a developer needs of one dataset for the documentation that California's AB 2013 wants (Civil Code 3111(a)).
/// It is a fragment and no legal advice; what a dataset cannot know is a gap.
final class Ab2013 {

    private final Manifest manifest;
    private final List<String> gaps;

    Ab2013(Manifest manifest, List<String> gaps) {
        this.manifest = manifest;
        this.gaps = gaps;
    }

    String write() {
        var dataset = manifest.dataset();
        List<DataSource> sources = manifest.sources().listed();
        Json root = new Json()
                .text("format", "ab2013-fragment/v1")
                .text("notice", "Fragment about one dataset, to be merged by the developer. This is no legal advice.")
                .text("dataset", dataset.name().value())
                .text("version", dataset.version().value());
        root.put(
                "1",
                new Json()
                        .list("sources", sources.stream().map(Ab2013::source).toList())
                        .texts("owners", owners()));
        root.put("2", new Json().text("purpose", asked(dataset.intendedUse(), "2: the intended use is not stated")));
        root.put("3", new Json().put("dataPoints", rows().map(JsonValue.Whole::new)));
        root.put(
                "4",
                new Json()
                        .texts(
                                "types",
                                asked(dataset.modalities(), "4: the modalities are not stated")
                                        .orElse(List.of())));
        root.put(
                "5",
                new Json()
                        .text("license", asked(dataset.license(), "5: the licence is not stated"))
                        .text(
                                "copyrightedMaterial",
                                asked(
                                        dataset.copyrightedMaterial(),
                                        "5: whether copyrighted material is in the data is not stated")));
        root.put(
                "6",
                new Json()
                        .list(
                                "acquisition",
                                sources.stream()
                                        .filter(it -> it.acquisition().value().isPresent())
                                        .<JsonValue>map(it -> new Json()
                                                .text("source", it.id().value())
                                                .text("how", it.acquisition().value())
                                                .value())
                                        .toList()));
        root.put(
                "7",
                new Json()
                        .text(
                                "personalData",
                                asked(dataset.personalData(), "7: whether personal data is in it is not stated")));
        gaps.add("8: whether aggregate consumer information is in it has no field");
        root.put(
                "9", new Json().texts("processing", dataset.processing().value().orElse(List.of())));
        root.put(
                "10",
                new Json()
                        .list(
                                "periods",
                                sources.stream()
                                        .filter(it ->
                                                it.collectionPeriod().value().isPresent())
                                        .<JsonValue>map(it -> new Json()
                                                .text("source", it.id().value())
                                                .text(
                                                        "period",
                                                        it.collectionPeriod()
                                                                .value()
                                                                .map(EuSummary::period))
                                                .value())
                                        .toList()));
        gaps.add("11: when the data was first used in development is not known to a dataset");
        root.put("12", new Json().text("syntheticData", synthetic()));
        return Json.document(root.texts("gaps", gaps).value());
    }

    private static JsonValue source(DataSource source) {
        return new Json()
                .text("id", source.id().value())
                .text("name", source.name().value())
                .text("uri", source.uri().value())
                .text("provider", source.provider().value())
                .value();
    }

    private List<String> owners() {
        return manifest.contributors().stream()
                .filter(it -> it.roles().value().orElse(List.of()).contains("rights-holder"))
                .map(Contributor::name)
                .flatMap(it -> it.value().stream())
                .toList();
    }

    private Optional<Long> rows() {
        List<Optional<Long>> all =
                manifest.files().stream().map(it -> it.rows().value()).toList();
        if (all.isEmpty() || all.stream().anyMatch(Optional::isEmpty)) {
            gaps.add("3: not every file states its rows");
            return Optional.empty();
        }
        return Optional.of(all.stream().mapToLong(Optional::orElseThrow).sum());
    }

    private String synthetic() {
        boolean made = manifest.sources().listed().stream()
                .anyMatch(it -> it.type()
                        .value()
                        .filter(SourceType.PROGRAMMATIC::equals)
                        .isPresent());
        return switch (manifest.teachers()) {
            case Teachers.Listed _ -> "yes";
            case Teachers.None _ -> made ? "yes" : "no";
            case Teachers.Unknown _, Teachers.Unstated _ -> {
                gaps.add("12: which models had a hand in the data is not stated");
                yield made ? "yes" : "unknown";
            }
        };
    }

    private <T> Optional<T> asked(Field<T> field, String gap) {
        if (field.value().isEmpty()) {
            gaps.add(gap);
        }
        return field.value();
    }
}
