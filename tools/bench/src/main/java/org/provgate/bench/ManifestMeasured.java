package org.provgate.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.license.CommunityLicenses;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestReading;

/// One manifest of the corpus, and what came of reading it.
///
/// @param reading empty when it was taken for no manifest
record ManifestMeasured(ManifestTruth truth, Optional<ManifestReading> reading) {

    /// A sentence about the file, and where in it.
    record Remark(String message, long line, int column) {}

    Optional<Manifest> manifest() {
        return reading.filter(ManifestReading.Read.class::isInstance).map(it -> ((ManifestReading.Read) it).manifest());
    }

    boolean readAsOne() {
        return reading.isPresent() && reading.get() instanceof ManifestReading.Read;
    }

    /// Faults that block, the gravest reason first.
    List<Remark> faults() {
        return reading.map(it -> switch (it) {
                    case ManifestReading.Read(Manifest _, List<ManifestFault> faults, List<ManifestFault> _) ->
                        remarks(faults);
                    case ManifestReading.Unreadable unreadable ->
                        List.of(new Remark(
                                unreadable.message(),
                                unreadable.at().line(),
                                unreadable.at().column()));
                    case ManifestReading.UnsupportedVersion newer ->
                        List.of(new Remark(
                                newer.message(), newer.at().line(), newer.at().column()));
                    case ManifestReading.Several _, ManifestReading.Missing _ -> List.<Remark>of();
                })
                .orElse(List.of());
    }

    List<Remark> notices() {
        return reading.isPresent() && reading.get() instanceof ManifestReading.Read(var _, var _, var notices)
                ? remarks(notices)
                : List.of();
    }

    private static List<Remark> remarks(List<ManifestFault> faults) {
        return faults.stream()
                .map(it -> new Remark(it.message(), it.at().line(), it.at().column()))
                .toList();
    }

    /// Sentences about the file, faults first.
    List<Remark> remarks() {
        return Stream.concat(faults().stream(), notices().stream()).toList();
    }

    /// Whether the licence read is the one in the file; empty when none is known or nothing was read.
    Optional<Boolean> licenseFound() {
        if (truth.licenses().isEmpty() || manifest().isEmpty()) {
            return Optional.empty();
        }
        String read = manifest().orElseThrow().dataset().license().value().orElse("");
        return Optional.of(truth.licenses().stream().allMatch(each -> {
            String spdx = CommunityLicenses.meant(each).orElse(each);
            boolean own = each.equalsIgnoreCase("other") || each.startsWith("http");
            return read.contains(spdx) || (own && read.contains("LicenseRef-"));
        }));
    }

    Optional<Boolean> nameFound() {
        if (truth.name().isEmpty() || manifest().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(manifest().orElseThrow().dataset().name().value().equals(truth.name()));
    }

    /// Sources of the file that were read as such.
    long sourcesFound() {
        List<String> read = manifest().stream()
                .flatMap(it -> it.sources().listed().stream())
                .flatMap(it -> Stream.of(it.name(), it.uri()).flatMap(field -> field.value().stream()))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .toList();
        return truth.sources().stream()
                .filter(it -> read.contains(it.toLowerCase(Locale.ROOT).replaceAll("\\s++", " ")))
                .count();
    }

    /// Whether a word of the file that speaks of a model led to a remark or a teacher.
    boolean signNoticed() {
        return manifest().filter(it -> !it.teachers().listed().isEmpty()).isPresent()
                || remarks().stream().anyMatch(it -> it.message().contains("machine-generated"));
    }
}
