package org.provgate.core.rule.declaration;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class DeclarationUnused implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("declaration-unused"),
            "0.1",
            Severity.WARNING,
            "A source or a teacher is declared, but no file refers to it",
            "Either a file lacks a part of its origin, or the manifest tells a story about other data.",
            "Name it in the entries of the files it went into, or take it out of the manifest.",
            Example.with("""
                    sources:
                      - id: writers
                        type: human-authored
                        name: Written from scratch by the contributors
                        license: CC-BY-4.0
                        rightsBasis: own-work
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                      - id: editors
                        type: human-authored
                        name: Corrections by the contributors
                        license: CC-BY-4.0
                        rightsBasis: own-work
                        collectionPeriod: { start: 2026-04, end: 2026-04 }
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .filter(manifest -> !manifest.files().isEmpty())
                .flatMap(DeclarationUnused::unused);
    }

    private static Stream<Breach> unused(Manifest manifest) {
        Set<String> used = new HashSet<>();
        for (FileEntry entry : manifest.files()) {
            entry.sources().listed().forEach(reference -> used.add(reference.id()));
            entry.teachers().listed().forEach(reference -> used.add(reference.id()));
        }
        for (TeacherModel teacher : manifest.teachers().listed()) {
            teacher.viaSources().listed().forEach(reference -> used.add(reference.id()));
        }
        Stream<Breach> sources =
                manifest.sources().listed().stream().flatMap(source -> unused(source.subject(), source.id(), used));
        Stream<Breach> teachers =
                manifest.teachers().listed().stream().flatMap(teacher -> unused(teacher.subject(), teacher.id(), used));
        return Stream.concat(sources, teachers);
    }

    private static Stream<Breach> unused(Subject subject, Field<String> id, Set<String> used) {
        return id
                .value()
                .filter(name -> !used.contains(name))
                .map(name -> Breach.of(
                        subject, id.at(), "No file refers to the %s %s".formatted(subject.kind(), Phrases.plain(name))))
                .stream();
    }
}
