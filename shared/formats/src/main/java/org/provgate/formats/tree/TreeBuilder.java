package org.provgate.formats.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.provgate.formats.tree.Node.Spot;

/// Puts a tree together from a parser's events, and stops at the limits and at duplicate keys.
final class TreeBuilder {

    /// Texts up to this length are kept once: keys and words repeat in every entry of a list.
    private static final int SHARED_LENGTH = 32;

    private static final int SHARED_TEXTS = 20_000;

    private final SourceText source;
    private final Deque<Node> open = new ArrayDeque<>();
    private final Map<String, String> shared = new HashMap<>();
    private @Nullable Node root;
    private @Nullable String key;
    private int keyOffset;
    private int nodes;

    TreeBuilder(SourceText source) {
        this.source = source;
    }

    Optional<Node> root() {
        return Optional.ofNullable(root);
    }

    /// Whether the next text is a key.
    boolean awaitsKey() {
        return key == null && open.peek() instanceof Mapping;
    }

    boolean isInside() {
        return !open.isEmpty();
    }

    /// The bracket that is open.
    Optional<Node> innermost() {
        return Optional.ofNullable(open.peek());
    }

    void key(String name, int offset) throws BrokenTree {
        if (name.length() > TreeLimits.KEY) {
            throw new BrokenTree(
                    offset, "A key has %,d characters; at most %,d are read".formatted(name.length(), TreeLimits.KEY));
        }
        if (open.peek() instanceof Mapping mapping) {
            Optional<Node> first = mapping.get(name);
            if (first.isPresent()) {
                throw new BrokenTree(
                        offset,
                        "The key %s stands twice in one mapping; it is already on line %d"
                                .formatted(
                                        Shown.code(name), first.get().namedAt().line()));
            }
        }
        key = shared(name);
        keyOffset = offset;
    }

    void beginMapping(int offset) throws BrokenTree {
        open(new Mapping(spot(offset)), offset);
    }

    void beginSequence(int offset) throws BrokenTree {
        open(new Sequence(spot(offset)), offset);
    }

    void end() {
        open.pop();
    }

    void scalar(String text, Scalar.Form form, int offset) throws BrokenTree {
        if (text.length() > TreeLimits.TEXT) {
            throw new BrokenTree(
                    offset,
                    "A text has %,d characters; at most %,d are read".formatted(text.length(), TreeLimits.TEXT));
        }
        attach(new Scalar(spot(offset), shared(text), form), offset);
    }

    private void open(Node node, int offset) throws BrokenTree {
        if (open.size() == TreeLimits.DEPTH) {
            throw new BrokenTree(
                    offset, "Mappings and lists are nested deeper than %d levels".formatted(TreeLimits.DEPTH));
        }
        attach(node, offset);
        open.push(node);
    }

    private void attach(Node node, int offset) throws BrokenTree {
        if (++nodes > TreeLimits.NODES) {
            throw new BrokenTree(offset, "The file has more than %,d values".formatted(TreeLimits.NODES));
        }
        switch (open.peek()) {
            case null -> root = node;
            case Mapping mapping when key != null -> mapping.put(key, node);
            case Sequence sequence -> sequence.add(node);
            case Mapping _, Scalar _ -> throw new IllegalStateException("a value without a key");
        }
        key = null;
    }

    private Spot spot(int offset) {
        Node parent = open.peek();
        return key == null
                ? new Spot(
                        source,
                        parent,
                        "",
                        parent instanceof Sequence list ? list.items().size() : -1,
                        offset,
                        offset)
                : new Spot(source, parent, key, -1, offset, keyOffset);
    }

    private String shared(String text) {
        if (text.length() > SHARED_LENGTH) {
            return text;
        }
        String known = shared.get(text);
        if (known != null) {
            return known;
        }
        if (shared.size() < SHARED_TEXTS) {
            shared.put(text, text);
        }
        return text;
    }
}
