package org.provgate.formats.jsonld;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// A JSON-LD document as nodes that are looked up by full names, however the document abbreviates them: compact,
/// expanded, or as a graph of nodes that refer to each other.
public final class LdGraph {

    private final LdContext context;
    private final List<Mapping> top = new ArrayList<>();
    private final Map<String, Mapping> byId = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final IdentityHashMap<Mapping, Map<String, Node>> expanded = new IdentityHashMap<>();

    private LdGraph(LdContext context) {
        this.context = context;
    }

    /// @param vocabulary what unprefixed keys belong to when the document does not say
    public static LdGraph of(Node root, String vocabulary) {
        Optional<Node> contexts = root instanceof Mapping mapping
                ? mapping.get("@context")
                : ((root instanceof Sequence list
                                && !list.items().isEmpty()
                                && list.items().getFirst() instanceof Mapping first)
                        ? first.get("@context")
                        : Optional.empty());
        LdGraph graph = new LdGraph(LdContext.of(contexts, vocabulary));
        graph.addTop(root);
        graph.index(root);
        return graph;
    }

    public LdContext context() {
        return context;
    }

    /// The nodes that the document lists: those of its graph, or the one it is.
    public List<Mapping> top() {
        return top;
    }

    private void addTop(Node node) {
        switch (node) {
            case Sequence list -> list.items().forEach(this::addTop);
            case Mapping mapping -> {
                Optional<Node> graph = mapping.get("@graph");
                if (graph.isPresent()) {
                    addTop(graph.get());
                } else {
                    top.add(mapping);
                }
            }
            case Scalar _ -> {}
        }
    }

    private void index(Node root) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Sequence list -> list.items().forEach(open::push);
                case Mapping mapping -> {
                    mapping.members().forEach((key, value) -> {
                        if (!key.equals("@context")) {
                            open.push(value);
                        }
                    });
                    mapping.get("name")
                            .filter(Scalar.class::isInstance)
                            .ifPresent(name -> names.add(((Scalar) name).text()));
                    id(mapping).ifPresent(id -> {
                        if (mapping.members().size() > 1) {
                            byId.putIfAbsent(id, mapping);
                        }
                    });
                }
                case Scalar _ -> {}
            }
        }
    }

    public static Optional<String> id(Mapping mapping) {
        return mapping.get("@id").filter(Scalar.class::isInstance).map(id -> ((Scalar) id).text());
    }

    /// Whether a node of the document has this id or, in documents from before 1.0, this name.
    public boolean isKnown(String id) {
        return byId.containsKey(id) || names.contains(id);
    }

    /// A node's members by their full names.
    public Map<String, Node> members(Mapping node) {
        return expanded.computeIfAbsent(node, it -> {
            Map<String, Node> members = new LinkedHashMap<>();
            it.members().forEach((key, value) -> members.putIfAbsent(context.expand(key), value));
            return members;
        });
    }

    /// The values of the first of these names that has any, lists and sets opened.
    public List<Node> values(Mapping node, String... names) {
        for (String name : names) {
            Node value = members(node).get(name);
            if (value != null) {
                List<Node> values = new ArrayList<>();
                open(value, values);
                if (!values.isEmpty()) {
                    return values;
                }
            }
        }
        return List.of();
    }

    private static void open(Node value, List<Node> into) {
        switch (value) {
            case Sequence list -> list.items().forEach(item -> open(item, into));
            case Mapping mapping
            when mapping.has("@list") -> open(mapping.get("@list").orElseThrow(), into);
            case Mapping mapping
            when mapping.has("@set") -> open(mapping.get("@set").orElseThrow(), into);
            case Scalar scalar when scalar.isNull() -> {}
            case Mapping _, Scalar _ -> into.add(value);
        }
    }

    /// The nodes behind values: those that stand there, and those that are only referred to.
    public List<Mapping> nodes(Mapping node, String... names) {
        List<Mapping> nodes = new ArrayList<>();
        for (Node value : values(node, names)) {
            if (value instanceof Mapping mapping) {
                nodes.add(resolved(mapping));
            } else if (value instanceof Scalar scalar && byId.containsKey(scalar.text())) {
                nodes.add(byId.get(scalar.text()));
            }
        }
        return nodes;
    }

    /// What a reference refers to; the reference itself when that is not in the document.
    public Mapping resolved(Mapping mapping) {
        if (mapping.members().size() > 1) {
            return mapping;
        }
        return id(mapping).map(byId::get).orElse(mapping);
    }

    /// Full names of a node's types.
    public List<String> types(Mapping node) {
        return values(node, "@type").stream()
                .filter(Scalar.class::isInstance)
                .map(type -> context.expand(((Scalar) type).text()))
                .toList();
    }

    public boolean hasType(Mapping node, String... wanted) {
        List<String> types = types(node);
        return List.of(wanted).stream().anyMatch(types::contains);
    }

    public Optional<Scalar> text(Mapping node, String... names) {
        List<Scalar> texts = texts(node, names);
        return texts.stream().findFirst();
    }

    /// Single values; of one in several languages, the English one or else the first.
    public List<Scalar> texts(Mapping node, String... names) {
        List<Node> values = values(node, names);
        List<Scalar> english = values.stream()
                .filter(value -> value instanceof Mapping mapping
                        && mapping.get("@language")
                                .filter(tag -> tag instanceof Scalar scalar
                                        && scalar.text().startsWith("en"))
                                .isPresent())
                .flatMap(value -> LdValues.scalar(value).stream())
                .toList();
        return english.isEmpty()
                ? values.stream()
                        .flatMap(value -> LdValues.scalar(value).stream())
                        .toList()
                : english;
    }
}
