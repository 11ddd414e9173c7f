package org.provgate.core.claim;

import java.util.Optional;

/// One field of a document: a claim with its place, or nothing said, or something said that cannot be used.
public sealed interface Field<T> {

    /// Where the value stands; for an absent one, where it would.
    Place at();

    record Stated<T>(T claimed, Place at) implements Field<T> {}

    /// The document says nothing. Never to be read as a "no".
    record Absent<T>(Place at) implements Field<T> {}

    /// Something stands there, but not in a form the format allows. The reader has reported it, unless a rule has a
    /// code of its own for it.
    ///
    /// @param raw as written, where it is a text of a reasonable length; else empty
    record Unusable<T>(Place at, String raw) implements Field<T> {}

    static <T> Field<T> stated(T value, Place at) {
        return new Stated<>(value, at);
    }

    static <T> Field<T> absent(Place at) {
        return new Absent<>(at);
    }

    static <T> Field<T> unusable(Place at) {
        return new Unusable<>(at, "");
    }

    static <T> Field<T> unusable(Place at, String raw) {
        return new Unusable<>(at, raw);
    }

    /// The stated value, if there is one that can be used.
    default Optional<T> value() {
        return this instanceof Stated<T>(T claimed, Place _) ? Optional.of(claimed) : Optional.empty();
    }

    default boolean absent() {
        return this instanceof Absent<T>;
    }
}
