package org.provgate.core.rule.teacher;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Silence, an empty list and null are what forgetting looks like; none of them is a statement.
public final class TeachersUnstated implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teachers-unstated"),
            "0.1",
            Severity.ERROR,
            "The manifest does not say which models had a hand in the data",
            "The whole verdict rests on this statement, and an omission must not count as a no.",
            "List the teachers, or write `teachers: none` if no model output is in the files.",
            Example.with("teachers: []\n"),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream().flatMap(manifest -> switch (manifest.teachers()) {
            case Teachers.Unstated unstated -> Stream.of(unstated(manifest, unstated));
            case Teachers.Listed _ -> files(manifest);
            case Teachers.None _, Teachers.Unknown _ -> Stream.empty();
        });
    }

    private static Breach unstated(Manifest manifest, Teachers.Unstated unstated) {
        String message = unstated.raw().isEmpty()
                ? "%s does not say which models had a hand in the data".formatted(manifest.file())
                : "`teachers` is %s, which does not say which models had a hand in the data"
                        .formatted(Phrases.plain(unstated.raw()));
        return Breach.of(Subject.manifest(manifest.file()), unstated.at(), message);
    }

    /// One bad teacher should fail its files and not the whole set, so every entry says which it carries.
    private static Stream<Breach> files(Manifest manifest) {
        return manifest.files().stream()
                .filter(entry -> entry.teachers() instanceof References.Unstated)
                .map(entry -> Breach.of(
                                Subject.file(entry.name()),
                                entry.teachers().at(),
                                manifest.listsNoFilesBut(entry)
                                        ? "%s lists no files, so none of them says which of the teachers it carries"
                                                .formatted(manifest.file())
                                        : "The entry of %s does not say which of the teachers it carries"
                                                .formatted(entry.name()))
                        .remedy("Write the ids of its teachers, or `teachers: none`."));
    }
}
