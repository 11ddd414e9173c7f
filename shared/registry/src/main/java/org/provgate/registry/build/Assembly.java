package org.provgate.registry.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.provgate.core.registry.ModelFamily;
import org.provgate.registry.Facts;
import org.provgate.registry.Facts.Brand;
import org.provgate.registry.Facts.ExactId;
import org.provgate.registry.Facts.NamePattern;

/// Puts what the files say together: documents that bind a family, brands whose terms differ, hints.
final class Assembly {

    private Assembly() {}

    static Facts of(Vocabulary words, List<ProviderFile> files, Entry datasets) {
        Map<String, ModelFamily> families = new HashMap<>();
        List<ModelFamily> ordered = new ArrayList<>();
        List<ExactId> ids = new ArrayList<>();
        List<NamePattern> patterns = new ArrayList<>();
        for (ProviderFile file : files) {
            for (FamilyEntry entry : file.families()) {
                ModelFamily family = entry.with(file.provider());
                families.put(family.id(), family);
                ordered.add(family);
                entry.ids().forEach(id -> ids.add(new ExactId(id, family.id())));
                family.patterns().forEach(regex -> patterns.add(new NamePattern(family.id(), regex, Hints.of(regex))));
            }
        }
        List<Brand> brands = brands(files, families);
        Set<String> models = new HashSet<>(families.keySet());
        brands.forEach(brand -> models.addAll(brand.names()));
        return new Facts(
                words.edition(),
                files.stream().map(ProviderFile::provider).toList(),
                ordered,
                brands,
                ids,
                patterns,
                DatasetsFile.read(datasets, words, models));
    }

    private static List<Brand> brands(List<ProviderFile> files, Map<String, ModelFamily> families) {
        List<Brand> brands = new ArrayList<>();
        for (ProviderFile file : files) {
            for (ProviderFile.BrandEntry entry : file.brands()) {
                if (!families.keySet().containsAll(entry.families())
                        || entry.families().isEmpty()) {
                    entry.at().fault("families", "a brand names families that are in the registry");
                    continue;
                }
                boolean differ = entry.differ().isPresent() || termsDiffer(entry.families(), families);
                brands.add(new Brand(entry.names(), entry.families(), differ));
            }
        }
        return brands;
    }

    private static boolean termsDiffer(List<String> ids, Map<String, ModelFamily> families) {
        return ids.stream()
                        .map(id -> Objects.requireNonNull(families.get(id), id))
                        .map(family -> List.of(family.category(), Set.copyOf(family.terms()), family.verified()))
                        .distinct()
                        .count()
                > 1;
    }
}
