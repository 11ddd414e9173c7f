package org.provgate.core.manifest;

import java.util.List;
import org.provgate.core.claim.Place;

/// What the manifest says about models behind the data. An empty list and null are no statement.
public sealed interface Teachers {

    Place at();

    record Listed(Place at, List<TeacherModel> teachers) implements Teachers {
        public Listed {
            teachers = List.copyOf(teachers);
        }
    }

    /// An affirmative statement that no model output is in the data.
    record None(Place at) implements Teachers {}

    /// Honest, and for the policy to judge.
    record Unknown(Place at) implements Teachers {}

    /// @param raw what stands there instead of a statement, as written and clipped; empty when nothing does
    record Unstated(Place at, String raw) implements Teachers {
        public Unstated(Place at) {
            this(at, "");
        }
    }

    default List<TeacherModel> listed() {
        return this instanceof Listed(Place _, List<TeacherModel> teachers) ? teachers : List.of();
    }
}
