package org.provgate.core.submission;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;

/// Which objects a submission waits for.
///
/// @param expected how many the manifest names, itself included; 0 while that is not known
/// @param missing those that have not arrived, in order
/// @param enough whether there is no reason to wait: all have arrived, or the manifest cannot be used
public record Arrivals(int expected, List<String> missing, boolean enough) {

    public Arrivals {
        missing = List.copyOf(missing);
    }

    public static Arrivals of(SubmissionFacts facts) {
        return switch (facts.manifest()) {
            case ManifestReading.Read(Manifest manifest, var _, var _) -> named(manifest, facts);
            case ManifestReading.Missing _ -> new Arrivals(0, List.of(), false);
            case ManifestReading.Unreadable _, ManifestReading.UnsupportedVersion _, ManifestReading.Several _ ->
                new Arrivals(0, List.of(), true);
        };
    }

    private static Arrivals named(Manifest manifest, SubmissionFacts facts) {
        NavigableSet<String> expected = new TreeSet<>(Documents.pathsNamedBy(manifest));
        expected.add(manifest.file());
        manifest.files().forEach(entry -> {
            if (entry.target() instanceof Target.Path(String path, var _, var _)) {
                expected.add(path);
            }
        });
        Documents.checksumLists(manifest).forEach(list -> {
            ChecksumList read = facts.checksumLists().get(list);
            if (read != null) {
                expected.addAll(read.digests().keySet());
            }
        });
        List<String> missing = expected.stream()
                .filter(path -> !facts.objects().containsKey(path))
                .toList();
        return new Arrivals(expected.size(), missing, missing.isEmpty() && namesFiles(manifest));
    }

    /// A card without a list of files does not say what there is to wait for.
    private static boolean namesFiles(Manifest manifest) {
        return manifest.format() == ManifestFormat.NATIVE
                || manifest.files().stream()
                        .anyMatch(entry -> entry.target() instanceof Target.Path
                                || (entry.target() instanceof Target.Glob(var _, var _, var checksums)
                                        && !checksums.absent()));
    }
}
