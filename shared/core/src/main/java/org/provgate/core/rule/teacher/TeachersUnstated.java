package org.provgate.core.rule.teacher;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
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
            case Teachers.Unstated unstated ->
                Stream.of(Breach.of(
                        Subject.manifest(manifest.file()),
                        unstated.at(),
                        "%s does not say which models had a hand in the data".formatted(manifest.file())));
            case Teachers.Listed _, Teachers.None _, Teachers.Unknown _ -> Stream.empty();
        });
    }
}
