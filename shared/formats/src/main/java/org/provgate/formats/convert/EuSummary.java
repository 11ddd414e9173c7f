package org.provgate.formats.convert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.manifest.Use;

/// What a model's provider needs of one dataset for the public summary of training content under the EU AI Act. It is
/// a fragment and no legal advice; what a dataset cannot know is a gap.
final class EuSummary {

    /// These put a model's text into the rows; the others only decide about rows.
    private static final Set<Use> WRITING = Set.of(Use.GENERATED, Use.REWRITTEN, Use.TRANSLATED, Use.ANNOTATED);

    private static final Set<SourceType> OTHER = Set.of(
            SourceType.HUMAN_AUTHORED,
            SourceType.HUMAN_ANNOTATION,
            SourceType.DIGITIZED,
            SourceType.PROGRAMMATIC,
            SourceType.API,
            SourceType.OTHER);

    private final Manifest manifest;
    private final List<String> gaps;

    EuSummary(Manifest manifest, List<String> gaps) {
        this.manifest = manifest;
        this.gaps = gaps;
    }

    String write() {
        Json root = new Json()
                .text("format", "eu-gpai-training-summary-fragment/v1")
                .text("template", "C(2025) 8311 final, Annex")
                .text(
                        "notice",
                        "Fragment about one dataset; the model's provider merges fragments into the summary. This is"
                                + " no legal advice.")
                .text("dataset", manifest.dataset().name().value())
                .text("version", manifest.dataset().version().value());
        root.put("1.3", general());
        root.put("2.1", listed(it -> isDataset(it) && acquired(it, "public", "")));
        root.put("2.2.1", listed(it -> acquired(it, "licensed", "purchased")));
        root.put("2.2.2", listed(it -> acquired(it, "third-party-private", "third-party-private")));
        root.put("2.3", crawls());
        root.put("2.4", listed(it -> is(it, SourceType.USER_DATA) || is(it, SourceType.INTERNAL_LOGS)));
        root.put("2.5", models());
        root.put(
                "2.6",
                listed(it -> it.type().value().filter(OTHER::contains).isPresent()
                        && it.acquisition()
                                .value()
                                .filter(Set.of("licensed", "purchased")::contains)
                                .isEmpty()));
        root.put("3.1", new Json().texts("measures", optOuts()));
        root.put(
                "3.2",
                new Json()
                        .texts(
                                "measures",
                                manifest.dataset().processing().value().orElse(List.of())));
        unknowns();
        return Json.document(root.texts("gaps", gaps).value());
    }

    private Json general() {
        Json part = new Json();
        manifest.dataset()
                .modalities()
                .value()
                .ifPresentOrElse(
                        it -> part.texts("modalities", it), () -> gaps.add("1.3: the modalities are not stated"));
        total(FileEntry::rows)
                .ifPresentOrElse(
                        it -> part.put("rows", new JsonValue.Whole(it)),
                        () -> gaps.add("1.3: not every file states its rows"));
        total(FileEntry::bytes).ifPresent(it -> part.put("bytes", new JsonValue.Whole(it)));
        gaps.add("1.3: the size in tokens, images or hours is not known to a manifest");
        part.texts("languages", manifest.dataset().languages().value().orElse(List.of()));
        latest().ifPresentOrElse(
                        it -> part.text("latestAcquisition", "%02d/%d".formatted(it.getMonthValue(), it.getYear())),
                        () -> gaps.add("1.3: no source states when its collection ended"));
        return part;
    }

    private Optional<Long> total(Function<FileEntry, Field<Long>> of) {
        List<Optional<Long>> all =
                manifest.files().stream().map(it -> of.apply(it).value()).toList();
        return all.isEmpty() || all.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(all.stream().mapToLong(Optional::orElseThrow).sum());
    }

    private Optional<LocalDate> latest() {
        return manifest.sources().listed().stream()
                .flatMap(it -> it.collectionPeriod().value().stream())
                .flatMap(it -> it.end() instanceof Period.End.On(var date)
                        ? date.value().stream().map(end -> end.last())
                        : Stream.empty())
                .max(LocalDate::compareTo);
    }

    private Json listed(Predicate<DataSource> wanted) {
        List<DataSource> found =
                manifest.sources().listed().stream().filter(wanted).toList();
        Json part = new Json().text("used", found.isEmpty() ? "no" : "yes");
        part.list("sources", found.stream().map(EuSummary::source).toList());
        return part;
    }

