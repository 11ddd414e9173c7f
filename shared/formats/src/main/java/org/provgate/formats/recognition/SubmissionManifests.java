package org.provgate.formats.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Read;
import org.provgate.core.manifest.ManifestReading.Recognition;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.core.manifest.MergedManifest;
import org.provgate.core.manifest.Precedence;
import org.provgate.formats.manifest.ManifestCandidates;

/// The manifest of a submission, out of all its files that may be one.
public final class SubmissionManifests {

    private SubmissionManifests() {}

    /// Whether a file of that path may be a manifest, so that its text is wanted.
    public static boolean isCandidate(String path) {
        return Candidates.isCandidate(path);
    }

    /// One document of a community format; empty when it is none.
    public static Optional<ManifestReading> read(String file, byte[] bytes) {
        return Probe.of(file, bytes) instanceof Recognised.As(ManifestReading reading)
                ? Optional.of(reading)
                : Optional.empty();
    }

    /// The reading that counts, with what the others add to it.
    ///
    /// @param candidates path to bytes, of paths that [#isCandidate] took
    public static ManifestReading choose(Map<String, byte[]> candidates) {
        ManifestReading own = ManifestCandidates.choose(candidates);
        Others others = Others.among(candidates);
        return switch (own) {
            case Read read -> others.with(read);
            case ManifestReading.Missing _ -> others.alone();
            case Unreadable _, UnsupportedVersion _, ManifestReading.Several _ -> own;
        };
    }

    /// What was found besides a native manifest.
    private record Others(List<Read> read, List<ManifestReading> broken, List<ManifestFault> mistaken) {

        static Others among(Map<String, byte[]> candidates) {
            Others found = new Others(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            SortedMap<String, byte[]> sorted = new TreeMap<>(candidates);
            sorted.forEach((path, bytes) -> {
                if (!ManifestCandidates.isNative(path)) {
                    found.add(path, Probe.of(path, bytes));
                }
            });
            found.read.sort(Comparator.comparing(Read::manifest, Precedence.ORDER));
            return found;
        }

        private void add(String path, Recognised recognised) {
            switch (recognised) {
                case Recognised.As(Read reading) -> read.add(reading);
                case Recognised.As(ManifestReading reading) -> broken.add(reading);
                case Recognised.No(Place at, String why) ->
                    Candidates.promised(path)
                            .ifPresent(format -> mistaken.add(new ManifestFault(
                                    at,
                                    "%s looks like %s by its name but is not. %s".formatted(path, name(format), why),
                                    "Rename the file, or write it in that format.",
                                    List.of())));
            }
        }

        ManifestReading with(Read first) {
            List<Manifest> manifests = new ArrayList<>(List.of(first.manifest()));
            List<ManifestFault> faults = new ArrayList<>(first.faults());
            List<ManifestFault> notices = new ArrayList<>(first.notices());
            for (Read other : read) {
                if (!other.manifest().file().equals(first.manifest().file())) {
                    manifests.add(other.manifest());
                    notices.addAll(other.notices());
                    // The manifest that counts is complete by itself: what is wrong beside it is worth a note.
                    notices.addAll(other.faults());
                }
            }
            broken.forEach(reading -> faults.addAll(unread(reading)));
            notices.addAll(mistaken);
            return new Read(MergedManifest.of(manifests), faults, notices);
        }

        ManifestReading alone() {
            if (!read.isEmpty()) {
                return with(read.getFirst());
            }
            if (!broken.isEmpty()) {
                return broken.getFirst();
            }
            if (!mistaken.isEmpty()) {
                ManifestFault first = mistaken.getFirst();
                return new Unreadable(first.at().file(), new Recognition.Unrecognised(), first.at(), first.message());
            }
            return new ManifestReading.Missing();
        }

        private static List<ManifestFault> unread(ManifestReading reading) {
            return switch (reading) {
                case Unreadable unreadable -> List.of(fault(unreadable.file(), unreadable.at(), unreadable.message()));
                case UnsupportedVersion newer -> List.of(fault(newer.file(), newer.at(), newer.message()));
                case Read _, ManifestReading.Several _, ManifestReading.Missing _ -> List.of();
            };
        }

        private static ManifestFault fault(String file, Place at, String message) {
            return new ManifestFault(
                    at,
                    "%s lies beside the manifest and cannot be read. %s".formatted(file, message),
                    "Mend the file, or remove it.",
                    List.of());
        }

        private static String name(ManifestFormat format) {
            return switch (format) {
                case NATIVE -> "a native manifest";
                case IN_TOTO -> "an in-toto statement";
                case CROISSANT -> "a Croissant file";
                case CYCLONEDX -> "a CycloneDX document";
                case SPDX -> "an SPDX document";
                case FRICTIONLESS -> "a data package";
                case DTA -> "metadata of the Data Provenance Standards";
                case PROV -> "a PROV document";
                case HUGGINGFACE -> "a card";
            };
        }
    }
}
