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

public final class TeachersUnknown implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teachers-unknown"),
            "0.1",
            Severity.ERROR,
            "The contributor does not know which models had a hand in the data",
            "Terms of a model that nobody can name can be neither looked up nor kept.",
            "Find out which models were used and list them, or leave out the rows nobody can vouch for.",
            Example.with("teachers: unknown\n"),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .filter(manifest -> manifest.teachers() instanceof Teachers.Unknown)
                .map(manifest -> Breach.of(
                        Subject.manifest(manifest.file()),
                        manifest.teachers().at(),
                        "%s says that the teachers are unknown".formatted(manifest.file())));
    }
}
