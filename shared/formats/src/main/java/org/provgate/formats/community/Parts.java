package org.provgate.formats.community;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// Puts a mapping of the native manifest together. What is put first stays, so native fields go before what the
/// other format says in its own words.
public final class Parts {

    private final Node at;
    private final SequencedMap<String, Node> members = new LinkedHashMap<>();

    private Parts(Node at) {
        this.at = at;
    }

    /// @param at the value of the document that the mapping stands for
    public static Parts at(Node at) {
        return new Parts(at);
    }

    /// A period whose two days are known; nothing for half of one.
    public static Optional<Node> period(Optional<Scalar> start, Optional<Scalar> end) {
        return start.isPresent() && end.isPresent()
                ? Optional.of(
                        at(start.get()).put("start", start).put("end", end).mapping())
                : Optional.empty();
    }

    public Parts put(String name, Node value) {
        members.putIfAbsent(name, value);
        return this;
    }

    public Parts put(String name, Optional<? extends Node> value) {
        value.ifPresent(node -> put(name, node));
        return this;
    }

    /// Another spelling of what stands at `place`.
    public Parts text(String name, Node place, String text) {
        return put(name, Scalar.of(place, text, Scalar.Form.QUOTED));
    }

    /// A list; nothing when it is empty.
    public Parts all(String name, List<? extends Node> items) {
        return items.isEmpty() ? this : put(name, Sequence.of(items.getFirst(), items));
    }

    /// Those of the native fields that belong here.
    public Parts fields(Map<String, Node> given, Set<String> names) {
        given.forEach((name, node) -> {
            if (names.contains(name)) {
                put(name, node);
            }
        });
        return this;
    }

    public Parts fields(Map<String, Node> given) {
        return fields(given, given.keySet());
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Optional<Node> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    public Mapping mapping() {
        return Mapping.of(at, members);
    }
}
