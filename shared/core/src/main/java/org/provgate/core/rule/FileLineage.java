package org.provgate.core.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Glob;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;

/// Which entry of the manifest covers which object. A path beats a glob; two of a kind on one object are a fault.
/// A path that a manifest writes in another normal form of Unicode than the store is the same path.
///
/// @param entries of each covered path, stored or only named, those that count
/// @param undeclared stored paths that no entry covers and that need one
/// @param documents stored paths that need no entry, besides the manifest
public record FileLineage(
        NavigableMap<String, List<FileEntry>> entries, List<String> undeclared, NavigableSet<String> documents) {

    /// Globs beyond this many cover nothing, so that nobody can make patterns times files the gate's work.
    public static final int MOST_GLOBS = 1_000;

    public FileLineage {
        entries = Collections.unmodifiableNavigableMap(entries);
        undeclared = List.copyOf(undeclared);
        documents = Collections.unmodifiableNavigableSet(documents);
    }

    static FileLineage none() {
        return new FileLineage(new TreeMap<>(), List.of(), new TreeSet<>());
    }

    public static FileLineage of(Manifest manifest, SubmissionFacts facts) {
        return new Matching(manifest, facts).lineage();
    }

    /// The entries that cover a path: none, one, or a fault.
    public List<FileEntry> of(String path) {
        return entries.getOrDefault(path, List.of());
    }

    /// One pass over the entries of a manifest.
    private static final class Matching {

        private final Manifest manifest;
        private final SubmissionFacts facts;
        private final NavigableSet<String> exempt;
        private final Map<String, String> storedByNormalForm = new HashMap<>();
        private final Map<String, List<FileEntry>> byPath = new HashMap<>();
        private final NavigableMap<String, List<FileEntry>> byGlob = new TreeMap<>();

        Matching(Manifest manifest, SubmissionFacts facts) {
            this.manifest = manifest;
            this.facts = facts;
            this.exempt = Documents.pathsNamedBy(manifest);
            facts.objects().keySet().forEach(path -> storedByNormalForm.putIfAbsent(normal(path), path));
        }

        FileLineage lineage() {
            int globs = 0;
            for (FileEntry entry : manifest.files()) {
                switch (entry.target()) {
                    case Target.Path(String path, var _, var _) -> add(byPath, stored(path), entry);
                    case Target.Glob(String text, var _, var checksums) -> {
                        if (++globs <= MOST_GLOBS) {
                            spread(entry, text, checksums.value());
                        }
                    }
                    case Target.Unusable _ -> {}
                }
            }
            NavigableMap<String, List<FileEntry>> entries = new TreeMap<>(byGlob);
            entries.putAll(byPath);
            List<String> undeclared = new ArrayList<>();
            NavigableSet<String> documents = new TreeSet<>();
            for (String path : facts.objects().keySet()) {
                if (!entries.containsKey(path) && !path.equals(manifest.file())) {
                    if (exempt.contains(path) || Documents.besideTheData(path)) {
                        documents.add(path);
                    } else {
                        undeclared.add(path);
                    }
                }
            }
            return new FileLineage(entries, undeclared, documents);
        }

        private void spread(FileEntry entry, String text, Optional<String> checksums) {
            Glob glob = new Glob(normal(text));
            within(facts.objects(), text).forEach(path -> {
                if (matches(glob, path) && !exempt.contains(path) && !path.equals(manifest.file())) {
                    add(byGlob, path, entry);
                }
            });
            checksums
                    .map(facts.checksumLists()::get)
                    .map(ChecksumList::digests)
                    .ifPresent(digests -> within(digests, text).forEach(path -> {
                        if (!facts.objects().containsKey(stored(path)) && matches(glob, path)) {
                            add(byGlob, path, entry);
                        }
                    }));
        }

        /// Keys that start as the glob does before its first wildcard; all of them when that is not plain ASCII.
        private static NavigableSet<String> within(NavigableMap<String, ?> paths, String glob) {
            int end = 0;
            while (end < glob.length() && glob.charAt(end) != '*' && glob.charAt(end) != '?') {
                if (glob.charAt(end) > 0x7f) {
                    return paths.navigableKeySet();
                }
                end++;
            }
            String prefix = glob.substring(0, end);
            return end == 0
                    ? paths.navigableKeySet()
                    : paths.subMap(prefix, true, prefix + Character.MAX_VALUE, false)
                            .navigableKeySet();
        }

        private static boolean matches(Glob glob, String path) {
            String text = glob.pattern();
            int tail = Math.max(text.lastIndexOf('*'), text.lastIndexOf('?')) + 1;
            String given = normal(path);
            return given.endsWith(text.substring(tail)) && glob.matches(given);
        }

        private String stored(String path) {
            return facts.objects().containsKey(path) ? path : storedByNormalForm.getOrDefault(normal(path), path);
        }

        private static void add(Map<String, List<FileEntry>> entries, String path, FileEntry entry) {
            entries.computeIfAbsent(path, _ -> new ArrayList<>(1)).add(entry);
        }
    }

    /// Composed form; the text itself where it is plain ASCII already.
    static String normal(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? path
                : Normalizer.normalize(path, Normalizer.Form.NFC);
    }
}
