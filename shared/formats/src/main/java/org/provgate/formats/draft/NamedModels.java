package org.provgate.formats.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Strength;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;

/// Models that the rows of a folder name, with where they do. That they are named is a fact; that they are teachers is
/// for a person to say.
final class NamedModels {

    /// @param provider as a person writes it
    /// @param model empty when the rows name the provider alone
    record Named(String id, String provider, String model, List<String> where) {}

    private final SequencedMap<String, Named> byName = new LinkedHashMap<>();
    private final SequencedMap<String, List<String>> byFile = new LinkedHashMap<>();
    private final Set<String> ids = new TreeSet<>();
    private final Registry registry;

    private NamedModels(Registry registry) {
        this.registry = registry;
    }

    /// @param taken ids that are in use already
    static NamedModels of(Collection<ObjectFacts> objects, Registry registry, Collection<String> taken) {
        NamedModels models = new NamedModels(registry);
        models.ids.addAll(taken);
        for (ObjectFacts object : objects) {
            for (Evidence sign : object.evidence()) {
                if (sign.strength() != Strength.WEAK) {
                    models.take(object, sign);
                }
            }
        }
        return models;
    }

    List<Named> all() {
        return List.copyOf(byName.values());
    }

    /// Ids of the models that a file's rows name.
    List<String> idsIn(String file) {
        return List.copyOf(byFile.getOrDefault(file, List.of()));
    }

    private void take(ObjectFacts object, Evidence sign) {
        String provider;
        String model;
        switch (sign.maker()) {
            case Maker.Model(String by, String name) -> {
                provider = by;
                model = name;
            }
            case Maker.Provider(String by) -> {
                provider = by;
                model = "";
            }
            case Maker.Unknown _ -> {
                return;
            }
        }
        // A provider's name alone adds nothing where one of its models is named.
        Optional<Named> known = byName.values().stream()
                .filter(named -> named.provider().equals(nameOf(provider)))
                .filter(named -> model.isEmpty() || named.model().equalsIgnoreCase(model))
                .findFirst();
        Named named = known.orElseGet(() -> {
            Named fresh = new Named(id(model.isEmpty() ? provider : model), nameOf(provider), model, new ArrayList<>());
            byName.put(fresh.id(), fresh);
            return fresh;
        });
        named.where()
                .add("%s, %s: \u201c%s\u201d (%s)"
                        .formatted(
                                object.path(),
                                sign.where(),
                                sign.excerpt(),
                                sign.strength().word()));
        List<String> inFile = byFile.computeIfAbsent(object.path(), _ -> new ArrayList<>());
        if (!inFile.contains(named.id())) {
            inFile.add(named.id());
        }
    }

    private String nameOf(String provider) {
        return registry.provider(provider).map(Provider::name).orElse(provider);
    }

    private String id(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String base =
                plain.isEmpty() || plain.equals("none") ? "model" : plain.substring(0, Math.min(56, plain.length()));
        String id = base;
        for (int next = 2; !ids.add(id); next++) {
            id = base + "-" + next;
        }
        return id;
    }
}
