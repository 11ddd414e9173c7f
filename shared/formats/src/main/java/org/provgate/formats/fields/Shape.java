package org.provgate.formats.fields;

import java.util.List;

/// The members a mapping may have.
///
/// @param what the mapping in a message: `dataset`, `a source`
/// @param extensible whether keys of the author's own may stand there, which begin with `x-` and are never read
public record Shape(String what, List<String> names, boolean extensible) {

    public Shape {
        names = List.copyOf(names);
    }

    public static Shape open(String what, String... names) {
        return new Shape(what, List.of(names), true);
    }

    public static Shape closed(String what, String... names) {
        return new Shape(what, List.of(names), false);
    }
}
