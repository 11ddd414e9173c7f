package org.provgate.core.registry;

import java.util.List;

/// What the registry makes of a model's name.
public sealed interface Resolution {

    /// One family, and the name says which version.
    record Known(ModelFamily family) implements Resolution {}

    /// A bare family name whose versions differ in terms.
    ///
    /// @param candidates at least one; the strictest of them applies until the version is named
    record Ambiguous(List<ModelFamily> candidates) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /// @param nearest known names that look alike, best first, at most five
    record Unrecognized(List<String> nearest) implements Resolution {
        public Unrecognized {
            nearest = List.copyOf(nearest);
        }
    }

    /// The families it may be; empty when it is not known.
    default List<ModelFamily> families() {
        return switch (this) {
            case Known(ModelFamily family) -> List.of(family);
            case Ambiguous(List<ModelFamily> candidates) -> candidates;
            case Unrecognized _ -> List.of();
        };
    }
}
