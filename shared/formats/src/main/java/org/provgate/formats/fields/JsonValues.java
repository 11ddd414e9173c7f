package org.provgate.formats.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// Nodes as values of a fix.
final class JsonValues {

    /// A larger value is not moved by a machine.
    private static final int LARGEST = 200;

    private JsonValues() {}

    /// Empty for what a fix cannot hold: booleans, nulls, fractions, very large values.
    static Optional<JsonValue> of(Node node) {
        return size(node) > LARGEST ? Optional.empty() : convert(node);
    }

    private static int size(Node node) {
        int size = 1;
        switch (node) {
            case Scalar _ -> {}
            case Sequence list -> {
                for (Node item : list.items()) {
                    size += size > LARGEST ? 0 : size(item);
                }
            }
            case Mapping mapping -> {
                for (Node value : mapping.members().values()) {
                    size += size > LARGEST ? 0 : size(value);
                }
            }
        }
        return size;
    }

    private static Optional<JsonValue> convert(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar(scalar);
            case Sequence list -> {
                List<JsonValue> items = new ArrayList<>();
                for (Node item : list.items()) {
                    convert(item).ifPresent(items::add);
                }
                yield items.size() == list.items().size() ? Optional.of(new JsonValue.Items(items)) : Optional.empty();
            }
            case Mapping mapping -> {
                SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
                mapping.members().forEach((key, value) -> convert(value).ifPresent(it -> members.put(key, it)));
                yield members.size() == mapping.members().size()
                        ? Optional.of(new JsonValue.Members(members))
                        : Optional.empty();
            }
        };
    }

    private static Optional<JsonValue> scalar(Scalar scalar) {
        return switch (scalar.form()) {
            case QUOTED -> Optional.of(JsonValue.text(scalar.text()));
            case PLAIN, NUMBER -> {
                Optional<JsonValue> whole = Numbers.whole(scalar.text()).map(JsonValue.Whole::new);
                yield whole.isPresent() || scalar.form() == Scalar.Form.NUMBER || scalar.isNull()
                        ? whole
                        : Optional.of(JsonValue.text(scalar.text()));
            }
            case BOOLEAN, NULL -> Optional.empty();
        };
    }
}
