package org.provgate.core.rule.teacher;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// Days of release are not verified facts, and early access exists.
public final class TeacherPredatesRelease implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-predates-release"),
            "0.1",
            Severity.WARNING,
            "A teacher is said to have worked before it came out",
            "Either the dates or the model are wrong, and with them the terms that were looked up.",
            "Correct the period or the model.",
            TeacherExamples.of("""
                    provider: OpenAI
                    model: gpt-oss-20b
                    uses: [generated]
                    generationPeriod: { start: 2025-03-02, end: 2025-03-20 }
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
                .flatMap(teacher -> released(teacher).stream()
                        .flatMap(day ->
                                teacher
                                        .teacher()
                                        .generationPeriod()
                                        .value()
                                        .flatMap(period -> period.start().value())
                                        .stream()
                                        .filter(start -> start.last().isBefore(day))
                                        .map(start -> Breach.of(
                                                teacher.teacher().subject(),
                                                teacher.teacher()
                                                        .generationPeriod()
                                                        .at(),
                                                "%s is said to have worked from %s, but came out on %s"
                                                        .formatted(Phrases.plain(teacher.declared()), start, day)))));
    }

    /// The earliest day of all that it may be; unknown as soon as one of them is.
    private static Optional<LocalDate> released(TeacherCase teacher) {
        List<Optional<LocalDate>> days = teacher.resolution().families().stream()
                .map(family -> family.releases().day())
                .toList();
        return days.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : days.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
