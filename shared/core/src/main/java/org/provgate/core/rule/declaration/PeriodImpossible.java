package org.provgate.core.rule.declaration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.PartialDate;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.Authorization;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// A partial date is in the future only if its first day is.
public final class PeriodImpossible implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("period-impossible"),
            "0.1",
            Severity.ERROR,
            "A date or period cannot be right",
            "Which terms held is looked up by these dates, so a wrong one asks the wrong contract.",
            "Correct the date.",
            Example.with("""
                    sources:
                      - id: writers
                        type: human-authored
                        name: Written from scratch by the contributors
                        license: CC-BY-4.0
                        rightsBasis: own-work
                        collectionPeriod: { start: 2026-04, end: 2026-02 }
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    /// Clocks and time zones differ.
    private static final int SLACK_DAYS = 1;

    @Override
    public Stream<Breach> check(CaseFile file) {
        LocalDate latest = file.today().plusDays(SLACK_DAYS);
        return file.manifest().stream()
                .flatMap(manifest -> Stream.of(
                                future(
                                        Subject.dataset(manifest.dataset()
                                                .name()
                                                .value()
                                                .orElse("")),
                                        "The dataset was created",
                                        manifest.dataset().created(),
                                        latest),
                                manifest.sources().listed().stream().flatMap(source -> source(source, latest)),
                                manifest.teachers().listed().stream()
                                        .flatMap(teacher -> teacher(teacher, latest, file.today())),
                                manifest.attestations().stream().flatMap(given -> attestation(given, latest)))
                        .flatMap(breaches -> breaches));
    }

    private static Stream<Breach> source(DataSource source, LocalDate latest) {
        return source.collectionPeriod().value().stream()
                .flatMap(period -> period(
                        source.subject(),
                        "The collection of " + source.subject().name(),
                        period,
                        latest));
    }

    private static Stream<Breach> teacher(TeacherModel teacher, LocalDate latest, LocalDate today) {
        Subject subject = teacher.subject();
        Stream<Breach> period = teacher.generationPeriod().value().stream()
                .flatMap(span -> period(subject, "The generation by " + subject.name(), span, latest));
        Stream<Breach> accepted = teacher.terms() instanceof StatedTerms.Accepted terms
                ? Stream.concat(
                        future(subject, "The terms were accepted", terms.acceptedOn(), latest),
                        acceptedTooLate(teacher, terms.acceptedOn(), today))
                : Stream.empty();
        Stream<Breach> granted = teacher.authorization().value().stream()
                .flatMap(permission -> Stream.concat(
                        future(subject, "The permission was granted", permission.date(), latest),
                        Stream.concat(
                                unreal(subject, "The permission ends", permission.expires()),
                                neverValid(subject, permission))));
        return Stream.of(period, accepted, granted).flatMap(breaches -> breaches);
    }

    private static Stream<Breach> attestation(Attestation attestation, LocalDate latest) {
        String kind = attestation
                .type()
                .value()
                .map(Attestation.Kind::word)
                .orElseGet(() -> attestation.at().pointer());
        return future(
                new Subject("attestation", kind),
                "The attestation %s was given".formatted(kind),
                attestation.date(),
                latest);
    }

    private static Stream<Breach> period(Subject subject, String what, Period period, LocalDate latest) {
        Stream<Breach> unreal = Stream.concat(
                unreal(subject, what + " begins", period.start()),
                period.end() instanceof Period.End.On(Field<PartialDate> date)
                        ? unreal(subject, what + " ends", date)
                        : Stream.empty());
        Stream<Breach> wrong = period.start().value().stream().flatMap(start -> switch (period.end()) {
            case Period.End.Ongoing _ ->
                ahead(subject, what, start, period.start().at(), latest);
            case Period.End.On(Field<PartialDate> date) ->
                date.value().stream().flatMap(end -> span(subject, what, start, end, period, latest));
        });
        return Stream.concat(unreal, wrong);
    }

    private static Stream<Breach> span(
            Subject subject, String what, PartialDate start, PartialDate end, Period period, LocalDate latest) {
        if (start.first().isAfter(end.last())) {
            return Stream.of(Breach.of(
                    subject,
                    period.at(),
                    "%s ends (%s) before it begins (%s)".formatted(Phrases.plain(what), end, start)));
        }
        return ahead(subject, what, start, period.start().at(), latest)
                        .findFirst()
                        .isPresent()
                ? ahead(subject, what, start, period.start().at(), latest)
                : endsAhead(subject, what, end, period.end().at(), latest);
    }

    private static Stream<Breach> ahead(Subject subject, String what, PartialDate start, Place at, LocalDate latest) {
        return start.first().isAfter(latest)
                ? Stream.of(
                        Breach.of(subject, at, "%s begins in the future, on %s".formatted(Phrases.plain(what), start)))
                : Stream.empty();
    }

    private static Stream<Breach> endsAhead(Subject subject, String what, PartialDate end, Place at, LocalDate latest) {
        return end.first().isAfter(latest)
                ? Stream.of(Breach.of(subject, at, "%s ends in the future, on %s".formatted(Phrases.plain(what), end))
                        .remedy("Write `ongoing` while it is not over."))
                : Stream.empty();
    }

    /// A day that no calendar has; whatever else is no date, the reader has reported.
    private static Stream<Breach> unreal(Subject subject, String what, Field<?> date) {
        return date instanceof Field.Unusable<?>(Place at, String raw) && PartialDate.impossible(raw)
                ? Stream.of(
                        Breach.of(subject, at, "%s on %s, which no calendar has".formatted(Phrases.plain(what), raw)))
                : Stream.empty();
    }

    private static Stream<Breach> future(Subject subject, String what, Field<LocalDate> day, LocalDate latest) {
        return Stream.concat(
                unreal(subject, what, day),
                day
                        .value()
                        .filter(date -> date.isAfter(latest))
                        .map(date -> Breach.of(
                                subject, day.at(), "%s in the future, on %s".formatted(Phrases.plain(what), date)))
                        .stream());
    }

    private static Stream<Breach> acceptedTooLate(TeacherModel teacher, Field<LocalDate> accepted, LocalDate today) {
        Optional<LocalDate> last = teacher.generationPeriod().value().flatMap(period -> period.lastDay(today));
        return accepted
                .value()
                .filter(day -> last.filter(day::isAfter).isPresent())
                .map(day -> Breach.of(
                        teacher.subject(),
                        accepted.at(),
                        "The terms of %s were accepted on %s, after the last output"
                                .formatted(Phrases.plain(teacher.subject().name()), day)))
                .stream();
    }

    private static Stream<Breach> neverValid(Subject subject, Authorization permission) {
        return permission
                .expires()
                .value()
                .filter(end -> permission.date().value().filter(end::isBefore).isPresent())
                .map(end -> Breach.of(
                        subject,
                        permission.expires().at(),
                        "The permission for %s ends on %s, before it was granted"
                                .formatted(Phrases.plain(subject.name()), end)))
                .stream();
    }
}
