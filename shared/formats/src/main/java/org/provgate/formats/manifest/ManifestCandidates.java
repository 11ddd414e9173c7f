package org.provgate.formats.manifest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.provgate.core.manifest.ManifestReading;

/// Which files of a submission may be its manifest, and which one counts.
public final class ManifestCandidates {

    /// Names of the native manifest, at the submission's root.
    public static final List<String> NATIVE_NAMES = List.of("provenance.yaml", "provenance.yml", "provenance.json");

    private ManifestCandidates() {}

    /// Whether the name alone announces a native manifest, in whatever folder.
    public static boolean isNative(String path) {
        return NATIVE_NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /// Whether a file is to be read as a manifest: by its name, at the submission's root.
    public static boolean isCandidate(String path) {
        return NATIVE_NAMES.contains(path);
    }

    /// The paths among `paths` that are to be read as manifests, sorted.
    public static List<String> among(Collection<String> paths) {
        return paths.stream()
                .filter(ManifestCandidates::isCandidate)
                .sorted()
                .distinct()
                .toList();
    }

    /// The reading that counts: the only native manifest, or the fact that there is none or more than one.
    ///
    /// @param candidates path to bytes, of paths that [#among] named
    public static ManifestReading choose(Map<String, byte[]> candidates) {
        List<Map.Entry<String, byte[]>> found = candidates.entrySet().stream()
                .filter(candidate -> isCandidate(candidate.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return switch (found.size()) {
            case 0 -> new ManifestReading.Missing();
            case 1 ->
                new NativeManifestReader()
                        .read(found.getFirst().getKey(), found.getFirst().getValue());
            default ->
                new ManifestReading.Several(
                        found.stream().map(Map.Entry::getKey).toList());
        };
    }
}
