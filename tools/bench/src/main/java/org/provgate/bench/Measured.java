package org.provgate.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.provgate.bench.Corpus.Payload;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Strength;
import org.provgate.core.facts.Testimony;

/// What inspection found in one file, with the fields that name its model and without.
///
/// @param makers of the models that the source's records name
/// @param textOnly empty where the file was not rewritten without those fields
record Measured(Payload payload, Set<String> makers, ObjectFacts asItIs, Optional<ObjectFacts> textOnly) {

    /// The gravest sign for anybody; empty when there is none.
    static Optional<Strength> any(ObjectFacts facts) {
        return facts.evidence().stream().map(evidence -> evidence.strength()).findFirst();
    }

    /// What all signs say together for the maker; empty when none speaks for it.
    static Optional<Strength> of(ObjectFacts facts, String maker) {
        return Testimony.in(facts).stream()
                .filter(testimony -> testimony.provider().filter(maker::equals).isPresent())
                .map(Testimony::strength)
                .findFirst();
    }

    /// The gravest of what is said for each maker.
    static Optional<Strength> gravest(ObjectFacts facts) {
        return Testimony.in(facts).stream().map(Testimony::strength).max(Strength::compareTo);
    }

    /// Makers that more than a weak sign speaks for.
    List<String> named() {
        return Testimony.in(asItIs).stream()
                .filter(testimony -> testimony.strength() != Strength.WEAK)
                .flatMap(testimony -> testimony.provider().stream())
                .toList();
    }

    /// Whether a maker is named conclusively that the corpus says it is: of a host that serves several makers, one of
    /// those whose models its records name; where they name none, any.
    boolean right() {
        Set<String> expected = payload.ofOneMaker() ? Set.of(payload.maker()) : makers;
        return Testimony.in(asItIs).stream()
                .filter(testimony -> testimony.strength() == Strength.CONCLUSIVE)
                .flatMap(testimony -> testimony.provider().stream())
                .anyMatch(maker -> expected.isEmpty() || expected.contains(maker));
    }

    boolean flagged() {
        return gravest(asItIs).filter(strength -> strength != Strength.WEAK).isPresent();
    }
}
