package org.provgate.inspection.fingerprint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.facts.Strength;

/// Whom a name in a text stands for.
public final class MakerNames {

    /// @param shown as the maker writes it
    /// @param corporate whether the maker has people and products of many kinds
    /// @param cap no sign that names this maker is stronger
    public record Known(String provider, String shown, boolean corporate, Strength cap) {}

    private final Map<String, Known> makers = new HashMap<>();
    private final Map<String, Known> models = new HashMap<>();
    private final Set<String> distinct = new HashSet<>();
    private final List<String> triggering;

    MakerNames(List<Entry> entries) {
        for (Entry entry : entries) {
            Strength cap = entry.one("cap").isEmpty()
                    ? Strength.CONCLUSIVE
                    : Strength.valueOf(entry.one("cap").toUpperCase(Locale.ROOT));
            add(entry, "makers", cap, makers);
            add(entry, "names", cap, models);
            add(entry, "ordinary", cap, models);
            add(entry, "common", cap, models);
            entry.all("names").forEach(name -> distinct.add(name.toLowerCase(Locale.ROOT)));
        }
        triggering = entries.stream()
                .flatMap(entry -> Stream.concat(entry.all("names").stream(), entry.all("ordinary").stream()))
                .toList();
    }

    private static void add(Entry entry, String field, Strength cap, Map<String, Known> to) {
        for (String name : entry.all(field)) {
            to.putIfAbsent(
                    name.toLowerCase(Locale.ROOT), new Known(entry.one("provider"), name, entry.yes("corporate"), cap));
        }
    }

    public Optional<Known> maker(String folded) {
        return Optional.ofNullable(makers.get(folded));
    }

    public Optional<Known> model(String folded) {
        return Optional.ofNullable(models.get(folded));
    }

    /// Whether the model's name is a word of its own, which nothing else is called.
    public boolean distinct(String folded) {
        return distinct.contains(folded);
    }

    Iterable<String> makerNames() {
        return makers.keySet();
    }

    /// Those that the scanner looks for.
    Iterable<String> triggeringNames() {
        return triggering;
    }
}
