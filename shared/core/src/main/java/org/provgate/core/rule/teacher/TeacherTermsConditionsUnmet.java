package org.provgate.core.rule.teacher;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

public final class TeacherTermsConditionsUnmet implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-terms-conditions-unmet"),
            "0.1",
            Severity.ERROR,
            "A teacher's terms allow training under a condition that is not met",
            "A permission with a condition is none while the condition is not met.",
            "Meet the condition, or drop the rows this teacher produced.",
            TeacherExamples.of("""
                    provider: Meta
                    model: facebook/opt-66b
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

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> file.teachers().stream()
                        .filter(teacher -> !Permissions.granted(teacher, file))
                        .filter(teacher -> Terms.ban(teacher, file.policy()).isEmpty())
                        .flatMap(teacher -> breaches(teacher, Conditions.of(manifest, file.policy()))));
    }

    private static Stream<Breach> breaches(TeacherCase teacher, Conditions conditions) {
        List<String> broken = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        List<String> passedOn = new ArrayList<>();
        for (String condition : teacher.terms().conditions()) {
            switch (conditions.judge(condition)) {
                case Conditions.Judgement.Met _ -> {}
                case Conditions.Judgement.Broken(String how) -> broken.add(how);
                case Conditions.Judgement.Doubtful(String how) -> doubtful.add(how);
                case Conditions.Judgement.ForLater(String what) -> passedOn.add(what);
            }
        }
        return Stream.of(
                        broken.stream().map(how -> unmet(teacher, how)),
                        doubtful.stream().map(how -> unmet(teacher, how).usually(Severity.WARNING)),
                        passedOn.isEmpty() ? Stream.<Breach>empty() : Stream.of(note(teacher, passedOn)))
                .flatMap(breaches -> breaches);
    }

    private static Breach unmet(TeacherCase teacher, String how) {
        Breach breach = of(
                teacher,
                "The terms of %s set a condition: %s%s"
                        .formatted(Phrases.plain(teacher.declared()), how, source(teacher)));
        return teacher.terms().verified() ? breach : breach.atMost(Severity.WARNING);
    }

    /// What binds whoever trains on the rows is no fault of the dataset, but its readers should learn of it.
    private static Breach note(TeacherCase teacher, List<String> what) {
        return of(
                        teacher,
                        "Whoever trains on the output of %s must %s%s"
                                .formatted(Phrases.plain(teacher.declared()), Phrases.listed(what), source(teacher)))
                .remedy("Tell the readers of the dataset, in its description or in a file beside the data.")
                .atMost(Severity.NOTE);
    }

    private static String source(TeacherCase teacher) {
        return teacher.terms()
                .governing()
                .map(citation -> " (%s)".formatted(Terms.cited(citation)))
                .orElse("");
    }

    private static Breach of(TeacherCase teacher, String message) {
        return Breach.of(teacher.teacher().subject(), teacher.teacher().model().at(), message);
    }
}
