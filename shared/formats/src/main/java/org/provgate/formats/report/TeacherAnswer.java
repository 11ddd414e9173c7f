package org.provgate.formats.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;

/// What the registry answers to a question about one model. For a name that may mean several families, the
/// strictest of them answers, as it would in a decision.
///
/// @param providerName how the provider calls itself; empty when nothing is known
public record TeacherAnswer(
        TeacherQuestion question,
        Resolution resolution,
        List<Reading> readings,
        String providerName,
        String registryEdition) {

    /// One family that the name may mean, and its terms.
    public record Reading(ModelFamily family, TermsAnswer terms) {}

    public TeacherAnswer {
        readings = List.copyOf(readings);
    }

    public static TeacherAnswer of(Registry registry, TeacherQuestion question) {
        Resolution resolution = registry.resolve(question.model());
        List<Reading> readings = resolution.families().stream()
                .map(family -> new Reading(
                        family,
                        registry.terms(family, question.channel(), question.on(), question.on(), question.uses())))
                .sorted(Comparator.comparing(
                                (Reading reading) -> reading.terms().category())
                        .reversed())
                .toList();
        String provider = readings.isEmpty()
                ? ""
                : registry.provider(readings.getFirst().family().provider())
                        .map(known -> known.name())
                        .orElse("");
        return new TeacherAnswer(question, resolution, readings, provider, registry.edition());
    }

    /// Whether the registry knows the name at all.
    public boolean known() {
        return !readings.isEmpty();
    }

    /// The reading that counts.
    Optional<Reading> governing() {
        return readings.stream().findFirst();
    }

    TermsAnswer terms() {
        return governing()
                .map(Reading::terms)
                .orElseGet(() -> new TermsAnswer(Category.UNKNOWN, List.of(), false, List.of()));
    }

    /// Other names to try: what the name may mean, or what looks like it.
    public List<String> alternatives() {
        return switch (resolution) {
            case Resolution.Known _ -> List.of();
            case Resolution.Ambiguous(var candidates) ->
                candidates.stream().map(ModelFamily::id).toList();
            case Resolution.Unrecognized(var nearest) -> nearest;
        };
    }

    boolean ambiguous() {
        return resolution instanceof Resolution.Ambiguous;
    }

    /// The model in the registry's spelling where the name is one of a family's, else as it was asked for.
    String model() {
        String asked = question.model().strip();
        return readings.stream()
                .flatMap(reading -> reading.family().names().stream())
                .filter(name -> name.equalsIgnoreCase(asked))
                .findFirst()
                .orElse(asked);
    }
}
