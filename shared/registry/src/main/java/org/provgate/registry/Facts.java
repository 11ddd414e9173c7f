package org.provgate.registry;

import java.util.List;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;

/// Everything the registry holds, as plain values: what the build compiles and the runtime reads.
///
/// @param edition the day the facts were compiled
/// @param patterns in the order of the families
public record Facts(
        String edition,
        List<Provider> providers,
        List<ModelFamily> families,
        List<Brand> brands,
        List<ExactId> ids,
        List<NamePattern> patterns,
        List<KnownDataset> datasets) {

    /// A bare name that several families share.
    ///
    /// @param families ids, oldest first
    /// @param differ whether their terms differ, so that the bare name does not say enough
    public record Brand(List<String> names, List<String> families, boolean differ) {
        public Brand {
            names = List.copyOf(names);
            families = List.copyOf(families);
        }
    }

    /// An id of a family exactly as its provider writes it.
    public record ExactId(String id, String family) {}

    /// @param regex over a whole declared id
    /// @param hint lower-case text that every matching id holds; empty where there is none
    public record NamePattern(String family, String regex, String hint) {}

    public Facts {
        providers = List.copyOf(providers);
        families = List.copyOf(families);
        brands = List.copyOf(brands);
        ids = List.copyOf(ids);
        patterns = List.copyOf(patterns);
        datasets = List.copyOf(datasets);
    }
}
