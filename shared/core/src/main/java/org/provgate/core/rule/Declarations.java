package org.provgate.core.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.References.Reference;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;

/// Sources and teachers of the manifest by their ids, and the makers each teacher speaks for.
/// Of two declarations with one id, the first is meant.
public final class Declarations {

    /// How far a tuned model is followed to the models it comes from.
    private static final int DEEPEST_ANCESTRY = 8;

    private final Map<String, DataSource> sources = new HashMap<>();
    private final Map<String, TeacherCase> teachers = new HashMap<>();
    private final Map<Place, Set<String>> makers = new HashMap<>();
    private final List<TeacherCase> all;

    private Declarations(List<TeacherCase> all) {
        this.all = all;
    }

    static Declarations none() {
        return new Declarations(List.of());
    }

    static Declarations of(Manifest manifest, List<TeacherCase> teachers, Registry registry) {
        Declarations declared = new Declarations(teachers);
        for (DataSource source : manifest.sources().listed()) {
            source.id().value().ifPresent(id -> declared.sources.putIfAbsent(id, source));
        }
        for (TeacherCase teacher : teachers) {
            teacher.teacher().id().value().ifPresent(id -> declared.teachers.putIfAbsent(id, teacher));
            declared.makers.put(teacher.teacher().at(), makersOf(teacher, registry));
        }
        return declared;
    }

    public Optional<DataSource> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    public Optional<TeacherCase> teacher(String id) {
        return Optional.ofNullable(teachers.get(id));
    }

    public NavigableSet<String> sourceIds() {
        return new TreeSet<>(sources.keySet());
    }

    public NavigableSet<String> teacherIds() {
        return new TreeSet<>(teachers.keySet());
    }

    /// The teachers an entry names; all of them when no entry covers the file, as with documents.
    public List<TeacherCase> teachersOf(List<FileEntry> entries) {
        if (entries.isEmpty()) {
            return all;
        }
        List<TeacherCase> named = new ArrayList<>();
        for (FileEntry entry : entries) {
            for (Reference reference : entry.teachers().listed()) {
                teacher(reference.id()).ifPresent(named::add);
            }
        }
        return named;
    }

    /// Ids of the providers whose hand in the data a teacher explains: its maker, the makers of the models it was
    /// tuned from or distilled from, and for an unknown model the maker that the manifest names.
    public Set<String> makers(TeacherCase teacher) {
        return makers.getOrDefault(teacher.teacher().at(), Set.of());
    }

    private static Set<String> makersOf(TeacherCase teacher, Registry registry) {
        Set<String> makers = new HashSet<>();
        switch (teacher.resolution()) {
            case Resolution.Unrecognized _ ->
                teacher.teacher()
                        .provider()
                        .value()
                        .flatMap(registry::provider)
                        .map(Provider::id)
                        .ifPresent(makers::add);
            case Resolution.Known(ModelFamily family) -> addLine(family, registry, makers);
            case Resolution.Ambiguous(List<ModelFamily> candidates) ->
                candidates.forEach(family -> addLine(family, registry, makers));
        }
        return Collections.unmodifiableSet(makers);
    }

    private static void addLine(ModelFamily family, Registry registry, Set<String> makers) {
        Set<String> seen = new HashSet<>();
        List<ModelFamily> generation = List.of(family);
        for (int depth = 0; depth < DEEPEST_ANCESTRY && !generation.isEmpty(); depth++) {
            List<ModelFamily> parents = new ArrayList<>();
            for (ModelFamily member : generation) {
                if (seen.add(member.id())) {
                    makers.add(member.provider());
                    Stream.concat(member.derivedFrom().stream(), member.distilledFrom().stream())
                            .flatMap(id -> registry.family(id).stream())
                            .forEach(parents::add);
                }
            }
            generation = parents;
        }
    }
}
