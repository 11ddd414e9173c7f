package org.provgate.usecases.gate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.registry.Registry;
import org.provgate.core.rule.HubSources;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.verdict.Evaluator;
import org.provgate.core.verdict.Verdict;

/// The pure parts of a gate, the same on the command line, in the functions and in a rescan.
///
/// @param version of rules and readers together; another version may decide otherwise
/// @param bucket where the hub's submissions lie, as addresses in manifests name it; empty where any bucket may be it
public record Engine(
        String version,
        Manifests manifests,
        Checksums checksums,
        Evaluator evaluator,
        Registry registry,
        Reports reports,
        Statements statements,
        Optional<String> bucket) {

    public Engine(
            String version,
            Manifests manifests,
            Checksums checksums,
            Evaluator evaluator,
            Registry registry,
            Reports reports,
            Statements statements) {
        this(version, manifests, checksums, evaluator, registry, reports, statements, Optional.empty());
    }

    /// The same for a hub whose submissions lie in that bucket and in no other.
    public Engine inBucket(String name) {
        return new Engine(version, manifests, checksums, evaluator, registry, reports, statements, Optional.of(name));
    }

    /// The submission of this hub that a source names, whether or not there is one.
    public Optional<SubmissionName> hubSource(DataSource source) {
        return HubSources.find(source, named -> bucket.isEmpty() || bucket.get().equals(named));
    }

    public interface Manifests {

        /// Whether a file of that path may be a manifest, so that its text is to be kept.
        boolean isCandidate(String path);

        /// The manifest of a submission, out of the texts of its candidates.
        ManifestReading read(SortedMap<String, byte[]> candidates);
    }

    public interface Checksums {

        /// Whether the first bytes look like a list of checksums, so that its text is to be kept.
        boolean looksLikeList(String path, byte[] head);

        ChecksumList read(String path, byte[] text);
    }

    public interface Reports {

        /// The report as JSON, the same text everywhere.
        String text(Verdict verdict);
    }

    public interface Statements {

        /// The verdict as a statement for others, signed when a key is configured.
        byte[] document(Verdict verdict, LocalDate day);
    }

    /// The size above which a manifest is not read, in bytes. One byte more is kept, so that the reader can say so.
    public static final int MANIFEST_LIMIT = 8 * 1024 * 1024;

    /// The same for a list of checksums.
    public static final int LIST_LIMIT = 64 * 1024 * 1024;
}
