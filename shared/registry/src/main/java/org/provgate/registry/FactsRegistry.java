package org.provgate.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;

/// A registry over given facts. An operator's own facts would be laid over the bundled ones before they come here.
public final class FactsRegistry implements Registry {

    private final Facts facts;
    private final String digest;
    private final Map<String, Provider> providers = new HashMap<>();
    private final Map<String, ModelFamily> families = new LinkedHashMap<>();
    private final DatasetNames datasets;
    private final ModelNames names;
    private final TermsFinder terms;

    public FactsRegistry(Facts facts, String digest) {
        this.facts = facts;
        this.digest = digest;
        for (Provider provider : facts.providers()) {
            providers.put(key(provider.id()), provider);
            providers.put(key(provider.name()), provider);
            for (String alias : provider.aliases()) {
                providers.put(key(alias), provider);
            }
        }
        for (ModelFamily family : facts.families()) {
            families.put(family.id(), family);
        }
        datasets = new DatasetNames(facts.datasets());
        names = new ModelNames(facts, families);
        terms = new TermsFinder(facts.providers(), families);
    }

    @Override
    public String edition() {
        return facts.edition();
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public Collection<Provider> providers() {
        return facts.providers();
    }

    @Override
    public Collection<ModelFamily> families() {
        return facts.families();
    }

    @Override
    public Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(key(name)));
    }

    @Override
    public Optional<ModelFamily> family(String id) {
        return Optional.ofNullable(families.get(id));
    }

    @Override
    public Resolution resolve(String model) {
        return names.resolve(model);
    }

    /// No clause in the facts tells uses apart: output that judged or filtered is output that was used.
    @Override
    public TermsAnswer terms(
            ModelFamily family, AccessChannel channel, LocalDate first, LocalDate last, List<Use> uses) {
        return terms.answer(family, channel, Optional.empty(), first, last);
    }

    @Override
    public TermsAnswer terms(
            ModelFamily family, AccessChannel channel, Provider host, LocalDate first, LocalDate last, List<Use> uses) {
        return terms.answer(family, channel, Optional.of(host), first, last);
    }

    @Override
    public Optional<KnownDataset> dataset(String nameOrUri) {
        return datasets.find(nameOrUri);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
