package org.provgate.core.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Glob;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;

/// Which entry of the manifest covers which object. A path beats a glob; two of a kind on one object are a fault.
///
/// @param entries of each covered path, stored or only named, those that count
/// @param undeclared stored paths that no entry covers and that need one
public record FileLineage(NavigableMap<String, List<FileEntry>> entries, List<String> undeclared) {

    public FileLineage {
        entries = Collections.unmodifiableNavigableMap(entries);
        undeclared = List.copyOf(undeclared);
    }

    static FileLineage none() {
        return new FileLineage(new TreeMap<>(), List.of());
    }

    public static FileLineage of(Manifest manifest, SubmissionFacts facts) {
        Map<String, List<FileEntry>> byPath = new HashMap<>();
        Map<String, List<FileEntry>> byGlob = new HashMap<>();
        NavigableSet<String> exempt = Documents.pathsNamedBy(manifest);
        for (FileEntry entry : manifest.files()) {
            switch (entry.target()) {
                case Target.Path(String path, var _, var _) -> add(byPath, path, entry);
                case Target.Glob(String text, var _, var checksums) -> {
                    Glob glob = new Glob(text);
                    facts.objects().keySet().stream()
                            .filter(path -> glob.matches(path) && !exempt.contains(path))
                            .forEach(path -> add(byGlob, path, entry));
                    checksums
                            .value()
                            .map(facts.checksumLists()::get)
                            .map(ChecksumList::digests)
                            .ifPresent(digests -> digests.keySet().stream()
                                    .filter(path -> !facts.objects().containsKey(path) && glob.matches(path))
                                    .forEach(path -> add(byGlob, path, entry)));
                }
                case Target.Unusable _ -> {}
            }
        }
        NavigableMap<String, List<FileEntry>> entries = new TreeMap<>(byGlob);
        entries.putAll(byPath);
        List<String> undeclared = facts.objects().keySet().stream()
                .filter(path -> !entries.containsKey(path)
                        && !path.equals(manifest.file())
                        && !exempt.contains(path)
                        && !Documents.besideTheData(path))
                .toList();
        return new FileLineage(entries, undeclared);
    }

    /// The entries that cover a path: none, one, or a fault.
    public List<FileEntry> of(String path) {
        return entries.getOrDefault(path, List.of());
    }

    private static void add(Map<String, List<FileEntry>> entries, String path, FileEntry entry) {
        entries.computeIfAbsent(path, _ -> new ArrayList<>(1)).add(entry);
    }
}
