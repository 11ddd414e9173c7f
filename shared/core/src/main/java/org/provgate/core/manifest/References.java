package org.provgate.core.manifest;

import java.util.List;
import org.provgate.core.claim.Place;

/// References to sources or teachers by their local ids, or the explicit word that there are none.
public sealed interface References {

    Place at();

    record Listed(Place at, List<Reference> ids) implements References {
        public Listed {
            ids = List.copyOf(ids);
        }
    }

    /// `none`, said.
    record None(Place at) implements References {}

    record Unstated(Place at) implements References {}

    record Reference(String id, Place at) {}

    /// The ids that are referred to; empty when none are.
    default List<Reference> listed() {
        return this instanceof Listed(Place _, List<Reference> ids) ? ids : List.of();
    }
}
