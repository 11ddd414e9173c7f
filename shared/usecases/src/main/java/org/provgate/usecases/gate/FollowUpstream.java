package org.provgate.usecases.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.OtherTeachers;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.core.submission.Upstream.Held;
import org.provgate.core.submission.Upstream.Taught;
import org.provgate.usecases.ledger.Gist;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Ledger;

/// What a submission derives from within the hub, to the end of every line, by the verdicts in force.
///
/// Each submission counts once, so that circles end; and what one is held for only because of another does not count,
/// so that two which name each other do not keep each other out for ever.
final class FollowUpstream {

    /// Submissions that are followed for one; whoever derives from more is told so.
    static final int MOST = 200;

    private static final String TOO_FAR = "beyond the " + MOST + " submissions that a gate follows";

    private final Ledger ledger;
    private final Engine engine;
    private final Registry registry;
    private final FactsOfSubmission facts;

    FollowUpstream(Ledger ledger, Engine engine, FactsOfSubmission facts) {
        this.ledger = ledger;
        this.engine = engine;
        this.registry = engine.registry();
        this.facts = facts;
    }

    Collection<Upstream> of(SubmissionName self, ManifestReading reading) {
        Map<SubmissionName, Upstream> found = new LinkedHashMap<>();
        int left = MOST;
        for (SubmissionName name : named(reading)) {
            if (!name.equals(self) && ledger.submission(name).isPresent()) {
                Walk walk = new Walk(self, left);
                found.put(name, walk.from(name));
                left = walk.left;
            }
        }
        return found.values();
    }

    /// Submissions that the sources of a manifest name, each once.
    List<SubmissionName> named(ManifestReading reading) {
        return sources(reading)
                .flatMap(source -> engine.hubSource(source).stream())
                .distinct()
                .toList();
    }

    private static Stream<DataSource> sources(ManifestReading reading) {
        return reading instanceof ManifestReading.Read(Manifest manifest, var _, var _)
                ? manifest.sources().listed().stream()
                : Stream.empty();
    }

    private final class Walk {

        private final Set<SubmissionName> seen = new HashSet<>();
        private final Deque<SubmissionName> ahead = new ArrayDeque<>();
        private final List<Held> held = new ArrayList<>();
        private final List<Taught> taught = new ArrayList<>();
        private int left;

        Walk(SubmissionName self, int left) {
            seen.add(self);
            this.left = left;
        }

        Upstream from(SubmissionName name) {
            meet(name);
            while (!ahead.isEmpty()) {
                SubmissionName next = ahead.removeFirst();
                if (left == 0) {
                    held.add(new Held(next, TOO_FAR));
                    break;
                }
                left--;
                ledger.submission(next).ifPresent(this::look);
            }
            return new Upstream(name, held, taught);
        }

        private void meet(SubmissionName name) {
            if (seen.add(name)) {
                ahead.addLast(name);
            }
        }

        private void look(SubmissionRecord record) {
            Optional<VerdictRecord> verdict =
                    record.verdict() == 0 ? Optional.empty() : ledger.verdict(record.name(), record.verdict());
            if (record.state() == State.REJECTED) {
                held.add(new Held(record.name(), State.REJECTED.word()));
            } else if (verdict.filter(found -> isHeld(record, found)).isPresent()) {
                held.add(new Held(record.name(), State.QUARANTINED.word()));
            }
            verdict.map(VerdictRecord::gist).ifPresent(gist -> follow(record.name(), gist));
        }

        private void follow(SubmissionName name, Gist gist) {
            if (gist.marks().contains(Mark.many())) {
                ManifestReading reading =
                        ledger.load(name).map(facts::manifest).orElseGet(() -> new ManifestReading.Missing());
                teach(name, models(reading));
                named(reading).forEach(this::meet);
                return;
            }
            teach(name, values(gist, Mark.Kind.MODEL));
            values(gist, Mark.Kind.SUBMISSION)
                    .flatMap(text -> SubmissionName.parse(text).stream())
                    .forEach(this::meet);
        }

        private void teach(SubmissionName name, Stream<String> models) {
            NavigableSet<String> distinct = new TreeSet<>();
            models.map(FollowUpstream.this::familyOf).forEach(distinct::add);
            distinct.forEach(model -> taught.add(new Taught(model, name)));
        }
    }

    /// Whoever is being decided again or was taken back counts as it stood.
    private static boolean isHeld(SubmissionRecord record, VerdictRecord verdict) {
        return record.state() != State.RELEASED
                && verdict.outcome().equals(State.QUARANTINED.word())
                && !verdict.gist().marks().contains(Mark.heldForUpstream());
    }

    private static Stream<String> values(Gist gist, Mark.Kind kind) {
        return gist.marks().stream().filter(mark -> mark.kind() == kind).map(Mark::value);
    }

    private Stream<String> models(ManifestReading reading) {
        Stream<String> declared = reading instanceof ManifestReading.Read(Manifest manifest, var _, var _)
                ? OtherTeachers.withAll(manifest).stream().flatMap(teacher -> teacher.model().value().stream())
                : Stream.empty();
        Stream<String> known = sources(reading)
                .flatMap(source -> KnownSources.find(source, registry).stream())
                .flatMap(dataset -> dataset.teachers().stream())
                .map(KnownDataset.Teacher::model);
        return Stream.concat(declared, known);
    }

    private String familyOf(String model) {
        return registry.resolve(model) instanceof Resolution.Known(var family) ? family.id() : model;
    }
}
