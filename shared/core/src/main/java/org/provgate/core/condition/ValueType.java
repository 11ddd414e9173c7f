package org.provgate.core.condition;

import java.util.List;
import java.util.Map;

/// The type of what a condition may look at. Days are texts, `YYYY-MM-DD`, and so compare as days do.
public sealed interface ValueType {

    record Text() implements ValueType {}

    record Whole() implements ValueType {}

    record Truth() implements ValueType {}

    record ListOf(ValueType item) implements ValueType {}

    /// A thing with named members.
    record Thing(Struct<?> struct) implements ValueType {}

    /// What stands there when a submission says nothing.
    default Object nothing() {
        return switch (this) {
            case Text _ -> "";
            case Whole _ -> 0L;
            case Truth _ -> false;
            case ListOf _ -> List.of();
            case Thing _ -> Map.of();
        };
    }

    /// As the documentation writes it.
    default String inWords() {
        return switch (this) {
            case Text _ -> "string";
            case Whole _ -> "int";
            case Truth _ -> "bool";
            case ListOf(ValueType item) -> "list(" + item.inWords() + ")";
            case Thing(Struct<?> struct) -> struct.name();
        };
    }
}
