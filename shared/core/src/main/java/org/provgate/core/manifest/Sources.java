package org.provgate.core.manifest;

import java.util.List;
import org.provgate.core.claim.Place;

/// What the manifest says about where the data comes from.
public sealed interface Sources {

    Place at();

    record Listed(Place at, List<DataSource> sources) implements Sources {
        public Listed {
            sources = List.copyOf(sources);
        }
    }

    record None(Place at) implements Sources {}

    record Unstated(Place at) implements Sources {}

    default List<DataSource> listed() {
        return this instanceof Listed(Place _, List<DataSource> sources) ? sources : List.of();
    }
}
