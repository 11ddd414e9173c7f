package org.provgate.core.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A JSON value without a JSON library: what a fix puts into a manifest.
public sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    record Whole(long value) implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// Members in the order they are written.
    record Members(SequencedMap<String, JsonValue> values) implements JsonValue {
        public Members {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }
    }

    static JsonValue text(String value) {
        return new Text(value);
    }
}