    private static JsonValue source(DataSource source) {
        return new Json()
                .text("id", source.id().value())
                .text("name", source.name().value())
                .text("uri", source.uri().value())
                .text("version", source.version().value())
                .text("license", source.license().value())
                .text("period", source.collectionPeriod().value().map(EuSummary::period))
                .value();
    }

    static String period(Period period) {
        String start = period.start().value().map(Objects::toString).orElse("?");
        return switch (period.end()) {
            case Period.End.Ongoing _ -> start + "/ongoing";
            case Period.End.On(var date) ->
                start + "/" + date.value().map(Objects::toString).orElse("?");
        };
    }

    private Json crawls() {
        List<JsonValue> crawls = new ArrayList<>();
        for (DataSource source : manifest.sources().listed()) {
            source.crawl()
                    .value()
                    .filter(_ -> is(source, SourceType.WEB_CRAWL))
                    .ifPresent(crawl -> crawls.add(new Json()
                            .text("id", source.id().value())
                            .text("name", source.name().value())
                            .texts("crawlers", crawl.userAgents().value().orElse(List.of()))
                            .text("robots", crawl.robots().value())
                            .texts("optOuts", crawl.optOuts().value().orElse(List.of()))
                            .texts("domains", crawl.domains().value().orElse(List.of()))
                            .text("domainsFile", crawl.domainsFile().value())
                            .text("period", source.collectionPeriod().value().map(EuSummary::period))
                            .value()));
        }
        if (!crawls.isEmpty()) {
            gaps.add("2.3: which domains are the largest by size is not known to a manifest");
        }
        return new Json().text("used", crawls.isEmpty() ? "no" : "yes").list("crawls", crawls);
    }

    private Json models() {
        Json part = new Json();
        switch (manifest.teachers()) {
            case Teachers.None _ -> part.text("used", "no");
            case Teachers.Unknown _, Teachers.Unstated _ -> {
                part.text("used", "unknown");
                gaps.add("2.5: which models had a hand in the data is not stated");
            }
            case Teachers.Listed(var _, List<TeacherModel> teachers) -> {
                part.text("used", "yes");
                part.list(
                        "models",
                        teachers.stream()
                                .filter(EuSummary::writes)
                                .map(EuSummary::model)
                                .toList());
                part.list(
                        "judgesAndFilters",
                        teachers.stream()
                                .filter(it -> !writes(it))
                                .map(EuSummary::model)
                                .toList());
                gaps.add("2.5: which of the models are on the market is for the provider to say");
            }
        }
        return part;
    }

    private static boolean writes(TeacherModel teacher) {
        return teacher.uses()
                .value()
                .map(it -> it.stream().anyMatch(WRITING::contains))
                .orElse(true);
    }

    private static JsonValue model(TeacherModel teacher) {
        return new Json()
                .text("id", teacher.id().value())
                .text("provider", teacher.provider().value())
                .text("model", teacher.model().value())
                .texts(
                        "uses",
                        teacher.uses().value().orElse(List.of()).stream()
                                .map(Word::word)
                                .toList())
                .text("period", teacher.generationPeriod().value().map(EuSummary::period))
                .put("viaSources", NativeParts.references(teacher.viaSources()))
                .value();
    }

    private List<String> optOuts() {
        return manifest.sources().listed().stream()
                .flatMap(it -> it.crawl().value().stream())
                .flatMap(it -> it.optOuts().value().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private void unknowns() {
        for (DataSource source : manifest.sources().listed()) {
            if (isDataset(source) && source.acquisition().value().isEmpty()) {
                gaps.add("2.1 or 2.2: how %s was acquired is not stated"
                        .formatted(source.subject().name()));
            }
        }
        gaps.add("1.1, 1.2: the provider and the model are not known to a dataset");
        gaps.add("3.2: how illegal content was removed is not a field of its own");
    }

    private static boolean isDataset(DataSource source) {
        return is(source, SourceType.DATASET);
    }

    private static boolean is(DataSource source, SourceType type) {
        return source.type().value().filter(type::equals).isPresent();
    }

    private static boolean acquired(DataSource source, String one, String other) {
        return source.acquisition()
                .value()
                .filter(it -> it.equals(one) || it.equals(other))
                .isPresent();
    }
}
