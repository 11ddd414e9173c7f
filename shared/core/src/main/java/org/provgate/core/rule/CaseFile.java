package org.provgate.core.rule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.OtherTeachers;
import org.provgate.core.policy.Policy;
import org.provgate.core.registry.Registry;
import org.provgate.core.submission.SubmissionFacts;

/// All that a rule may look at: facts, policy, registry and day, and what follows from them.
///
/// @param teachers the declared teachers, in whichever manifest, resolved once for all rules
/// @param declared sources and teachers by their ids
/// @param lineage which entry of the manifest covers which object
public record CaseFile(
        SubmissionFacts facts,
        Policy policy,
        Registry registry,
        LocalDate today,
        List<TeacherCase> teachers,
        Declarations declared,
        FileLineage lineage) {

    public CaseFile {
        teachers = List.copyOf(teachers);
    }

    public static CaseFile open(SubmissionFacts facts, Policy policy, Registry registry, LocalDate today) {
        Optional<Manifest> manifest = manifestOf(facts);
        List<TeacherCase> teachers = manifest.map(OtherTeachers::withAll).orElse(List.of()).stream()
                .map(teacher -> TeacherCase.of(teacher, registry, today))
                .toList();
        Declarations declared =
                manifest.map(m -> Declarations.of(m, teachers, registry)).orElseGet(Declarations::none);
        FileLineage lineage = manifest.map(m -> FileLineage.of(m, facts)).orElseGet(FileLineage::none);
        return new CaseFile(facts, policy, registry, today, teachers, declared, lineage);
    }

    /// The manifest, where one could be read.
    public Optional<Manifest> manifest() {
        return manifestOf(facts);
    }

    /// What the reader found wrong with it.
    public List<ManifestFault> faults() {
        return facts.manifest() instanceof ManifestReading.Read(Manifest _, List<ManifestFault> faults, var _)
                ? faults
                : List.of();
    }

    /// Where a finding about the whole submission points: the manifest, or the folder when there is none.
    public Place whole() {
        return Place.startOf(facts.manifest().foundIn().orElse(""));
    }

    /// Facts of the data and of the documents beside it, by path: everything but manifests, which may name models.
    public Stream<ObjectFacts> contents() {
        Set<String> manifests = new HashSet<>();
        facts.manifest().foundIn().ifPresent(manifests::add);
        manifest().ifPresent(it -> it.others().forEach(other -> manifests.add(other.file())));
        return facts.objects().values().stream().filter(object -> !manifests.contains(object.path()));
    }

    private static Optional<Manifest> manifestOf(SubmissionFacts facts) {
        return facts.manifest() instanceof ManifestReading.Read(Manifest manifest, var _, var _)
                ? Optional.of(manifest)
                : Optional.empty();
    }
}
