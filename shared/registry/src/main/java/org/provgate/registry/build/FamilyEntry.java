package org.provgate.registry.build;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.ModelFamily.Released;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;

/// A family as it stands in the file.
///
/// @param family its terms are only the documents it names itself
/// @param served the doors through which its maker serves it
record FamilyEntry(Entry at, ModelFamily family, List<String> ids, Set<TermsChannel> served) {

    static FamilyEntry read(Entry at, String provider, Vocabulary words) {
        ProviderFile.confidence(at, words);
        List<String> patterns = at.texts("patterns").stream()
                .map(words::expand)
                .filter(pattern -> compiles(at, pattern))
                .toList();
        if (patterns.isEmpty()) {
            at.fault("a family needs a pattern that compiles");
        }
        LocalDate released = at.day("released", LocalDate.MIN);
        String weights = at.text("weights");
        if (!weights.equals("open") && !weights.equals("closed")) {
            at.fault("weights", "weights are open or closed, not " + weights);
        }
        Set<TermsChannel> served =
                at.has("served") ? ProviderFile.channels(at, "served") : Set.of(TermsChannel.values());
        ModelFamily family = new ModelFamily(
                at.text("id"),
                provider,
                at.texts("names"),
                patterns,
                released.equals(LocalDate.MIN) ? new Released.Unknown() : new Released.On(released),
                weights,
                at.text("licence"),
                at.texts("terms"),
                ProviderFile.category(at, "category"),
                ProviderFile.conditions(at, words),
                at.flag("verified"),
                at.texts("derived-from"),
                at.texts("distilled-from"),
                at.textOr("note", ""));
        List<String> ids = at.texts("ids");
        at.close();
        return new FamilyEntry(at, family, ids, served);
    }

    private static boolean compiles(Entry at, String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            at.fault("patterns", "a pattern does not compile: " + e.getDescription() + " in " + e.getPattern());
            return false;
        }
    }

    /// With the documents of its maker that bind whatever the maker serves.
    ModelFamily with(Provider maker) {
        Set<String> terms = new LinkedHashSet<>(family.terms());
        for (TermsDocument document : maker.terms()) {
            boolean bound = document.channels().stream()
                    .anyMatch(channel -> channel != TermsChannel.WEIGHTS && served.contains(channel));
            if (bound) {
                terms.add(document.id());
            }
        }
        return new ModelFamily(
                family.id(),
                family.provider(),
                family.names(),
                family.patterns(),
                family.releases(),
                family.weights(),
                family.licence(),
                List.copyOf(terms),
                family.category(),
                family.conditions(),
                family.verified(),
                family.derivedFrom(),
                family.distilledFrom(),
                family.note());
    }

    boolean needsNoDocument() {
        return family.category() == Category.UNKNOWN || family.weights().equals("closed");
    }
}
