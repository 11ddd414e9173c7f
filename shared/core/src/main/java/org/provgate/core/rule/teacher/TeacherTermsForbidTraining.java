package org.provgate.core.rule.teacher;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;
import org.provgate.core.rule.teacher.Terms.Ban;

/// Only a clause that was read leads to an error; what is merely reported of terms is a warning.
public final class TeacherTermsForbidTraining implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-terms-forbid-training"),
            "0.1",
            Severity.ERROR,
            "A teacher model's terms forbid training on its output",
            "Weights cannot be recalled: a breach found after release taints every model trained on the rows.",
            "Drop the rows this teacher produced, or file the provider's written permission as an authorization.",
            TeacherExamples.of("""
                    provider: Anthropic
                    model: claude-3-opus-20240229
                    uses: [generated]
                    generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                    accessChannel: provider-api
                    terms: { name: Commercial Terms of Service, version: "2025-06-17" }
                    """),
            TeacherExamples.OPEN_WEIGHTS);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .filter(teacher -> !Permissions.granted(teacher, file))
                .flatMap(teacher -> Terms.ban(teacher, file.policy()).map(ban -> breach(teacher, ban)).stream());
    }

    private static Breach breach(TeacherCase teacher, Ban ban) {
        return switch (ban) {
            case Ban.ByClause(Citation citation) -> breach(teacher, citation, "");
            case Ban.ByRepute(Citation citation) ->
                breach(teacher, citation, "; the clause itself was not read, so this is for a person to look up")
                        .atMost(Severity.WARNING);
            case Ban.ByFamily(boolean verified) -> {
                Breach breach = of(
                        teacher,
                        "The terms of %s forbid training on its output (%s), though no edition is on file for that"
                                        .formatted(
                                                Phrases.plain(teacher.declared()),
                                                teacher.terms().category().word())
                                + " time and channel");
                yield verified ? breach : breach.atMost(Severity.WARNING);
            }
        };
    }

    private static Breach breach(TeacherCase teacher, Citation citation, String reservation) {
        String what = citation.edition().category() == Category.PROHIBITED
                ? "forbid training on its output"
                : "forbid training models that compete with the provider on its output";
        String inherited = teacher.family()
                .filter(family -> !family.id().equals(citation.family()))
                .map(family -> ", which it inherits from %s".formatted(citation.family()))
                .orElse("");
        String several = teacher.terms().editions().size() > 1
                ? "; the strictest of %d editions that bind"
                        .formatted(teacher.terms().editions().size())
                : "";
        return of(
                teacher,
                "The terms of %s%s %s: %s%s%s"
                        .formatted(
                                Phrases.plain(teacher.declared()),
                                inherited,
                                what,
                                Terms.cited(citation),
                                several,
                                reservation));
    }

    private static Breach of(TeacherCase teacher, String message) {
        return Breach.of(teacher.teacher().subject(), teacher.teacher().model().at(), message);
    }
}
