package org.provgate.formats.attest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.provgate.core.facts.Sha256;
import org.provgate.core.signing.Envelope;

/// What a verdict document says, before anybody has checked who says it.
///
/// @param envelope empty for a bare statement
/// @param submission as the document names it
/// @param policy its address in the document
/// @param asOn the day it was decided for; empty when the document does not say
/// @param files digests by path
/// @param whole the digest of all files together, where it is stated
public record AttestedVerdict(
        Optional<Envelope> envelope,
        String submission,
        String policy,
        boolean passed,
        List<String> levels,
        String asOn,
        NavigableMap<String, Sha256> files,
        Optional<Sha256> whole) {

    public AttestedVerdict {
        levels = List.copyOf(levels);
        files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    }

    /// What differs in files that are at hand; empty when they are those the verdict is about.
    public List<String> differences(Map<String, Sha256> found) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(found.keySet());
        boolean all = whole.filter(FolderDigest.of(found)::equals).isPresent();
        for (String path : paths) {
            Sha256 stated = files.get(path);
            Sha256 measured = found.get(path);
            if (measured == null) {
                differences.add("%s is not there".formatted(path));
            } else if (stated == null) {
                if (!all) {
                    differences.add("%s is not named in the document".formatted(path));
                }
            } else if (!stated.equals(measured)) {
                differences.add("%s has the digest %s, but %s when it was decided".formatted(path, measured, stated));
            }
        }
        if (differences.isEmpty() && !all) {
            differences.add(
                    whole.isPresent()
                            ? "the files together have another digest"
                            : "the document does not say what all files together were");
        }
        return differences;
    }
}
