package org.provgate.core.rule.declaration;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.claim.Spelling;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.References.Reference;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Declarations;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Files name sources and teachers, teachers name the sources they came with, attestations name contributors.
public final class ReferenceUnknown implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("reference-unknown"),
            "0.1",
            Severity.ERROR,
            "The manifest refers to something it does not declare",
            "A file whose source or teacher cannot be told has no provenance, whatever the list says.",
            "Correct the reference, or declare what it names.",
            Example.with("""
                    files:
                      - path: data/train.jsonl
                        sha256: SHA256(data/train.jsonl)
                        sources: [writers, editors]
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> Stream.of(
                                files(manifest, file.declared()),
                                teachers(manifest, file.declared()),
                                attestations(manifest))
                        .flatMap(breaches -> breaches));
    }

    private static Stream<Breach> files(Manifest manifest, Declarations declared) {
        Collection<String> sources = declared.sourceIds();
        Collection<String> teachers = declared.teacherIds();
        return manifest.files().stream()
                .flatMap(entry -> Stream.concat(
                        unknown(entry, entry.sources().listed(), "source", sources, teachers),
                        unknown(entry, entry.teachers().listed(), "teacher", teachers, sources)));
    }

    private static Stream<Breach> unknown(
            FileEntry entry, List<Reference> ids, String kind, Collection<String> known, Collection<String> others) {
        return ids.stream()
                .filter(reference -> !known.contains(reference.id()))
                .map(reference -> unknown(Subject.file(entry.name()), reference, kind, known, others));
    }

    private static Breach unknown(
            Subject subject, Reference reference, String kind, Collection<String> known, Collection<String> others) {
        String fact = "%s refers to the %s %s, which the manifest does not declare"
                .formatted(subject.name(), kind, Phrases.quoted(reference.id()));
        if (others.contains(reference.id())) {
            String other = kind.equals("source") ? "teacher" : "source";
            return Breach.of(subject, reference.at(), "%s: that is the id of a %s".formatted(fact, other));
        }
        Optional<String> meant = Spelling.nearest(reference.id(), known);
        return meant.map(id -> Breach.of(subject, reference.at(), fact)
                        .remedy("Write \"%s\", if that is what was meant, or declare the %s.".formatted(id, kind))
                        .fix(List.of(new Fix.Replace(reference.at().pointer(), JsonValue.text(id)))))
                .orElseGet(() -> Breach.of(subject, reference.at(), fact));
    }

    private static Stream<Breach> teachers(Manifest manifest, Declarations declared) {
        Collection<String> sources = declared.sourceIds();
        Collection<String> teachers = declared.teacherIds();
        return manifest.teachers().listed().stream()
                .flatMap(teacher -> teacher.viaSources().listed().stream()
                        .flatMap(reference -> via(teacher, reference, declared, sources, teachers)));
    }

    private static Stream<Breach> via(
            TeacherModel teacher,
            Reference reference,
            Declarations declared,
            Collection<String> sources,
            Collection<String> teachers) {
        if (!sources.contains(reference.id())) {
            return Stream.of(unknown(teacher.subject(), reference, "source", sources, teachers));
        }
        return declared
                .source(reference.id())
                .flatMap(source -> source.type().value())
                .filter(type -> type != SourceType.DATASET)
                .map(type -> Breach.of(
                        teacher.subject(),
                        reference.at(),
                        "%s is said to come with the source %s, which is of type %s and not a dataset"
                                .formatted(teacher.subject().name(), Phrases.quoted(reference.id()), type.word())))
                .stream();
    }

    private static Stream<Breach> attestations(Manifest manifest) {
        Set<String> people = new HashSet<>();
        for (Contributor contributor : manifest.contributors()) {
            Stream.of(contributor.name(), contributor.email(), contributor.organization())
                    .flatMap(field -> field.value().stream())
                    .forEach(name -> people.add(folded(name)));
        }
        return manifest.attestations().stream()
                .flatMap(
                        attestation -> attestation.by().value().stream()
                                .filter(by -> !people.contains(folded(by)))
                                .map(
                                        by -> Breach.of(
                                                        new Subject("attestation", kind(attestation)),
                                                        attestation.by().at(),
                                                        "The attestation %s is given by %s, who is not among the contributors"
                                                                .formatted(kind(attestation), Phrases.quoted(by)))
                                                .remedy(
                                                        "Write the name or e-mail address of a contributor as it stands in the list.")));
    }

    private static String kind(Attestation attestation) {
        return attestation
                .type()
                .value()
                .map(Attestation.Kind::word)
                .orElseGet(() -> attestation.at().pointer());
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
