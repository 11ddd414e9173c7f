package org.provgate.formats.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A mapping of YAML, an object of JSON. Keys are unique and in the order they are written.
public final class Mapping extends Node {

    private final SequencedMap<String, Node> members = new LinkedHashMap<>(4);

    Mapping(Spot spot) {
        super(spot);
    }

    /// A mapping put together out of values of a document; it stands where `place` does, its values where they do.
    public static Mapping of(Node place, SequencedMap<String, ? extends Node> members) {
        Mapping mapping = new Mapping(place.spot());
        mapping.members.putAll(members);
        return mapping;
    }

    public SequencedMap<String, Node> members() {
        return Collections.unmodifiableSequencedMap(members);
    }

    public Optional<Node> get(String key) {
        return Optional.ofNullable(members.get(key));
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    @Override
    public String inWords() {
        return "a mapping";
    }

    void put(String key, Node value) {
        members.put(key, value);
    }
}
