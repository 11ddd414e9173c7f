package org.provgate.core.rule.declaration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Ids are unique over both lists, since a finding or a waiver names them without their place.
public final class IdDuplicate implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("id-duplicate"),
            "0.1",
            Severity.ERROR,
            "Two sources or teachers have the same id",
            "A reference to the id means one of two things, and nobody can say which.",
            "Give each source and each teacher an id of its own.",
            Example.with("""
                    sources:
                      - id: writers
                        type: human-authored
                        name: Written from scratch by the contributors
                        license: CC-BY-4.0
                        rightsBasis: own-work
                        collectionPeriod: { start: 2026-02, end: 2026-04 }
                      - id: writers
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
        return file.manifest().stream().flatMap(IdDuplicate::repeated);
    }

    private record Named(Subject subject, Field<String> id) {}

    private static Stream<Breach> repeated(Manifest manifest) {
        Map<String, Subject> first = new HashMap<>();
        return Stream.concat(
                        manifest.sources().listed().stream().map(source -> new Named(source.subject(), source.id())),
                        manifest.teachers().listed().stream()
                                .map(teacher -> new Named(teacher.subject(), teacher.id())))
                .flatMap(named -> named.id().value().stream()
                        .flatMap(id -> Optional.ofNullable(first.putIfAbsent(id, named.subject()))
                                .map(earlier -> Breach.of(
                                        named.subject(),
                                        named.id().at(),
                                        "The id %s is already that of a %s"
                                                .formatted(Phrases.quoted(id), earlier.kind())))
                                .stream()));
    }
}
