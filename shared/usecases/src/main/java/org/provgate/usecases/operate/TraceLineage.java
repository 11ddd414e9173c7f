package org.provgate.usecases.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.FactsOfSubmission;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Where a submission's rows come from, and who says that theirs come from it: as manifests declare it, no further.
public final class TraceLineage {

    private static final int PAGE = 50;

    /// Submissions whose manifests are read in one call.
    private static final int LOOK_AT = 500;

    private static final String S3 = "s3://";

    private final Ledger ledger;
    private final Engine engine;
    private final FactsOfSubmission facts;
    private final String bucket;

    /// @param bucket the dataset bucket's name, as addresses in manifests may name it
    public TraceLineage(Ledger ledger, ObjectStore store, Engine engine, String bucket) {
        this.ledger = ledger;
        this.engine = engine;
        this.facts = new FactsOfSubmission(engine, store);
        this.bucket = bucket;
    }

    /// What a source turned out to be.
    public sealed interface Origin {

        /// Named as a submission of this hub, whether or not there is one.
        record OfHub(SubmissionName submission) implements Origin {}

        record OfRegistry(KnownDataset dataset) implements Origin {}

        record NotKnown() implements Origin {}
    }

    /// @param id as the manifest names it; empty where it does not
    public record Source(String id, String name, String uri, Origin origin) {}

    /// @param source id of the source that names the submission
    public record Derived(SubmissionName submission, String source) {}

    /// @param looked submissions whose manifests were read for `derived`
    /// @param next where the search goes on; empty when all were read that the caller sees
    public record Lineage(List<Source> sources, List<Derived> derived, int looked, String next) {
        public Lineage {
            sources = List.copyOf(sources);
            derived = List.copyOf(derived);
        }
    }

    /// Empty when there is no such submission for the caller.
    public Optional<Lineage> trace(SubmissionName name, Caller caller, String after, BooleanSupplier timeLeft) {
        if (!caller.sees(name) || ledger.submission(name).isEmpty()) {
            return Optional.empty();
        }
        List<Source> sources = sources(name).stream().map(this::source).toList();
        Optional<String> only = switch (caller) {
            case Caller.Operator _ -> Optional.empty();
            case Caller.Contributor(String _, String contributor) -> Optional.of(contributor);
        };
        List<Derived> derived = new ArrayList<>();
        String last = after;
        int looked = 0;
        do {
            Ledger.Page<SubmissionRecord> page = ledger.list(only, last, PAGE);
            for (SubmissionRecord record : page.items()) {
                if (!timeLeft.getAsBoolean()) {
                    return Optional.of(new Lineage(sources, derived, looked, last));
                }
                sources(record.name()).stream()
                        .filter(source ->
                                submission(source).filter(name::equals).isPresent())
                        .findFirst()
                        .map(source ->
                                new Derived(record.name(), source.id().value().orElse("")))
                        .ifPresent(derived::add);
                looked++;
                last = record.name().toString();
            }
            last = page.next();
        } while (!last.isEmpty() && looked < LOOK_AT);
        return Optional.of(new Lineage(sources, derived, looked, last));
    }

    private List<DataSource> sources(SubmissionName name) {
        return ledger.load(name)
                .map(file -> facts.of(file).manifest())
                .map(reading -> reading instanceof ManifestReading.Read(var manifest, var _, var _)
                        ? manifest.sources().listed()
                        : List.<DataSource>of())
                .orElse(List.of());
    }

    private Source source(DataSource source) {
        Origin origin = submission(source)
                .<Origin>map(Origin.OfHub::new)
                .or(() -> KnownSources.find(source, engine.registry()).map(Origin.OfRegistry::new))
                .orElseGet(Origin.NotKnown::new);
        return new Source(
                source.id().value().orElse(""),
                source.name().value().orElse(""),
                source.uri().value().orElse(""),
                origin);
    }

    /// By an address in the dataset bucket, or by a name of three parts.
    private Optional<SubmissionName> submission(DataSource source) {
        return source.uri()
                .value()
                .flatMap(this::inBucket)
                .or(() -> source.name().value().flatMap(SubmissionName::parse));
    }

    private Optional<SubmissionName> inBucket(String uri) {
        String prefix = S3 + bucket + "/";
        if (!uri.startsWith(prefix)) {
            return Optional.empty();
        }
        String[] parts = uri.substring(prefix.length()).split("/", 4);
        return parts.length < 3 ? Optional.empty() : SubmissionName.parse(parts[0] + "/" + parts[1] + "/" + parts[2]);
    }
}
