package org.provgate.core.rule;

import java.util.Optional;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.Registry;

/// The public dataset that a source of a manifest is, where the registry knows it.
public final class KnownSources {

    private KnownSources() {}

    /// By address, by a name that is an id with a slash in it, or, for a source that is itself said to be a dataset, by
    /// any of its names: people may well write about alpacas.
    public static Optional<KnownDataset> find(DataSource source, Registry registry) {
        boolean dataset =
                source.type().value().filter(type -> type != SourceType.DATASET).isEmpty();
        Optional<String> name = source.name().value().filter(text -> dataset || text.indexOf('/') > 0);
        Optional<String> id = source.id().value().filter(text -> dataset);
        return source.uri()
                .value()
                .flatMap(registry::dataset)
                .or(() -> name.flatMap(registry::dataset))
                .or(() -> id.flatMap(registry::dataset));
    }
}
