package org.provgate.core.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What all signs in one object together say for one maker.
///
/// @param speaksFor the id of a provider, or nobody in particular
/// @param strength of all signs taken together; may be greater than that of each
/// @param signs grave first
public record Testimony(SpeaksFor speaksFor, Strength strength, List<Evidence> signs) {

    /// The same strong sign in so many rows, and in at least [#SHARE_OF_ROWS] of them, is no accident.
    public static final int REPEATED_IN_ROWS = 20;

    public static final double SHARE_OF_ROWS = 0.05;

    public sealed interface SpeaksFor {
        record Provider(String id) implements SpeaksFor {}

        /// For a model, but nobody can tell whose.
        record SomeModel() implements SpeaksFor {}
    }

    private static final Comparator<Evidence> GRAVE_FIRST = Comparator.comparing(Evidence::strength)
            .reversed()
            .thenComparingLong(Evidence::firstLine)
            .thenComparing(Evidence::fingerprint);

    public Testimony {
        signs = List.copyOf(signs);
    }

    /// One testimony for each maker that any sign of the object speaks for: known providers first, by their ids.
    public static List<Testimony> in(ObjectFacts object) {
        if (object.evidence().isEmpty()) {
            return List.of();
        }
        Map<String, List<Evidence>> byProvider = new TreeMap<>();
        List<Evidence> unknown = new ArrayList<>();
        for (Evidence sign : object.evidence()) {
            switch (sign.maker()) {
                case Maker.Provider(String provider) -> add(byProvider, provider, sign);
                case Maker.Model(String provider, String _) -> add(byProvider, provider, sign);
                case Maker.Unknown _ -> unknown.add(sign);
            }
        }
        List<Testimony> all = new ArrayList<>();
        byProvider.forEach((provider, signs) ->
                all.add(new Testimony(new SpeaksFor.Provider(provider), together(signs, object), sorted(signs))));
        if (!unknown.isEmpty()) {
            all.add(new Testimony(new SpeaksFor.SomeModel(), gravest(unknown), sorted(unknown)));
        }
        return all;
    }

    /// The provider it speaks for, where that is known.
    public Optional<String> provider() {
        return speaksFor instanceof SpeaksFor.Provider(String id) ? Optional.of(id) : Optional.empty();
    }

    /// The sign that says most.
    public Evidence first() {
        return signs.getFirst();
    }

    /// How often its signs of more than weak strength were seen.
    public long count() {
        return signs.stream()
                .filter(sign -> sign.strength() != Strength.WEAK)
                .mapToLong(Evidence::count)
                .sum();
    }

    private static Strength together(List<Evidence> signs, ObjectFacts object) {
        Strength gravest = gravest(signs);
        if (gravest != Strength.STRONG) {
            return gravest;
        }
        Map<String, Long> rowsBySign = new HashMap<>();
        signs.stream()
                .filter(sign -> sign.strength() == Strength.STRONG)
                .forEach(sign -> rowsBySign.merge(sign.fingerprint(), sign.rows(), Long::sum));
        boolean repeated = rowsBySign.values().stream().anyMatch(rows -> repeated(rows, object));
        return rowsBySign.size() > 1 || repeated ? Strength.CONCLUSIVE : Strength.STRONG;
    }

    private static boolean repeated(long rows, ObjectFacts object) {
        long of = switch (object.rows()) {
            case Rows.Counted(long count) -> count;
            case Rows.Unknown _, Rows.NotTabular _ -> object.coverage().rowsRead();
        };
        return rows >= REPEATED_IN_ROWS && of > 0 && rows >= SHARE_OF_ROWS * of;
    }

    private static Strength gravest(List<Evidence> signs) {
        return signs.stream()
                .map(Evidence::strength)
                .max(Comparator.naturalOrder())
                .orElse(Strength.WEAK);
    }

    private static List<Evidence> sorted(List<Evidence> signs) {
        return signs.stream().sorted(GRAVE_FIRST).toList();
    }

    private static void add(Map<String, List<Evidence>> byProvider, String provider, Evidence sign) {
        byProvider.computeIfAbsent(provider, _ -> new ArrayList<>()).add(sign);
    }
}
