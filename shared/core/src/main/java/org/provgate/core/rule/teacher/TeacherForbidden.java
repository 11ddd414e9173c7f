package org.provgate.core.rule.teacher;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// A name of the list may be a provider, a family or a model; one of several that a name may mean is enough.
public final class TeacherForbidden implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-forbidden"),
            "0.1",
            Severity.ERROR,
            "A teacher is one that this hub does not take",
            "The operators have decided that rows of this model or maker do not come in.",
            "Drop the rows this teacher produced.",
            TeacherExamples.OPEN_WEIGHTS.under("""
                    policy: provenance-gate/v1
                    teachers: { forbidden: [gpt-oss] }
                    """),
            TeacherExamples.OPEN_WEIGHTS);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        List<String> forbidden = file.policy().teachers().forbidden();
        return file.teachers().stream()
                .flatMap(teacher -> forbidden.stream()
                        .filter(name -> Permissions.touches(name, teacher, file))
                        .limit(1)
                        .map(name -> Breach.of(
                                teacher.teacher().subject(),
                                teacher.teacher().model().at(),
                                "The policy does not take %s, by its entry %s"
                                        .formatted(Phrases.plain(teacher.declared()), Phrases.quoted(name)))));
    }
}
