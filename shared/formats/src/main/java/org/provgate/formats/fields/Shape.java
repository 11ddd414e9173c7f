package org.provgate.formats.fields;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The members a mapping may have.
///
/// @param what the mapping in a message: `dataset`, `a source`
/// @param extensible whether keys of the author's own may stand there, which begin with `x-` and are never read
public record Shape(String what, SequencedSet<String> names, boolean extensible) {

    public Shape {
        names = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(names));
    }

    public static Shape open(String what, String... names) {
        return new Shape(what, new LinkedHashSet<>(List.of(names)), true);
    }

    public static Shape closed(String what, String... names) {
        return new Shape(what, new LinkedHashSet<>(List.of(names)), false);
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
