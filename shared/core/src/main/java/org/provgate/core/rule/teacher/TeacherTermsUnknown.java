package org.provgate.core.rule.teacher;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.registry.Category;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// An unrecognised model has a rule of its own.
public final class TeacherTermsUnknown implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-terms-unknown"),
            "0.1",
            Severity.WARNING,
            "What the terms of a teacher say on training is not known",
            "Not known is not allowed: somebody has to read the terms of that day.",
            "Ask the operator to have the terms looked up, or file the permission of the provider as an authorization.",
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

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .filter(teacher -> teacher.terms().category() == Category.UNKNOWN)
                .filter(teacher -> !teacher.resolution().families().isEmpty())
                .filter(teacher -> !Permissions.granted(teacher, file))
                .filter(teacher -> Terms.ban(teacher, file.policy()).isEmpty())
                .map(TeacherTermsUnknown::breach);
    }

    private static Breach breach(TeacherCase teacher) {
        String channel = teacher.teacher()
                .accessChannel()
                .value()
                .map(AccessChannel::word)
                .orElse("an unstated channel");
        String fact = teacher.terms()
                .governing()
                .map(citation -> "%s does not settle it".formatted(Terms.cited(citation)))
                .orElseGet(() -> "no edition for %s in that period is on file".formatted(channel));
        return Breach.of(
                teacher.teacher().subject(),
                teacher.teacher().model().at(),
                "Whether the output of %s may train models is not known: %s"
                        .formatted(Phrases.plain(teacher.declared()), fact));
    }
}
