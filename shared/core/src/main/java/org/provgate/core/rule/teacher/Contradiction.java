package org.provgate.core.rule.teacher;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Strength;
import org.provgate.core.facts.Testimony;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.TeacherCase;

/// Signs in an object that no teacher declared for it accounts for.
///
/// @param declared the teachers that the manifest declares for the object
/// @param confirmed whether other signs in the object speak for one of those
record Contradiction(ObjectFacts object, Testimony testimony, List<TeacherCase> declared, boolean confirmed) {

    /// In the order of the providers' ids. Weak signs alone never contradict anything; signs of some unknown model
    /// only do where no model is declared at all.
    static Stream<Contradiction> in(ObjectFacts object, CaseFile file) {
        List<Testimony> telling = Testimony.in(object).stream()
                .filter(testimony -> testimony.strength() != Strength.WEAK)
                .toList();
        if (telling.isEmpty()) {
            return Stream.empty();
        }
        List<TeacherCase> declared = file.declared().teachersOf(file.lineage().of(object.path()));
        Set<String> makers = declared.stream()
                .flatMap(teacher -> file.declared().makers(teacher).stream())
                .collect(Collectors.toSet());
        boolean confirmed = telling.stream()
                .anyMatch(testimony ->
                        testimony.provider().filter(makers::contains).isPresent());
        return telling.stream()
                .filter(testimony ->
                        testimony.provider().map(id -> !makers.contains(id)).orElse(declared.isEmpty()))
                .map(testimony -> new Contradiction(object, testimony, declared, confirmed));
    }

    /// Strong signs for another maker than the declared ones, of whom there is no sign: perhaps only the wrong name
    /// stands in the manifest.
    boolean leavesDoubt() {
        return testimony.strength() != Strength.CONCLUSIVE && !declared.isEmpty() && !confirmed;
    }

    /// What the rows say, as part of a sentence.
    String says(Registry registry) {
        Evidence sign = testimony.first();
        String whom = switch (sign.maker()) {
            case Maker.Model(String provider, String model) ->
                "%s of %s".formatted(Phrases.plain(model), nameOf(provider, registry));
            case Maker.Provider(String provider) -> nameOf(provider, registry);
            case Maker.Unknown _ -> "a model, though not whose";
        };
        return "the text names %s (%s, seen %s)"
                .formatted(whom, Phrases.quoted(sign.excerpt()), Phrases.times(testimony.count()));
    }

    static String nameOf(String provider, Registry registry) {
        return registry.provider(provider).map(Provider::name).orElse(provider);
    }
}
