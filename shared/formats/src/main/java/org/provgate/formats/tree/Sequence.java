package org.provgate.formats.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A list.
public final class Sequence extends Node {

    private final List<Node> items = new ArrayList<>(2);

    Sequence(Spot spot) {
        super(spot);
    }

    /// A list put together out of values of a document; it stands where `place` does, its items where they do.
    public static Sequence of(Node place, List<? extends Node> items) {
        Sequence sequence = new Sequence(place.spot());
        sequence.items.addAll(items);
        return sequence;
    }

    public List<Node> items() {
        return Collections.unmodifiableList(items);
    }

    @Override
    public String inWords() {
        return items.isEmpty() ? "an empty list" : "a list";
    }

    void add(Node item) {
        items.add(item);
    }
}
