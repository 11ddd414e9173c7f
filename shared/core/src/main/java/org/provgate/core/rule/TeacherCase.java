package org.provgate.core.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.Use;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;

/// A declared teacher, what the registry makes of its name, and what its terms said then and there.
///
/// @param terms of the family; of the strictest candidate while the name is ambiguous; unknown for an unknown model
public record TeacherCase(TeacherModel teacher, Resolution resolution, TermsAnswer terms) {

    static TeacherCase of(TeacherModel teacher, Registry registry, LocalDate today) {
        Resolution resolution =
                teacher.model().value().map(registry::resolve).orElseGet(() -> new Resolution.Unrecognized(List.of()));
        Optional<Period> period = teacher.generationPeriod().value();
        LocalDate first = period.flatMap(Period::firstDay).orElse(today);
        LocalDate last = period.flatMap(p -> p.lastDay(today)).orElse(today);
        AccessChannel channel = teacher.accessChannel().value().orElse(AccessChannel.UNKNOWN);
        List<Use> uses = teacher.uses().value().orElse(List.of());
        LocalDate begin = first.isAfter(last) ? last : first;
        Optional<Provider> host = teacher.accessProvider().value().flatMap(registry::provider);
        TermsAnswer terms = strictest(resolution.families().stream()
                .map(family -> host.isPresent()
                        ? registry.terms(family, channel, host.get(), begin, last, uses)
                        : registry.terms(family, channel, begin, last, uses))
                .toList());
        return new TeacherCase(teacher, resolution, terms);
    }

    /// The gravest category, with the editions of all of them: what one candidate's terms forbid in so many words
    /// outweighs what is only supposed of another.
    private static TermsAnswer strictest(List<TermsAnswer> answers) {
        List<TermsAnswer> graveFirst = answers.stream()
                .sorted(Comparator.comparing(TeacherCase::forbidsInSoManyWords)
                        .thenComparing(TermsAnswer::category)
                        .thenComparing(TermsAnswer::verified)
                        .reversed())
                .toList();
        if (graveFirst.isEmpty()) {
            return new TermsAnswer(Category.UNKNOWN, List.of(), false, List.of());
        }
        TermsAnswer gravest = graveFirst.getFirst();
        List<TermsAnswer.Citation> editions = graveFirst.stream()
                .flatMap(answer -> answer.editions().stream())
                .distinct()
                .toList();
        return answers.size() == 1
                ? gravest
                : new TermsAnswer(gravest.category(), gravest.conditions(), gravest.verified(), editions);
    }

    private static boolean forbidsInSoManyWords(TermsAnswer answer) {
        return answer.verified() && answer.category().stricterThan(Category.UNKNOWN);
    }

    /// The model as declared, for messages.
    public String declared() {
        return teacher.model().value().orElse("a teacher without a model");
    }

    public Optional<ModelFamily> family() {
        return resolution instanceof Resolution.Known(ModelFamily family) ? Optional.of(family) : Optional.empty();
    }
}
