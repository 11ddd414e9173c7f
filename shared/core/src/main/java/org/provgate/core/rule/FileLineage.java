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
import java.util.function.Predicate;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Glob;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.submission.SubmissionFacts;

/// Which entry of the manifest covers which object. A path beats a glob; two of a kind on one object are a fault.
/// A path that a manifest writes in another normal form of Unicode than the store is the same path.
///
/// @param entries of each covered path, stored or only named, those that count; at most [#MOST_ENTRIES] of a path
/// @param undeclared stored paths that no entry covers and that need one
/// @param documents stored paths that need no entry, besides the manifest
/// @param idle entries whose pattern matches nothing
/// @param skipped entries whose pattern was not matched, since that would have been too much work
public record FileLineage(
        NavigableMap<String, List<FileEntry>> entries,
        List<String> undeclared,
        NavigableSet<String> documents,
        List<FileEntry> idle,
        List<FileEntry> skipped) {

    /// More entries of one path add nothing to the fault that there are several.
    public static final int MOST_ENTRIES = 8;

    /// Patterns times files is what a contributor can make the gate do. Patterns that come after so many comparisons
    /// cover nothing.
    public static final long MOST_COMPARISONS = 5_000_000;

    public FileLineage {
        entries = Collections.unmodifiableNavigableMap(entries);
        undeclared = List.copyOf(undeclared);
        documents = Collections.unmodifiableNavigableSet(documents);
        idle = List.copyOf(idle);
        skipped = List.copyOf(skipped);
    }

    static FileLineage none() {
        return new FileLineage(new TreeMap<>(), List.of(), new TreeSet<>(), List.of(), List.of());
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
        private final Map<String, List<FileEntry>> byGlob = new HashMap<>();
        private final List<FileEntry> idle = new ArrayList<>();
        private final List<FileEntry> skipped = new ArrayList<>();
        private long comparisons;

        Matching(Manifest manifest, SubmissionFacts facts) {
            this.manifest = manifest;
            this.facts = facts;
            this.exempt = Documents.pathsNamedBy(manifest);
            facts.objects().keySet().forEach(path -> storedByNormalForm.putIfAbsent(normal(path), path));
        }

        FileLineage lineage() {
            for (FileEntry entry : manifest.files()) {
                switch (entry.target()) {
                    case Target.Path(String path, var _, var _) -> add(byPath, stored(path), entry);
                    case Target.Glob(String text, var _, var checksums) -> spread(entry, text, checksums.value());
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
            return new FileLineage(entries, undeclared, documents, idle, skipped);
        }

        private void spread(FileEntry entry, String text, Optional<String> checksums) {
            if (comparisons > MOST_COMPARISONS) {
                skipped.add(entry);
                return;
            }
            NavigableSet<String> stored = within(facts.objects(), text);
            NavigableSet<String> named = checksums
                    .map(facts.checksumLists()::get)
                    .map(list -> within(list.digests(), text))
                    .orElseGet(TreeSet::new);
            comparisons += stored.size() + named.size();
            Predicate<String> glob = matcher(text);
            boolean busy = false;
            for (String path : stored) {
                if (glob.test(path) && !exempt.contains(path) && !path.equals(manifest.file())) {
                    add(byGlob, path, entry);
                    busy = true;
                }
            }
            for (String path : named) {
                if (!facts.objects().containsKey(stored(path)) && glob.test(path)) {
                    add(byGlob, path, entry);
                    busy = true;
                }
            }
            if (!busy) {
                idle.add(entry);
            }
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

        /// What follows the last wildcard rules most paths out.
        private static Predicate<String> matcher(String text) {
            Glob glob = new Glob(normal(text));
            int last = Math.max(glob.pattern().lastIndexOf('*'), glob.pattern().lastIndexOf('?'));
            String tail = glob.pattern().endsWith("**") ? "" : glob.pattern().substring(last + 1);
            return path -> {
                String given = normal(path);
                return given.endsWith(tail) && glob.matches(given);
            };
        }

        private String stored(String path) {
            return facts.objects().containsKey(path) ? path : storedByNormalForm.getOrDefault(normal(path), path);
        }

        private static void add(Map<String, List<FileEntry>> entries, String path, FileEntry entry) {
            List<FileEntry> all = entries.computeIfAbsent(path, _ -> new ArrayList<>(1));
            if (all.size() < MOST_ENTRIES) {
                all.add(entry);
            }
        }
    }

    /// Composed form; the text itself where it is plain ASCII already.
    static String normal(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? path
                : Normalizer.normalize(path, Normalizer.Form.NFC);
    }
}
