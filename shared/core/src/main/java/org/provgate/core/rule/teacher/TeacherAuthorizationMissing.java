package org.provgate.core.rule.teacher;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.registry.Category;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// Where terms forbid outright, that is said by [TeacherTermsForbidTraining] alone.
public final class TeacherAuthorizationMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-authorization-missing"),
            "0.1",
            Severity.ERROR,
            "A teacher's terms ask for a permission that is not filed",
            "Where the terms allow it only to those who asked, silence means nobody asked.",
            "File the permission of the provider as an authorization, with its document and digest.",
            TeacherExamples.of("""
                    provider: Baichuan
                    model: Baichuan2-13B-Chat
                    uses: [generated]
                    generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                    accessChannel: self-hosted
                    terms: { name: Terms, version: "1" }
                    """),
            TeacherExamples.OPEN_WEIGHTS);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    private static final Pattern ASKS = Pattern.compile("exception:.*(?:authori[sz]ation|approval|permission)");

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .filter(teacher -> teacher.teacher().authorization().absent())
                .filter(teacher -> !Permissions.byPolicy(teacher, file))
                .filter(teacher -> Terms.ban(teacher, file.policy()).isEmpty())
                .flatMap(teacher -> breach(teacher, file));
    }

    private static Stream<Breach> breach(TeacherCase teacher, CaseFile file) {
        boolean commercial = file.policy().uses().commercial();
        return teacher.terms().conditions().stream()
                .filter(condition -> (commercial && condition.equals("commercial-permission-required"))
                        || (teacher.terms().category() == Category.CONDITIONAL
                                && ASKS.matcher(condition).matches()))
                .limit(1)
                .map(condition -> of(teacher));
    }

    private static Breach of(TeacherCase teacher) {
        Breach breach = Breach.of(
                teacher.teacher().subject(),
                teacher.teacher().authorization().at(),
                "The terms of %s allow this use only with permission, and none is filed%s"
                        .formatted(
                                Phrases.plain(teacher.declared()),
                                teacher.terms()
                                        .governing()
                                        .map(citation -> ": " + Terms.cited(citation))
                                        .orElse("")));
        return teacher.terms().verified() ? breach : breach.atMost(Severity.WARNING);
    }
}
