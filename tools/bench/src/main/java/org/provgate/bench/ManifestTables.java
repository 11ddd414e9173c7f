package org.provgate.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.provgate.bench.ManifestMeasured.Remark;

/// What was read of the corpus's manifests, as tables in Markdown.
final class ManifestTables {

    private static final Map<String, String> NAMES = Map.of(
            "croissant", "Croissant",
            "cyclonedx", "CycloneDX",
            "data-provenance-standards", "Data Provenance Standards",
            "frictionless", "Frictionless",
            "hf-card", "Hugging Face cards",
            "spdx3", "SPDX 3");

    private final StringBuilder out = new StringBuilder();

    /// Sentences that files in order get too: what a policy asks for, and what a format leaves out.
    private final Set<String> usual;

    private ManifestTables(List<ManifestMeasured> measured) {
        this.usual = measured.stream()
                .filter(it -> !it.truth().faulty())
                .flatMap(it -> it.remarks().stream())
                .map(Remark::message)
                .collect(Collectors.toSet());
    }

    static String of(List<ManifestMeasured> measured) {
        ManifestTables tables = new ManifestTables(measured);
        tables.formats(measured);
        tables.expected(measured);
        tables.unnoticed(measured);
        return tables.out.toString();
    }

    private void formats(List<ManifestMeasured> measured) {
        line("## Manifests");
        line("");
        line("Manifests of the evaluation corpus, which nobody here wrote, held against what its index knows of each."
                + " \"Recognised\" counts those that are manifests; parts of one and files that are broken on purpose are"
                + " left out. A licence or name counts where the file has one. What a standard's own people call faulty"
                + " is noticed when it gets a finding or a note, with a place in it, that no file in order gets.");
        line("");
        line("| format | files | recognised | read | licence | name | sources | teachers | signs of a model noticed"
                + " | faulty ones noticed |");
        line("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Map<String, List<ManifestMeasured>> byKind = measured.stream()
                .collect(Collectors.groupingBy(it -> it.truth().kind(), TreeMap::new, Collectors.toList()));
        byKind.forEach((kind, files) -> row(NAMES.getOrDefault(kind, kind), files));
        row("all", measured);
        line("");
        line("No file of the corpus names a teacher in words of its format: models in CycloneDX and SPDX files were"
                + " trained on data, and did not make it.");
    }

    private void row(String name, List<ManifestMeasured> files) {
        List<ManifestMeasured> manifests =
                files.stream().filter(it -> it.truth().manifest()).toList();
        long teachers = files.stream()
                .flatMap(it -> it.manifest().stream())
                .mapToLong(it -> it.teachers().listed().size())
                .sum();
        line("| %s | %d | %s | %d | %s | %s | %s | %d | %s | %s |"
                .formatted(
                        name,
                        files.size(),
                        share(manifests, it -> it.reading().isPresent()),
                        files.stream().filter(ManifestMeasured::readAsOne).count(),
                        found(files, ManifestMeasured::licenseFound),
                        found(files, ManifestMeasured::nameFound),
                        sources(files),
                        teachers,
                        share(
                                files.stream()
                                        .filter(it -> !it.truth().signs().isEmpty())
                                        .toList(),
                                ManifestMeasured::signNoticed),
                        share(
                                manifests.stream()
                                        .filter(it -> it.truth().faulty())
                                        .toList(),
                                this::noticed)));
    }

    private boolean noticed(ManifestMeasured file) {
        return special(file).isPresent();
    }

    /// The first sentence that no file in order gets.
    private Optional<Remark> special(ManifestMeasured file) {
        return file.remarks().stream()
                .filter(it -> !usual.contains(it.message()))
                .findFirst();
    }

    private static String share(List<ManifestMeasured> files, Predicate<ManifestMeasured> yes) {
        return share(files.stream().filter(yes).count(), files.size());
    }

    private static String found(List<ManifestMeasured> files, Function<ManifestMeasured, Optional<Boolean>> of) {
        List<Boolean> known =
                files.stream().flatMap(it -> of.apply(it).stream()).toList();
        return share(known.stream().filter(Boolean::booleanValue).count(), known.size());
    }

    private static String sources(List<ManifestMeasured> files) {
        return share(
                files.stream().mapToLong(ManifestMeasured::sourcesFound).sum(),
                files.stream().mapToLong(it -> it.truth().sources().size()).sum());
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "none" : "%d of %d (%.0f %%)".formatted(part, whole, Math.floor(100.0 * part / whole));
    }

    private void expected(List<ManifestMeasured> measured) {
        line("");
        line("### Croissant's own test cases");
        line("");
        line("Cases for which the format's own validator expects an error.");
        line("");
        line("| case | finding here |");
        line("| --- | --- |");
        for (ManifestMeasured file : measured) {
            if (!file.truth().expected().isEmpty()) {
                line("| %s | %s |".formatted(fileName(file), answer(file)));
            }
        }
    }

    private String answer(ManifestMeasured file) {
        return special(file)
                .map(it -> "%d:%d %s"
                        .formatted(it.line(), it.column(), it.message().replace("|", "\\|")))
                .orElseGet(() -> NotOurs.reason(file));
    }

    private void unnoticed(List<ManifestMeasured> measured) {
        line("");
        line("### Faulty by their own standard, and nothing said here");
        line("");
        List<ManifestMeasured> silent = measured.stream()
                .filter(it -> it.truth().faulty()
                        && it.truth().manifest()
                        && it.truth().expected().isEmpty()
                        && !noticed(it))
                .toList();
        if (silent.isEmpty()) {
            line("None.");
            return;
        }
        line("| format | file | reason |");
        line("| --- | --- | --- |");
        silent.forEach(it -> line("| %s | %s | %s |"
                .formatted(NAMES.getOrDefault(it.truth().kind(), ""), fileName(it), NotOurs.reason(it))));
    }

    private static String fileName(ManifestMeasured file) {
        String path = file.truth().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
