package org.provgate.core.submission;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Waiver;

/// Everything a decision may look at: what was declared and what was measured.
///
/// @param name as the report prints it: `CONTRIBUTOR/DATASET/REVISION`, or a folder's name
/// @param identity whose waivers apply
/// @param objects by path, the manifest included
/// @param checksumLists by path, each list of digests that the manifest names, as it was read
/// @param waivers granted in the gate, besides those of the policy
/// @param upstream by name, the submissions of the same hub that the manifest names as sources, as far as there are any
public record SubmissionFacts(
        String name,
        Identity identity,
        ManifestReading manifest,
        NavigableMap<String, ObjectFacts> objects,
        NavigableMap<String, ChecksumList> checksumLists,
        List<Waiver> waivers,
        NavigableMap<String, Upstream> upstream) {

    /// Whose submission this is.
    public sealed interface Identity {
        record Known(SubmissionName name) implements Identity {}

        /// On the command line without `--as`: waivers go by the dataset's name in the manifest.
        record Folder() implements Identity {}

        /// One object outside every submission.
        record Stray(SubmissionName name) implements Identity {}
    }

    public SubmissionFacts {
        objects = Collections.unmodifiableNavigableMap(new TreeMap<>(objects));
        checksumLists = Collections.unmodifiableNavigableMap(new TreeMap<>(checksumLists));
        waivers = List.copyOf(waivers);
        upstream = Collections.unmodifiableNavigableMap(new TreeMap<>(upstream));
    }

    /// Of a submission that derives from no other, or of which nobody knows.
    public SubmissionFacts(
            String name,
            Identity identity,
            ManifestReading manifest,
            NavigableMap<String, ObjectFacts> objects,
            NavigableMap<String, ChecksumList> checksumLists,
            List<Waiver> waivers) {
        this(name, identity, manifest, objects, checksumLists, waivers, new TreeMap<>());
    }

    /// The same, deriving from these.
    public SubmissionFacts derivingFrom(Collection<Upstream> sources) {
        NavigableMap<String, Upstream> byName = new TreeMap<>();
        sources.forEach(source -> byName.put(source.name().toString(), source));
        return new SubmissionFacts(name, identity, manifest, objects, checksumLists, waivers, byName);
    }

    public Optional<Upstream> upstream(SubmissionName source) {
        return Optional.ofNullable(upstream.get(source.toString()));
    }

    /// Whether another submission is of the same contributor.
    public boolean ownedAlike(SubmissionName other) {
        return identity instanceof Identity.Known(SubmissionName self)
                && self.contributor().equals(other.contributor());
    }

    public static NavigableMap<String, ObjectFacts> byPath(Collection<ObjectFacts> objects) {
        NavigableMap<String, ObjectFacts> byPath = new TreeMap<>();
        objects.forEach(object -> byPath.put(object.path(), object));
        return byPath;
    }
}
