package org.provgate.registry.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;
import org.provgate.registry.Facts;

/// What must hold between the facts of different files.
final class Soundness {

    private final Facts facts;
    private final List<ProviderFile> files;
    private final Entry datasets;
    private final Map<String, TermsDocument> documents = new HashMap<>();
    private final Map<String, Pattern> compiled = new LinkedHashMap<>();

    Soundness(Facts facts, List<ProviderFile> files, Entry datasets) {
        this.facts = facts;
        this.files = files;
        this.datasets = datasets;
        facts.patterns().forEach(pattern -> compiled.put(pattern.regex(), Pattern.compile(pattern.regex())));
    }

    void check() {
        providers();
        documents();
        families();
        names();
        brands();
        datasets();
        for (ProviderFile file : files) {
            for (FamilyEntry entry : file.families()) {
                samples(entry);
                cost(entry);
            }
        }
    }

    private void providers() {
        Map<String, String> seen = new HashMap<>();
        for (ProviderFile file : files) {
            Provider provider = file.provider();
            if (!file.at().file().equals(provider.id() + ".yaml")) {
                file.at().fault("provider", "the file of provider " + provider.id() + " bears another name");
            }
            Set<String> own = new TreeSet<>(List.of(lower(provider.id()), lower(provider.name())));
            provider.aliases().forEach(alias -> own.add(lower(alias)));
            for (String name : own) {
                String other = seen.put(name, provider.id());
                if (other != null) {
                    file.at().fault("aliases", name + " already names the provider " + other);
                }
            }
        }
    }

    private void documents() {
        for (ProviderFile file : files) {
            for (int i = 0; i < file.provider().terms().size(); i++) {
                TermsDocument document = file.provider().terms().get(i);
                if (documents.put(document.id(), document) != null) {
                    file.documentsAt().get(i).fault("id", "there is another document " + document.id());
                }
            }
        }
        Set<String> named = new HashSet<>();
        facts.families().forEach(family -> named.addAll(family.terms()));
        for (ProviderFile file : files) {
            for (int i = 0; i < file.provider().terms().size(); i++) {
                TermsDocument document = file.provider().terms().get(i);
                if (document.channels().contains(TermsChannel.WEIGHTS) && !named.contains(document.id())) {
                    file.documentsAt().get(i).fault("id", "no family names the licence " + document.id());
                }
            }
        }
    }

    private void families() {
        Set<String> ids = new HashSet<>();
        facts.families().forEach(family -> ids.add(family.id()));
        Set<String> seen = new HashSet<>();
        for (ProviderFile file : files) {
            for (FamilyEntry entry : file.families()) {
                ModelFamily family = entry.family();
                if (!seen.add(family.id())) {
                    entry.at().fault("id", "there is another family " + family.id());
                }
                for (String id : family.terms()) {
                    TermsDocument document = documents.get(id);
                    if (document == null) {
                        entry.at().fault("terms", "there is no document " + id);
                    } else if (!document.channels().contains(TermsChannel.WEIGHTS)) {
                        entry.at().fault("terms", id + " binds all families of its provider; name only licences here");
                    }
                }
                if (family.terms().isEmpty() && !entry.needsNoDocument()) {
                    entry.at().fault("an open family whose category is known names the licence that says so");
                }
                parents(entry, "derived-from", family.derivedFrom(), ids);
                parents(entry, "distilled-from", family.distilledFrom(), ids);
            }
        }
    }

    private static void parents(FamilyEntry entry, String key, List<String> parents, Set<String> ids) {
        for (String parent : parents) {
            if (!ids.contains(parent) || parent.equals(entry.family().id())) {
                entry.at().fault(key, "there is no other family " + parent);
            }
        }
    }

    private void names() {
        Map<String, String> seen = new HashMap<>();
        for (ProviderFile file : files) {
            for (FamilyEntry entry : file.families()) {
                String family = entry.family().id();
                Set<String> own = new TreeSet<>();
                entry.family().names().forEach(name -> own.add(lower(name)));
                entry.ids().forEach(id -> own.add(lower(id)));
                for (String name : own) {
                    String other = seen.put(name, family);
                    if (other != null) {
                        entry.at().fault("names", name + " already names the family " + other);
                    }
                }
            }
        }
    }

    private void brands() {
        Set<String> names = new HashSet<>();
        facts.families().forEach(family -> family.names().forEach(name -> names.add(lower(name))));
        for (ProviderFile file : files) {
            for (ProviderFile.BrandEntry brand : file.brands()) {
                Set<String> own = new TreeSet<>();
                brand.names().forEach(name -> own.add(lower(name)));
                for (String name : own) {
                    if (!names.add(name)) {
                        brand.at().fault("names", name + " is already a name of a family or a brand");
                    }
                }
            }
        }
    }

    private void datasets() {
        Map<String, String> seen = new HashMap<>();
        for (KnownDataset dataset : facts.datasets()) {
            Set<String> own = new TreeSet<>(List.of(lower(dataset.id())));
            dataset.aliases().forEach(alias -> own.add(lower(alias)));
            for (String name : own) {
                String other = seen.put(name, dataset.id());
                if (other != null) {
                    datasets.fault(name + " names both " + other + " and " + dataset.id());
                }
            }
        }
    }

    /// No display name and no id matches the patterns of another family; every id matches those of its own.
    private void samples(FamilyEntry entry) {
        List<String> samples = new ArrayList<>(entry.ids());
        samples.addAll(entry.family().names());
        for (String sample : samples) {
            Set<String> matching = new TreeSet<>();
            for (Facts.NamePattern pattern : facts.patterns()) {
                if (matches(pattern, sample)) {
                    matching.add(pattern.family());
                    if (!lower(sample).contains(pattern.hint())) {
                        entry.at().fault("patterns", "a hint was read wrongly off " + pattern.regex());
                    }
                }
            }
            String own = entry.family().id();
            if (!matching.isEmpty() && !matching.equals(Set.of(own))) {
                entry.at().fault(sample + " matches patterns of " + String.join(", ", matching));
            } else if (matching.isEmpty() && entry.ids().contains(sample)) {
                entry.at().fault("ids", sample + " matches no pattern of its family");
            }
        }
    }

    private boolean matches(Facts.NamePattern pattern, String sample) {
        Pattern regex = compiled.get(pattern.regex());
        return regex != null && regex.matcher(sample).matches();
    }

    private void cost(FamilyEntry entry) {
        List<String> starts = new ArrayList<>(List.of(""));
        entry.ids().stream().limit(2).forEach(starts::add);
        entry.family().names().stream().limit(1).forEach(starts::add);
        for (String regex : entry.family().patterns()) {
            starts.add(Hints.of(regex));
            Pattern pattern = compiled.get(regex);
            if (pattern != null) {
                PatternCost.worst(pattern, starts)
                        .ifPresent(name -> entry.at()
                                .fault("patterns", "a pattern backtracks without end on " + name + ": " + regex));
            }
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
