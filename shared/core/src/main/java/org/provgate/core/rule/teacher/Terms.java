package org.provgate.core.rule.teacher;

import java.util.Optional;
import org.provgate.core.policy.Policy;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.rule.TeacherCase;

/// What a teacher's terms come to under a policy.
final class Terms {

    /// What forbids, and how sure that is.
    sealed interface Ban {
        /// A clause that was read.
        record ByClause(Citation citation) implements Ban {}

        /// A clause that is said to stand there, but was not read.
        record ByRepute(Citation citation) implements Ban {}

        /// No edition is on file for the time and channel; the registry knows the family's terms.
        record ByFamily(boolean verified) implements Ban {}
    }

    private Terms() {}

    /// Whether terms of this category forbid what the hub's readers do.
    static boolean forbids(Category category, Policy policy) {
        return switch (category) {
            case PROHIBITED -> true;
            case PROHIBITED_COMPETING -> policy.uses().trainsCompetingModels();
            case CONDITIONAL, UNKNOWN, PERMITTED -> false;
        };
    }

    static Optional<Ban> ban(TeacherCase teacher, Policy policy) {
        TermsAnswer terms = teacher.terms();
        Optional<Citation> read = terms.editions().stream()
                .filter(citation -> forbids(citation.edition().category(), policy))
                .filter(citation -> wasRead(citation, teacher))
                .findFirst();
        if (read.isPresent()) {
            return read.map(Ban.ByClause::new);
        }
        Optional<Citation> reputed = terms.editions().stream()
                .filter(citation -> forbids(citation.edition().category(), policy))
                .findFirst();
        if (reputed.isPresent()) {
            return reputed.map(Ban.ByRepute::new);
        }
        return forbids(terms.category(), policy) ? Optional.of(new Ban.ByFamily(terms.verified())) : Optional.empty();
    }

    /// Whether clause and link to the model were both read. For an inherited edition the registry says so only where
    /// it governs.
    private static boolean wasRead(Citation citation, TeacherCase teacher) {
        boolean governs = teacher.terms().governing().filter(citation::equals).isPresent();
        boolean linked = teacher.resolution().families().stream()
                .filter(family -> family.id().equals(citation.family()))
                .anyMatch(family -> citation.channel() != TermsChannel.WEIGHTS || family.verified());
        return citation.edition().verified()
                && (linked || (governs && teacher.terms().verified()));
    }

    /// Document, section, edition and source, as a message cites them.
    static String cited(Citation citation) {
        String section = citation.edition().section().isEmpty()
                ? ""
                : ", " + citation.edition().section();
        return "%s%s, edition %s (%s)"
                .formatted(
                        citation.document().title(),
                        section,
                        citation.edition().label(),
                        citation.edition().source());
    }
}
