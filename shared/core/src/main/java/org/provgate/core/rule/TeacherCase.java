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
        TermsAnswer terms = resolution.families().stream()
                .map(family -> registry.terms(family, channel, first.isAfter(last) ? last : first, last, uses))
                .max(Comparator.comparing(TermsAnswer::category))
                .orElseGet(() -> new TermsAnswer(Category.UNKNOWN, List.of(), false, List.of()));
        return new TeacherCase(teacher, resolution, terms);
    }

    /// The model as declared, for messages.
    public String declared() {
        return teacher.model().value().orElse("a teacher without a model");
    }

    public Optional<ModelFamily> family() {
        return resolution instanceof Resolution.Known(ModelFamily family) ? Optional.of(family) : Optional.empty();
    }
}
