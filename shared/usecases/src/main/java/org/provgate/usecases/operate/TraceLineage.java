package org.provgate.usecases.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.FactsOfSubmission;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Where a submission's rows come from, and who says that theirs come from it: one step each way, as manifests declare
/// it. Those that derive from it are found by what their verdicts hang on.
public final class TraceLineage {

    private static final int PAGE = 100;

    /// Submissions whose manifests are read in one call.
    private static final int LOOK_AT = 500;

    private final Ledger ledger;
    private final Engine engine;
    private final FactsOfSubmission facts;

    public TraceLineage(Ledger ledger, ObjectStore store, Engine engine) {
        this.ledger = ledger;
        this.engine = engine;
        this.facts = new FactsOfSubmission(engine, store, ledger);
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
        List<Derived> derived = new ArrayList<>();
        String last = after;
        int looked = 0;
        for (SubmissionName other : bearing(name, caller).tailSet(after, false).stream()
                .flatMap(text -> SubmissionName.parse(text).stream())
                .toList()) {
            if (!timeLeft.getAsBoolean() || looked == LOOK_AT) {
                return Optional.of(new Lineage(sources, derived, looked, last));
            }
            sources(other).stream()
                    .filter(source ->
                            engine.hubSource(source).filter(name::equals).isPresent())
                    .findFirst()
                    .map(source -> new Derived(other, source.id().value().orElse("")))
                    .ifPresent(derived::add);
            looked++;
            last = other.toString();
        }
        return Optional.of(new Lineage(sources, derived, looked, ""));
    }

    /// Those that the caller sees and whose verdicts hang, or once hung, on the submission.
    private NavigableSet<String> bearing(SubmissionName name, Caller caller) {
        Mark mark = Mark.of(Mark.Kind.SUBMISSION, name.toString());
        NavigableSet<String> names = new TreeSet<>();
        for (int shard = 0; shard < Ledger.MARK_SHARDS; shard++) {
            String after = "";
            do {
                Ledger.Page<SubmissionName> page = ledger.marked(mark, shard, after, PAGE);
                page.items().stream()
                        .filter(caller::sees)
                        .map(SubmissionName::toString)
                        .forEach(names::add);
                after = page.next();
            } while (!after.isEmpty());
        }
        return names;
    }

    private List<DataSource> sources(SubmissionName name) {
        return ledger.load(name)
                .map(file -> facts.manifest(file))
                .map(reading -> reading instanceof ManifestReading.Read(var manifest, var _, var _)
                        ? manifest.sources().listed()
                        : List.<DataSource>of())
                .orElse(List.of());
    }

    private Source source(DataSource source) {
        Origin origin = engine.hubSource(source)
                .<Origin>map(Origin.OfHub::new)
                .or(() -> KnownSources.find(source, engine.registry()).map(Origin.OfRegistry::new))
                .orElseGet(Origin.NotKnown::new);
        return new Source(
                source.id().value().orElse(""),
                source.name().value().orElse(""),
                source.uri().value().orElse(""),
                origin);
    }
}
