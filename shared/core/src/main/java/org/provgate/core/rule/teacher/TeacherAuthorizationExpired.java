package org.provgate.core.rule.teacher;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.PartialDate;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.Authorization;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// A permission that came after the first output may have been meant for it too, so that is a warning.
public final class TeacherAuthorizationExpired implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-authorization-expired"),
            "0.1",
            Severity.ERROR,
            "A provider's permission does not cover the time of generation",
            "What was made outside the permitted time was made without permission.",
            "File a permission that covers the whole period, or drop the rows from outside it.",
            TeacherExamples.permitted("expires: 2026-03-10"),
            TeacherExamples.permitted("expires: 2026-12-31"));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .map(TeacherCase::teacher)
                .flatMap(teacher -> teacher.authorization().value().stream()
                        .flatMap(permission ->
                                Stream.concat(ended(teacher, permission, file), later(teacher, permission))));
    }

    private static Stream<Breach> ended(TeacherModel teacher, Authorization permission, CaseFile file) {
        return Permissions.covers(permission, teacher, file.today())
                ? Stream.empty()
                : permission.expires().value().stream()
                        .map(day -> Breach.of(
                                teacher.subject(),
                                permission.expires().at(),
                                "The permission for %s ended on %s, before the last output"
                                        .formatted(
                                                Phrases.plain(teacher.subject().name()), day)));
    }

    private static Stream<Breach> later(TeacherModel teacher, Authorization permission) {
        Optional<LocalDate> first = teacher.generationPeriod()
                .value()
                .flatMap(period -> period.start().value())
                .map(PartialDate::last);
        return permission
                .date()
                .value()
                .filter(day -> first.filter(day::isAfter).isPresent())
                .map(day -> Breach.of(
                                teacher.subject(),
                                permission.date().at(),
                                "The permission for %s was granted on %s, after the first output"
                                        .formatted(
                                                Phrases.plain(teacher.subject().name()), day))
                        .usually(Severity.WARNING))
                .stream();
    }
}
